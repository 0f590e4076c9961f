import type { TextRange } from '../text/text-range'
import { inkOf, inksOf } from './ink'
import type { SearchedText } from './searched-text'

/** One place where a quote stands. */
export interface StandingQuote {
  /** In units of ink. */
  readonly ink: TextRange
  /** In the text, with the signs at the ends of the quote where they stand there too. */
  readonly range: TextRange
}

/**
 * Where the ink of a quote stands, in order, at most the first `most`. Where some of the places have white
 * space between the same words as the quote, the others are left out: "to day" is "today" only where
 * nothing else is meant.
 */
export function standingQuotes(
  searched: SearchedText,
  exact: string,
  most: number
): readonly StandingQuote[] {
  const signs = signsOf(exact)
  for (const ink of inksOf(exact)) {
    const all = searched.grams.occurrencesOf(ink, most).map((start) => {
      const place = { start, end: start + ink.length }
      return { ink: place, range: withSigns(searched.text, searched.rangeOfInk(place), signs) }
    })
    if (all.length > 0) return sameWords(searched.text, exact, all)
  }
  return []
}

function sameWords(text: string, exact: string, all: readonly StandingQuote[]): readonly StandingQuote[] {
  if (all.length === 1) return all
  const words = oneSpaced(exact)
  const same = all.filter(({ range }) => oneSpaced(text.slice(range.start, range.end)) === words)
  return same.length > 0 ? same : all
}

/** What stands at the ends of a quote and is no ink. */
interface Signs {
  readonly opening: string
  readonly closing: string
}

function signsOf(exact: string): Signs {
  const { offsets } = inkOf(exact)
  return {
    opening: exact.slice(0, offsets[0]).trim(),
    closing: exact.slice((offsets.at(-1) ?? 0) + 1).trim()
  }
}

function withSigns(text: string, { start, end }: TextRange, { opening, closing }: Signs): TextRange {
  if (opening === '' && closing === '') return { start, end }
  const before = text.slice(0, start).trimEnd()
  const behind = text.slice(end).trimStart()
  return {
    start: opening !== '' && before.endsWith(opening) ? before.length - opening.length : start,
    end: closing !== '' && behind.startsWith(closing) ? text.length - behind.length + closing.length : end
  }
}

function oneSpaced(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}
