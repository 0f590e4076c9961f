import type { TextRange } from '../text/text-range'
import type { Quote } from './anchor'
import { chooseOccurrence, MOST_OCCURRENCES } from './choose-occurrence'
import { ContextSide } from './context-side'
import { cutsWords } from './cuts-words'
import { findAlike } from './find-alike'
import { inkOf } from './ink'
import type { Alike } from './read-alike'
import { isSamePassage } from './same-passage'
import type { SearchedText } from './searched-text'
import { type StandingQuote, standingQuotes } from './standing-quotes'
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
  const standing = placeStanding(searched, quote, within)
  if ('range' in standing) return standing
  const alike = placeAlike(searched, quote, within)
  return 'range' in alike || standing.reason === 'absent' ? alike : standing
}

/** By the quote as it stands, unless it stands so often that only its surroundings can say which is meant. */
function placeStanding(
  searched: SearchedText,
  { prefix, exact, suffix }: Quote,
  positions: readonly TextRange[]
): SelectorPlace {
  const all = wholeWords(
    searched.text,
    { prefix, exact, suffix },
    standingQuotes(searched, exact, MOST_OCCURRENCES)
  )
  if (all.length === 0 || all.length === MOST_OCCURRENCES) return ABSENT
  const before = new ContextSide(inkOf(prefix).units, -1)
  const behind = new ContextSide(inkOf(suffix).units, 1)
  const wanted = positions.map(({ start }) => searched.inkAt(start))
  const chosen = chooseOccurrence(searched.ink.units, { all, sides: { before, behind }, wanted })
  return 'reason' in chosen ? chosen : { range: chosen.range, confidence: SAME_INK * chosen.certainty }
}

/** The places that begin and end with words, unless the quote itself did not or there are none. */
function wholeWords(
  text: string,
  { prefix, exact, suffix }: Quote,
  all: readonly StandingQuote[]
): readonly StandingQuote[] {
  const range = { start: prefix.length, end: prefix.length + exact.length }
  if (cutsWords(prefix + exact + suffix, range)) return all
  const whole = all.filter((place) => !cutsWords(text, place.range))
  return whole.length > 0 ? whole : all
}

/** By likeness, when no other passage is about as like or a position says which. */
function placeAlike(searched: SearchedText, quote: Quote, positions: readonly TextRange[]): SelectorPlace {
  const [prefix, exact, suffix] = [
    inkOf(quote.prefix).units,
    inkOf(quote.exact).units,
    inkOf(quote.suffix).units
  ]
  if (exact === '') return ABSENT
  const [best, second, ...others] = findAlike(searched, { prefix, exact, suffix })
    .filter((alike) => isSamePassage(alike, exact.length))
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
