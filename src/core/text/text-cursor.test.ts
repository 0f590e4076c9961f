import { describe, expect, it } from 'vitest'
import { element, text } from '../tree/elements'
import { blocksOf } from './canonical-text'
import { ReadingUnits, type Unit } from './reading-units'
import { cursorOn, extended, passageOf, stepped } from './text-cursor'

const PARAGRAPHS = ['One. Two. Three.', 'Heading', 'Four. Five.']
const TEXT = PARAGRAPHS.join('\n')
const units = new ReadingUnits(
  blocksOf({ type: 'root', children: PARAGRAPHS.map((words) => element('p', [text(words)])) }),
  'en'
)

/** R, L: sentences; D, U: paragraphs; small letters extend. */
function walk(from: string, keys: string): string {
  const start = TEXT.indexOf(from)
  let place = cursorOn(
    { start, end: start + from.length },
    PARAGRAPHS.includes(from) ? 'paragraph' : 'sentence'
  )
  for (const key of keys) {
    const unit: Unit = 'DU'.includes(key.toUpperCase()) ? 'paragraph' : 'sentence'
    const move = key.toUpperCase() === key ? stepped : extended
    const next = move(units, place, { by: 'RD'.includes(key.toUpperCase()) ? 1 : -1, unit })
    if (next === null) return `edge at ${TEXT.slice(passageOf(place).start, passageOf(place).end)}`
    place = next
  }
  const { start: first, end } = passageOf(place)
  return TEXT.slice(first, end)
}

const cases: readonly (readonly [from: string, keys: string, expected: string])[] = [
  ['One.', 'R', 'Two.'],
  ['Three.', 'R', 'Heading'],
  ['Four.', 'L', 'Heading'],
  ['One.', 'L', 'edge at One.'],
  ['Five.', 'R', 'edge at Five.'],
  ['One.', 'D', 'Heading'],
  ['Two.', 'U', 'One. Two. Three.'],
  ['Two.', 'UR', 'One.'],
  ['Heading', 'R', 'Four.'],
  ['Heading', 'U', 'One. Two. Three.'],
  ['Four. Five.', 'L', 'Heading'],
  ['One.', 'r', 'One. Two.'],
  ['One.', 'rrr', 'One. Two. Three.\nHeading'],
  ['One.', 'rl', 'One.'],
  ['Two.', 'l', 'One. Two.'],
  ['Two.', 'lr', 'Two.'],
  ['Two.', 'rll', 'One. Two.'],
  ['Two.', 'd', 'Two. Three.'],
  ['Two.', 'dd', 'Two. Three.\nHeading'],
  ['Two.', 'u', 'One. Two.'],
  ['Four.', 'uu', TEXT.slice(0, TEXT.indexOf(' Five'))],
  ['Four.', 'uud', 'Heading\nFour.'],
  ['Two.', 'rrR', 'Four.'],
  ['Two.', 'rR', 'Heading'],
  ['One.', 'l', 'edge at One.']
]

describe('a cursor of sentences and paragraphs', () => {
  for (const [from, keys, expected] of cases) {
    it(`goes from ${from} by ${keys}`, () => expect(walk(from, keys)).toBe(expected))
  }

  it('finds the sentence that holds a place, also from the space behind it', () => {
    const words = (offset: number): string => {
      const found = units.at(offset, 'sentence')
      return found === null ? '' : TEXT.slice(found.start, found.end)
    }
    expect([0, 3, 4, 5, TEXT.length].map(words)).toEqual(['One.', 'One.', 'One.', 'Two.', 'Five.'])
  })

  it('has nowhere to go in a text without any', () => {
    const empty = new ReadingUnits([], 'en')
    expect([empty.at(0, 'sentence'), empty.edge(1, 'sentence'), empty.edge(-1, 'paragraph')]).toEqual([
      null,
      null,
      null
    ])
  })
})
