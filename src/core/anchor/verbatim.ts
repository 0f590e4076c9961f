import type { TextRange } from '../text/text-range'
import type { Quote } from './anchor'
import { GRAM } from './gram-index'
import { inkOf } from './ink'
import type { SearchedText } from './searched-text'

/**
 * Where `quote` stands with all of its context, unit by unit: at one of `positions`, else in the only such
 * place; `null` when there is none, or more than one.
 */
export function findVerbatim(
  searched: SearchedText,
  quote: Quote,
  positions: readonly TextRange[]
): TextRange | null {
  const { text } = searched
  const whole = quote.prefix + quote.exact + quote.suffix
  const lead = quote.prefix.length
  const there = positions.find(({ start }) => start >= lead && text.startsWith(whole, start - lead))
  if (there !== undefined) return rangeAt(there.start, quote)
  const [only, second] = wholePlaces(searched, whole)
  if (only === undefined || second !== undefined) return null
  return rangeAt(only + lead, quote)
}

/** The first two places of `whole`, found by its ink; what is short occurs so soon that it is looked for at once. */
export function wholePlaces(searched: SearchedText, whole: string): readonly number[] {
  const { units, offsets } = inkOf(whole)
  const [lead] = offsets
  if (lead === undefined || units.length < GRAM) return twoPlaces(searched.text, whole)
  const places: number[] = []
  for (const at of searched.grams.occurrencesOf(units, Infinity)) {
    const start = (searched.ink.offsets[at] ?? 0) - lead
    if (start >= 0 && searched.text.startsWith(whole, start)) places.push(start)
    if (places.length === 2) break
  }
  return places
}

/** The first two places of `whole`, found by reading on. */
export function twoPlaces(text: string, whole: string): readonly number[] {
  const first = text.indexOf(whole)
  if (first === -1) return []
  const second = text.indexOf(whole, first + 1)
  return second === -1 ? [first] : [first, second]
}

function rangeAt(start: number, { exact }: Quote): TextRange {
  return { start, end: start + exact.length }
}
