import type { Quote } from '../anchor/anchor'
import type { TextRange } from '../text/text-range'
import type { EditionDiff } from './edition-diff'
import { findAround, findUnclaimed } from './find-unclaimed'
import { type Survivors, survivorsOf } from './survivors'

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

const ORPHAN: CarriedRange = { status: 'orphan', range: null, confidence: 0 }

/** Find where the words of `range` of the old edition stand in the new one; `quote` has them with their context. */
export function carryRange(diff: EditionDiff, range: TextRange, quote: Quote): CarriedRange {
  const inPlace = survivorsOf(diff, range, diff.matched)
  if (inPlace?.isWhole === true) {
    const isUntouched = paragraphAt(diff.before, range) === paragraphAt(diff.after, inPlace.range)
    return { status: isUntouched ? 'exact' : 'moved', range: inPlace.range, confidence: 1 }
  }
  const moved = survivorsOf(diff, range, diff.moved)
  if (moved?.isWhole === true) return { status: 'moved', range: moved.range, confidence: 1 }
  const beside =
    inPlace === null || inPlace.share < LEAST_SHARE ? null : findAround(diff, inPlace.range, quote)
  if (beside !== null) return { status: 'moved', range: beside, confidence: 1 }
  const elsewhere = findUnclaimed(diff, range, quote)
  if (elsewhere !== null) return { status: 'moved', range: elsewhere, confidence: 1 }
  const edited = [inPlace, moved].filter((survivors) => isSamePassage(survivors, range))
  const [best] = edited.sort((a, b) => b.share - a.share)
  return best === undefined ? ORPHAN : { status: 'changed', range: best.range, confidence: best.share }
}

function isSamePassage(survivors: Survivors | null, range: TextRange): survivors is Survivors {
  if (survivors === null) return false
  if (survivors.share < (survivors.isFramed ? LEAST_SHARE_IN_FRAME : LEAST_SHARE)) return false
  return lengthOf(survivors.range) <= lengthOf(range) * MOST_GROWTH
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
