import { describe, expect, it } from 'vitest'
import { facetsOf } from './mark-facets'
import {
  letsAllThrough,
  type FilteredMark,
  type MarkFilter,
  matcherOf,
  NO_FILTER,
  withValue
} from './mark-filter'

const MARK: FilteredMark = {
  color: 'yellow',
  type: 'note',
  tags: [],
  author: '',
  note: '',
  quote: 'A joint office opens',
  owner: '',
  status: 'exact',
  isReviewed: true
}
const passes = (filter: Partial<MarkFilter>, mark: Partial<FilteredMark> = {}): boolean =>
  matcherOf({ ...NO_FILTER, ...filter })({ ...MARK, ...mark })

describe('a filter', () => {
  it('that asks for nothing lets everything through', () => {
    expect(letsAllThrough(NO_FILTER)).toBe(true)
    expect(passes({})).toBe(true)
  })

  it('takes any value of a kind', () => {
    expect(passes({ colors: ['blue', 'yellow'] })).toBe(true)
    expect(passes({ tags: ['energy', 'trade'] }, { tags: ['trade'] })).toBe(true)
  })

  it('wants every kind that asks for something', () => {
    expect(passes({ colors: ['yellow'], types: ['question'] })).toBe(false)
    expect(passes({ colors: ['yellow'], types: ['question'] }, { type: 'question' })).toBe(true)
    expect(passes({ tags: ['trade'], authors: ['Ayşe'] }, { tags: ['trade'], author: 'Bo' })).toBe(false)
  })

  const words = {
    'case and diacritics': { text: 'OFICIO', mark: { note: 'El ofició' }, expected: true },
    'the Turkish dotted capital': { text: 'istanbul', mark: { quote: 'İSTANBUL’da' }, expected: true },
    'the Turkish dotless letter': { text: 'ISPARTA', mark: { quote: 'Isparta, ısparta' }, expected: true },
    'Arabic vowel signs': { text: 'محمد', mark: { quote: 'مُحَمَّد' }, expected: true },
    'quotes as they are typed': { text: `minister's`, mark: { note: 'the minister’s' }, expected: true },
    'words apart, in the note and the passage': {
      text: 'joint who',
      mark: { note: 'Who pays?' },
      expected: true
    },
    tags: { text: 'trade', mark: { tags: ['Trade talks'] }, expected: true },
    'the owner of an action': { text: 'kemal', mark: { owner: 'Kemal' }, expected: true },
    'one word that is missing': { text: 'joint embassy', mark: {}, expected: false }
  }
  for (const [name, { text, mark, expected }] of Object.entries(words)) {
    it(`looks for words: ${name}`, () => expect(passes({ text }, mark)).toBe(expected))
  }

  it('tells notes from bare marks, and white space is no note', () => {
    expect(passes({ notes: 'with' }, { note: ' \n' })).toBe(false)
    expect(passes({ notes: 'without' }, { note: ' \n' })).toBe(true)
    expect(passes({ notes: 'with' }, { note: 'Ask.' })).toBe(true)
  })

  it('finds what waits for a person, and what was settled only by what became of it', () => {
    const settled = { status: 'moved', isReviewed: true } as const
    expect(passes({ conditions: ['unreviewed'] }, settled)).toBe(false)
    expect(passes({ conditions: ['moved'] }, settled)).toBe(true)
    expect(passes({ conditions: ['unreviewed'] }, { status: 'orphan', isReviewed: false })).toBe(true)
    expect(passes({ conditions: ['unreviewed'] }, { status: 'exact', isReviewed: false })).toBe(false)
  })

  it('gains a value once, and loses it', () => {
    const on = withValue(NO_FILTER, { kind: 'tags', value: 'trade', isOn: true })
    expect(withValue(on, { kind: 'tags', value: 'trade', isOn: true }).tags).toEqual(['trade'])
    expect(letsAllThrough(withValue(on, { kind: 'tags', value: 'trade', isOn: false }))).toBe(true)
  })
})

it('what can be asked is counted, the most used tags first', () => {
  const facets = facetsOf([
    { ...MARK, tags: ['rare', 'usual'], note: 'x' },
    { ...MARK, tags: ['usual'], color: 'blue', status: 'moved', isReviewed: false }
  ])
  expect([...facets.tags]).toEqual([
    ['usual', 2],
    ['rare', 1]
  ])
  expect([...facets.colors]).toEqual([
    ['yellow', 1],
    ['blue', 1]
  ])
  expect([...facets.conditions.keys()]).toEqual(['moved', 'unreviewed'])
  expect([facets.withNote, facets.total]).toEqual([1, 2])
})
