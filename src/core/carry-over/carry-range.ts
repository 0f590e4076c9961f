import { findQuote } from '../anchor/find-quote'
import type { Quote } from '../anchor/anchor'
import type { TextRange } from '../text/text-range'
import { type EditionDiff, survivorsOf } from './edition-diff'

/**
 * What became of a mark in a new edition.
 *
 * - `exact`: the same words in a paragraph that is as it was.
 * - `moved`: the same words in a paragraph that was edited, or elsewhere.
 * - `changed`: the words themselves were edited.
 * - `orphan`: they are gone.
 */
export type CarryStatus = 'exact' | 'moved' | 'changed' | 'orphan'

export interface CarriedRange {
  readonly status: CarryStatus
  /** In the new edition; `null` for an orphan. */
  readonly range: TextRange | null
  /** How much of the words is left, by their code units, from 0 to 1. */
  readonly confidence: number
}

/** With less of its words left, a passage is another one: a wrong place is worse than an orphan. */
const LEAST_SHARE = 0.5
/** Between words that stayed, a passage is the same one although more of it was written anew. */
const LEAST_SHARE_IN_FRAME = 0.3
/** A passage that grew beyond this was written anew around its words. */
const MOST_GROWTH = 2.5
/** So many code units say by themselves which passage is meant. */
const SPEAKING_LENGTH = 24

const ORPHAN: CarriedRange = { status: 'orphan', range: null, confidence: 0 }

/** Find where the words of `range` of the old edition stand in the new one; `quote` has them with their context. */
export function carryRange(diff: EditionDiff, range: TextRange, quote: Quote): CarriedRange {
  const inPlace = survivorsOf(diff, range)
  if (inPlace?.isWhole === true) {
    const isUntouched = paragraphAt(diff.before, range) === paragraphAt(diff.after, inPlace.range)
    return { status: isUntouched ? 'exact' : 'moved', range: inPlace.range, confidence: 1 }
  }
  const elsewhere = findElsewhere(diff.after, quote)
  if (elsewhere !== null) return { status: 'moved', range: elsewhere, confidence: 1 }
  if (inPlace === null) return ORPHAN
  if (inPlace.share < (inPlace.isFramed ? LEAST_SHARE_IN_FRAME : LEAST_SHARE)) return ORPHAN
  if (lengthOf(inPlace.range) > lengthOf(range) * MOST_GROWTH) return ORPHAN
  return { status: 'changed', range: inPlace.range, confidence: inPlace.share }
}

/** The same words in another place, when there is no doubt which. */
function findElsewhere(after: string, { exact, prefix, suffix }: Quote): TextRange | null {
  const all = findQuote(after, { exact, prefix: '', suffix: '' })
  const [only] = all
  if (only !== undefined && all.length === 1 && exact.length >= SPEAKING_LENGTH) return only
  const before = findQuote(after, { exact, prefix, suffix: '' })
  const behind = findQuote(after, { exact, prefix: '', suffix })
  const known = before.length === 1 ? before : behind
  return known.length === 1 ? (known[0] ?? null) : null
}

/** The paragraphs that a range touches, whole: a line of the canonical text each. */
function paragraphAt(text: string, { start, end }: TextRange): string {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const to = text.indexOf('\n', end)
  return text.slice(from, to === -1 ? text.length : to)
}

function lengthOf({ start, end }: TextRange): number {
  return end - start
}
