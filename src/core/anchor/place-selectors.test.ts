import { describe, expect, it } from 'vitest'
import type { TextRange } from '../text/text-range'
import { placeSelectors } from './place-selectors'
import { SearchedText } from './searched-text'

const TEXT = [
  'Readout of the call with Ankara 🇹🇷',
  'The ministers met in Ankara on Monday to speak about grain. They agreed on 3.4 million tons.',
  'The ministers met in Vienna on Friday to speak about grain. They agreed on nothing.',
  'Grain leaves by sea',
  'A joint office opens in the spring',
  'Both sides said “it is a beginning” and left. The vote failed. Later the vote passed.'
].join('\n')

interface Asked {
  readonly exact: string
  readonly prefix?: string
  readonly suffix?: string
  readonly positions?: readonly TextRange[]
}

/** The words that are found with a word of their surroundings, or why none are. */
function found({ exact, prefix = '', suffix = '', positions = [] }: Asked): string {
  const place = placeSelectors(new SearchedText(TEXT), { positions, quote: { exact, prefix, suffix } })
  return 'reason' in place ? place.reason : TEXT.slice(place.range.start, place.range.end)
}

function rangeOf(words: string, from = 0): TextRange {
  const start = TEXT.indexOf(words, from)
  return { start, end: start + words.length }
}

const met = 'The ministers met in Ankara on Monday to speak about grain.'

describe('an annotation of another program', () => {
  const cases: Readonly<Record<string, Asked & { readonly expected: string }>> = {
    'stands at its quote': { exact: 'A joint office', expected: 'A joint office' },
    'may differ in white space': { exact: 'sea A  joint\u00a0office', expected: 'sea\nA joint office' },
    'may have no white space at all between blocks': { exact: 'by seaA joint', expected: 'by sea\nA joint' },
    'may have signs of list items': {
      exact: '- Grain leaves by sea - A joint office',
      expected: 'Grain leaves by sea\nA joint office'
    },
    'may have numbers of list items': {
      exact: '1. Grain leaves by sea\n2. A joint office',
      expected: 'Grain leaves by sea\nA joint office'
    },
    'may have other quotation marks': {
      exact: 'said "it is a beginning"',
      expected: 'said “it is a beginning”'
    },
    'may have slips': {
      exact: 'The ministers met in Anakra on Monday',
      expected: 'The ministers met in Ankara on Monday'
    },
    'may have been edited between what stood beside it': {
      exact: 'opens early in spring',
      prefix: 'leaves by sea * A joint office ',
      suffix: " Both sides said 'it is a beginning",
      expected: 'opens in the spring'
    },
    'is told apart by what stands in front': {
      exact: 'vote',
      prefix: 'failed. Later the ',
      expected: 'vote'
    },
    'is nowhere when no words are like it': {
      exact: 'The zebra recalibrated teapots quietly',
      expected: 'absent'
    },
    'is nowhere when another passage merely reads like it': {
      exact: 'The ministers met in London on Sunday to speak about grain.',
      expected: 'absent'
    },
    'is nowhere when one word of many is another': {
      exact: 'The ministers met in Lisbon on Friday to speak about grain. They agreed on nothing.',
      expected: 'absent'
    },
    'is nowhere when only its number differs': {
      exact: 'They agreed on 3.7 million tons',
      expected: 'absent'
    },
    'is not a word that stands elsewhere': {
      exact: 'sea',
      prefix: 'prices rose at the ',
      suffix: ' ports in the south of the country',
      expected: 'absent'
    }
  }
  for (const [name, { expected, ...asked }] of Object.entries(cases)) {
    it(name, () => expect(found(asked)).toBe(expected))
  }

  it('is doubtful where its words stand twice and nothing tells which', () => {
    expect(found({ exact: 'to speak about grain.' })).toBe('ambiguous')
    expect(found({ exact: 'The ministers met in' })).toBe('ambiguous')
  })

  it('takes the occurrence that has its context', () => {
    const asked = {
      positions: [],
      quote: { exact: 'ministers met', prefix: 'tons. - The ', suffix: ' in Vienna' }
    }
    const place = placeSelectors(new SearchedText(TEXT), asked)
    expect(place).toMatchObject({ range: rangeOf('ministers met', TEXT.indexOf('tons')) })
  })
})

describe('a position', () => {
  const search = new SearchedText(TEXT)
  const quote = { exact: 'ministers met', prefix: '', suffix: '' }
  const second = rangeOf('ministers met', TEXT.indexOf('tons'))

  it('says which of equal passages is meant', () => {
    const place = placeSelectors(search, { positions: [second], quote })
    expect(place).toEqual({ range: second, confidence: 1 })
  })

  it('says so too where the quote has other white space', () => {
    const place = placeSelectors(search, {
      positions: [second],
      quote: { ...quote, exact: 'ministers  met' }
    })
    expect(place).toMatchObject({ range: second })
  })

  it('counts in code points where that reading agrees with the quote', () => {
    const inCodePoints = { start: second.start - 2, end: second.end - 2 }
    expect(placeSelectors(search, { positions: [inCodePoints, second], quote })).toMatchObject({
      range: second
    })
  })

  it('counts for nothing where it disagrees with the quote', () => {
    const positions = [rangeOf('Grain')]
    expect(placeSelectors(search, { positions, quote: { ...quote, exact: met } })).toMatchObject({
      range: rangeOf(met)
    })
    expect(placeSelectors(search, { positions, quote })).toEqual({ reason: 'ambiguous' })
    expect(placeSelectors(search, { positions, quote: { ...quote, exact: 'zebra' } })).toEqual({
      reason: 'absent'
    })
  })

  it('gives way to the context that stands elsewhere', () => {
    const elsewhere = {
      ...quote,
      prefix: 'Readout of the call with Ankara 🇹🇷 The ',
      suffix: ' in Ankara on Monday'
    }
    expect(placeSelectors(search, { positions: [second], quote: elsewhere })).toMatchObject({
      range: rangeOf('ministers met')
    })
  })

  it('holds without a quote, with little confidence, when it lies in the text', () => {
    const positions = [{ start: 5, end: TEXT.length + 1 }, rangeOf('Grain')]
    expect(placeSelectors(search, { positions, quote: null })).toEqual({
      range: rangeOf('Grain'),
      confidence: 0.5
    })
    expect(placeSelectors(search, { positions: [], quote: null })).toEqual({ reason: 'absent' })
  })
})
