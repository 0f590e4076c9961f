import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeRange } from './describe-range'
import { findQuote } from './find-quote'
import { resolveAnchor } from './resolve-anchor'
import { SearchedText } from './searched-text'
import type { Anchor } from './anchor'
import type { TextRange } from '../text/text-range'

function placeOf(value: string, anchor: Anchor): TextRange | null {
  return resolveAnchor(new SearchedText(value), anchor)?.range ?? null
}

/** Texts with repeats, emoji and combining marks: what makes anchoring hard. */
const text = fc
  .array(fc.constantFrom('a', 'b', 'ab', ' ', '\n', '👩‍👩‍👧', 'é', 'e\u0301', 'Türkiye', '日本', '𝔘'), {
    minLength: 1,
    maxLength: 120
  })
  .map((parts) => parts.join(''))
const textAndRange = text.chain((value) =>
  fc
    .tuple(fc.nat(value.length - 1), fc.nat(value.length - 1))
    .map(([a, b]) => ({ value, range: { start: Math.min(a, b), end: Math.max(a, b) + 1 } }))
)

describe('an anchor', () => {
  it('gives its range back on the same text', () => {
    fc.assert(
      fc.property(textAndRange, ({ value, range }) => {
        const anchor = describeRange(value, range)
        expect(placeOf(value, anchor)).toEqual(range)
        expect(describeRange(new SearchedText(value), range)).toEqual(anchor)
      }),
      { numRuns: 2_000 }
    )
  })

  it('costs no search on the text that it was made on', () => {
    class Unsearched extends SearchedText {
      override get grams(): never {
        throw new Error('was searched')
      }
    }
    const value = 'the grain, the ships and the straits'
    const anchor = describeRange(value, { start: 11, end: 14 })
    expect(resolveAnchor(new Unsearched(value), anchor)).toEqual({
      range: { start: 11, end: 14 },
      confidence: 1
    })
  })

  it('keeps as much context as tells its quote from every other, and no more than 512 units', () => {
    const refrain = 'The motion was put to the vote and carried without debate. '
    const value = `${refrain.repeat(3)}Then the house rose.`
    const { quote } = describeRange(value, { start: 4, end: 10 })
    expect(value.split(quote.prefix + quote.exact + quote.suffix)).toHaveLength(2)
    const endless = describeRange(refrain.repeat(100), { start: 2_954, end: 2_960 })
    expect(endless.quote.prefix).toHaveLength(512)
  })

  it('made when context was short is still found', () => {
    const value = 'One vote here. Another vote there.'
    const old = { position: { start: 23, end: 27 }, quote: { exact: 'vote', prefix: 'er ', suffix: ' t' } }
    expect(placeOf(value, old)).toEqual({ start: 23, end: 27 })
    expect(placeOf(`Now. ${value}`, old)).toEqual({ start: 28, end: 32 })
  })

  it('follows its words when text is put before them', () => {
    fc.assert(
      fc.property(textAndRange, fc.string({ minLength: 1, maxLength: 20 }), ({ value, range }, before) => {
        const anchor = describeRange(value, range)
        const { exact, prefix, suffix } = anchor.quote
        const now = before + value
        const found = placeOf(now, anchor)
        const isAlone = now.split(prefix + exact + suffix).length === 2
        if (isAlone) expect(found?.start).toBe(range.start + before.length)
        else if (found !== null) expect(now.slice(found.start, found.end)).toBe(exact)
      })
    )
  })

  const moved = {
    'picks the repeat that has its context': {
      before: 'The vote failed. Later the vote passed.',
      quote: 'vote',
      occurrence: 2,
      after: 'Now: The vote failed. Later the vote passed.',
      expected: 32
    },
    'takes the nearest of equals': {
      before: 'x--x--x',
      quote: 'x',
      occurrence: 1,
      after: '-x--x--x',
      expected: 1
    }
  }
  for (const [name, { before, quote, occurrence, after, expected }] of Object.entries(moved)) {
    it(name, () => {
      let start = -1
      for (let seen = 0; seen < occurrence; seen += 1) start = before.indexOf(quote, start + 1)
      const anchor = describeRange(before, { start, end: start + quote.length })
      expect(placeOf(after, anchor)?.start).toBe(expected)
    })
  }

  it('is nowhere when its words are gone', () => {
    const anchor = describeRange('A fact stands here.', { start: 2, end: 6 })
    expect(placeOf('Nothing stands here.', anchor)).toBeNull()
  })

  it('refuses a range without text', () => {
    expect(() => describeRange('abc', { start: 1, end: 1 })).toThrow(RangeError)
    expect(() => describeRange('abc', { start: 2, end: 4 })).toThrow(RangeError)
  })

  it('keeps context that does not begin or end inside a surrogate pair', () => {
    const value = `${'𝔘'.repeat(20)}a${'𝔘'.repeat(20)}`
    const { quote } = describeRange(value, { start: 40, end: 41 })
    expect(quote.prefix.isWellFormed()).toBe(true)
    expect(quote.suffix.isWellFormed()).toBe(true)
    const odd = describeRange(`x${value}`, { start: 41, end: 42 })
    expect(odd.quote.prefix.isWellFormed()).toBe(true)
  })
})

describe('a quote typed by a person', () => {
  const query = (
    exact: string,
    prefix = '',
    suffix = ''
  ): { exact: string; prefix: string; suffix: string } => ({
    exact,
    prefix,
    suffix
  })

  it('is found where white space differs', () => {
    const value = 'the deep-rooted\nfriendship between\u00a0the two nations'
    const [found] = findQuote(value, query('  deep-rooted friendship   between the '))
    expect(found).toEqual({ start: 4, end: 38 })
  })

  it('is found as often as it occurs, and once with its context', () => {
    const value = 'One day. Two day. Three day.'
    expect(findQuote(value, query('day'))).toHaveLength(3)
    expect(findQuote(value, query('day', 'Two'))).toEqual([{ start: 13, end: 16 }])
    expect(findQuote(value, query('day', '', '. Three'))).toEqual([{ start: 13, end: 16 }])
  })

  it('is nowhere when it is blank or does not occur', () => {
    expect(findQuote('abc', query('  '))).toEqual([])
    expect(findQuote('abc', query('d'))).toEqual([])
  })
})
