import type { ContextSide } from './context-side'

/** A quote that stands in more places is found by its surroundings. */
export const MOST_OCCURRENCES = 2_000

interface Occurrences {
  /** Where the quote begins in the ink of the text. */
  readonly starts: readonly number[]
  readonly length: number
  readonly sides: { readonly before: ContextSide; readonly behind: ContextSide }
  /** Where positions say that it begins. */
  readonly wanted: readonly number[]
}

/** One occurrence and how sure it is, from 0 to 1. */
export type Chosen =
  { readonly start: number; readonly certainty: number } | { readonly reason: 'absent' | 'ambiguous' }

/** A position that agrees with the quote weighs as much as most of the context on one side. */
const POSITION = 0.75
/** By how much one occurrence must suit better than any other. */
const LEAST_LEAD = 0.25
/** So many units say by themselves which passage is meant, though all around them is new. */
const SPEAKING_LENGTH = 12
/** With less of the context left, it speaks of another place. */
const LEAST_CONTEXT = 0.3

interface Occurrence {
  readonly start: number
  readonly isWanted: boolean
  /** How much of the context stands around it: from 0 to 1 for each side. */
  readonly context: number
}

/** Which occurrence of a quote is meant, by the context around it and by position. */
export function chooseOccurrence(text: string, { starts, length, sides, wanted }: Occurrences): Chosen {
  const { before, behind } = sides
  const given = Number(!before.isEmpty) + Number(!behind.isEmpty)
  const whole = starts.filter(
    (start) => before.standsAt(text, start) && behind.standsAt(text, start + length)
  )
  const [only] = whole
  if (only !== undefined && whole.length === 1 && given > 0) return { start: only, certainty: 1 }
  const occurrences = (whole.length > 0 ? whole : starts).map((start) => ({
    start,
    isWanted: wanted.includes(start),
    context: before.likenessAt(text, start) + behind.likenessAt(text, start + length)
  }))
  const [best, second] = bestTwo(occurrences)
  if (best === undefined) return { reason: 'absent' }
  if (second !== undefined && weightOf(best) - weightOf(second) < LEAST_LEAD) return { reason: 'ambiguous' }
  const isKnown = given === 0 || best.isWanted || best.context >= LEAST_CONTEXT
  if (!isKnown && (length < SPEAKING_LENGTH || second !== undefined)) return { reason: 'absent' }
  return { start: best.start, certainty: given === 0 ? 1 : 0.5 + (0.5 * best.context) / given }
}

function bestTwo(occurrences: readonly Occurrence[]): readonly Occurrence[] {
  return [...occurrences].sort((a, b) => weightOf(b) - weightOf(a)).slice(0, 2)
}

function weightOf({ context, isWanted }: Occurrence): number {
  return context + (isWanted ? POSITION : 0)
}
