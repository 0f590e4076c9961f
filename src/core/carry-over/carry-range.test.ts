import { describe, expect, it } from 'vitest'
import { describeRange } from '../anchor/describe-range'
import { carryRange } from './carry-range'
import { compareEditions } from './edition-diff'

const FIRST = [
  'The talks in Ankara',
  'Both ministers spoke of grain, and of the ships that carry it through the straits.',
  'Thank you to the delegations for their work. Thank you to the hosts for their patience.',
  'A joint office opens in the spring, and the two capitals pay for it in equal parts.',
  'Observers were not admitted to the last session, which nobody had expected before.',
  'VII. The vote passed.'
]

interface Case {
  readonly mark: string
  readonly after: readonly string[]
  /** Its status and the words that it stands on. */
  readonly expected: string
}

const [title = '', grain = '', thanks = '', office = '', observers = '', vote = ''] = FIRST
const NEW = 'Quite other lanterns hung over an orchard of walnut trees where copper ferries had been tied.'

const cases: Readonly<Record<string, Case>> = {
  'stays in a paragraph that is as it was': {
    mark: 'joint office',
    after: [title, NEW, grain, thanks, office, observers, vote],
    expected: 'exact: joint office'
  },
  'moves with its paragraph': {
    mark: 'two capitals pay',
    after: [title, office, grain, thanks, observers, vote],
    expected: 'moved: two capitals pay'
  },
  'moves with a paragraph that was edited on the way': {
    mark: 'opens in the spring',
    after: [title, grain, thanks, observers, vote, NEW, office.replace('spring', 'early summer')],
    expected: 'changed: opens in the early summer'
  },
  'keeps what is left of its words': {
    mark: 'which nobody had expected before',
    after: [title, grain, thanks, office, observers.replace('nobody had expected', 'few expected'), vote],
    expected: 'changed: which few expected before'
  },
  'follows slips inside a word': {
    mark: 'Observers',
    after: [title, grain, thanks, office, observers.replace('Observers', 'Obsevers'), vote],
    expected: 'changed: Obsevers'
  },
  'is gone with its sentence, though the next one begins with the same words': {
    mark: 'Thank you to the',
    after: [title, grain, 'Thank you to the hosts for their patience.', office, observers, vote],
    expected: 'orphan: '
  },
  'is gone with its paragraph, though small words of it stand in the new one': {
    mark: 'of the',
    after: [title, NEW.replace('an orchard of', 'one of the orchards of'), thanks, office, observers, vote],
    expected: 'orphan: '
  },
  'is not a part of another word': {
    mark: 'VII',
    after: [title, grain, thanks, office, observers, 'XVII. Nothing of it was said again.'],
    expected: 'orphan: '
  },
  'stands where its words stood twice side by side and now stand once': {
    mark: 'the ships that carry it',
    after: [title, grain.replace('grain, and of the ships', 'the ships'), thanks, office, observers, vote],
    expected: 'moved: the ships that carry it'
  }
}

describe('a mark on a text that was edited', () => {
  for (const [name, { mark, after, expected }] of Object.entries(cases)) {
    it(name, () => {
      const [before, now] = [FIRST.join('\n'), after.join('\n')]
      const start = before.indexOf(mark)
      const range = { start, end: start + mark.length }
      const carried = carryRange(compareEditions(before, now), range, describeRange(before, range).quote)
      const words = carried.range === null ? '' : now.slice(carried.range.start, carried.range.end)
      expect(`${carried.status}: ${words}`).toBe(expected)
    })
  }
})
