import type { TextRange } from '../text/text-range'
import { type Anchor, isPlaceless, type Quote } from './anchor'

/**
 * Find where `anchor` lies in `text`, or `null` when its quote no longer occurs.
 *
 * The stored offsets win when they still hold the quote; otherwise the occurrence with the most
 * matching context does, and the nearest one among equals.
 */
export function resolveAnchor(text: string, anchor: Anchor): TextRange | null {
  const { position, quote } = anchor
  if (quote.exact === '' || isPlaceless(anchor)) return null
  if (text.startsWith(quote.exact, position.start)) return rangeAt(position.start, quote)
  const starts = occurrencesOf(text, quote.exact)
  const best = starts.reduce<Candidate | null>((champion, start) => {
    const candidate = { start, context: matchingContext(text, start, quote) }
    return champion === null || isBetter(candidate, champion, position.start) ? candidate : champion
  }, null)
  return best === null ? null : rangeAt(best.start, quote)
}

/** Every place where `quote` occurs in `text`, overlapping ones included, in order. */
export function occurrencesOf(text: string, quote: string): readonly number[] {
  const starts: number[] = []
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) starts.push(at)
  return starts
}

interface Candidate {
  readonly start: number
  readonly context: number
}

function isBetter(candidate: Candidate, champion: Candidate, wanted: number): boolean {
  if (candidate.context !== champion.context) return candidate.context > champion.context
  return Math.abs(candidate.start - wanted) < Math.abs(champion.start - wanted)
}

/** Code units of prefix and suffix, counted from the quote outwards, that stand around `start`. */
function matchingContext(text: string, start: number, { exact, prefix, suffix }: Quote): number {
  let before = 0
  while (before < prefix.length && text[start - 1 - before] === prefix[prefix.length - 1 - before])
    before += 1
  let after = 0
  const end = start + exact.length
  while (after < suffix.length && text[end + after] === suffix[after]) after += 1
  return before + after
}

function rangeAt(start: number, { exact }: Quote): TextRange {
  return { start, end: start + exact.length }
}
