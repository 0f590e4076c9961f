import type { TextRange } from '../text/text-range'
import type { Quote } from './anchor'
import { chooseOccurrence, MOST_OCCURRENCES } from './choose-occurrence'
import { ContextSide } from './context-side'
import { findAlike, type QuoteInk } from './find-alike'
import { inkOf, inksOf } from './ink'
import type { Alike } from './read-alike'
import { isSamePassage } from './same-passage'
import type { SearchedText } from './searched-text'
import { findVerbatim } from './verbatim'

/** What an annotation says of its place. */
export interface Selectors {
  /** In UTF-16 code units; every reading of the same numbers, the likeliest first. */
  readonly positions: readonly TextRange[]
  readonly quote: Quote | null
}

export type SelectorPlace =
  | {
      readonly range: TextRange
      /** How sure the place is, above 0, at most 1. */
      readonly confidence: number
    }
  | { readonly reason: 'absent' | 'ambiguous' }

/** Numbers alone hold only as long as nothing in front of them changes, and say nothing when it did. */
const POSITION_ALONE = 0.5
/** The same words, but beside others or written in another way. */
const SAME_INK = 0.95
/** The most that may be said of a passage that was edited. */
const EDITED = 0.9

/** By how much a passage must be more like the quote than any other. */
const LEAST_LEAD = 0.3

const ABSENT = { reason: 'absent' } as const
const AMBIGUOUS = { reason: 'ambiguous' } as const

/**
 * Find where an annotation stands, also one of another program, by position, then quote with context,
 * then likeness.
 *
 * A position counts only where it agrees with the quote; where they disagree, the quote wins. Quotes may
 * differ in white space, signs of list items and quotation marks, and a passage may have been edited;
 * but a wrong place is worse than none.
 */
export function placeSelectors(searched: SearchedText, { positions, quote }: Selectors): SelectorPlace {
  const within = positions.filter(({ start, end }) => start < end && end <= searched.text.length)
  if (quote === null || quote.exact === '') {
    const [range] = within
    return range === undefined ? ABSENT : { range, confidence: POSITION_ALONE }
  }
  const verbatim = findVerbatim(searched, quote, within)
  if (verbatim !== null) return { range: verbatim, confidence: 1 }
  const inks = { prefix: inkOf(quote.prefix).units, suffix: inkOf(quote.suffix).units }
  const tries = inksOf(quote.exact).map((exact) => placeInk(searched, { ...inks, exact }, within))
  const found = tries.find((place) => 'range' in place)
  if (found !== undefined) return { ...found, range: withSigns(searched.text, found.range, quote.exact) }
  const [exact] = inksOf(quote.exact)
  const alike = exact === undefined ? ABSENT : placeAlike(searched, { ...inks, exact }, within)
  return 'range' in alike
    ? alike
    : (tries.find((place) => 'reason' in place && place.reason === 'ambiguous') ?? alike)
}

/** By the quote as it stands, unless it stands so often that only its surroundings can say which is meant. */
function placeInk(
  searched: SearchedText,
  { prefix, exact, suffix }: QuoteInk,
  positions: readonly TextRange[]
): SelectorPlace {
  const starts = searched.grams.occurrencesOf(exact, MOST_OCCURRENCES)
  if (starts.length === 0 || starts.length === MOST_OCCURRENCES) return ABSENT
  const sides = { before: new ContextSide(prefix, -1), behind: new ContextSide(suffix, 1) }
  const wanted = positions.map(({ start }) => searched.inkAt(start))
  const chosen = chooseOccurrence(searched.ink.units, { starts, length: exact.length, sides, wanted })
  if ('reason' in chosen) return chosen
  const { start, certainty } = chosen
  const range = searched.rangeOfInk({ start, end: start + exact.length })
  return { range, confidence: SAME_INK * certainty }
}

/** By likeness, when no other passage is about as like or a position says which. */
function placeAlike(searched: SearchedText, quote: QuoteInk, positions: readonly TextRange[]): SelectorPlace {
  const [best, second, ...others] = findAlike(searched, quote)
    .filter((alike) => isSamePassage(alike, quote.exact.length))
    .map((alike) => ({ ...alike, range: searched.rangeOfInk(alike.ink) }))
  if (best === undefined) return ABSENT
  if (second === undefined || best.score - second.score >= LEAST_LEAD) return edited(best)
  const there = [best, second, ...others].find(({ range }) =>
    positions.some(({ start }) => start === range.start)
  )
  return there === undefined ? AMBIGUOUS : edited(there)
}

function edited({ range, sameness }: Alike & { readonly range: TextRange }): SelectorPlace {
  return { range, confidence: EDITED * sameness }
}

/** `range` with the signs at the ends of `exact` that are no ink, where they stand in the text too. */
function withSigns(text: string, { start, end }: TextRange, exact: string): TextRange {
  const { offsets } = inkOf(exact)
  const [opening, closing] = [
    exact.slice(0, offsets[0]).trim(),
    exact.slice((offsets.at(-1) ?? 0) + 1).trim()
  ]
  const [before, behind] = [text.slice(0, start).trimEnd(), text.slice(end).trimStart()]
  return {
    start: opening !== '' && before.endsWith(opening) ? before.length - opening.length : start,
    end: closing !== '' && behind.startsWith(closing) ? text.length - behind.length + closing.length : end
  }
}
