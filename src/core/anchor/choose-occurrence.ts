import type { TextRange } from '../text/text-range'
import type { ContextSide } from './context-side'
import type { StandingQuote } from './standing-quotes'

/** A quote that stands in more places is found by its surroundings. */
export const MOST_OCCURRENCES = 2_000

interface Occurrences {
  readonly all: readonly StandingQuote[]
  readonly sides: { readonly before: ContextSide; readonly behind: ContextSide }
  /** Where positions say that it begins, in units of ink. */
  readonly wanted: readonly number[]
}

/** One occurrence and how sure it is, from 0 to 1. */
export type Chosen =
  { readonly range: TextRange; readonly certainty: number } | { readonly reason: 'absent' | 'ambiguous' }

/** A position that agrees with the quote weighs as much as most of the context on one side. */
const POSITION = 0.75
/** By how much one occurrence must suit better than any other. */
const LEAST_LEAD = 0.25
/** So many units say by themselves which passage is meant, though all around them is new. */
const SPEAKING_LENGTH = 20
/** With less of the context left, it speaks of another place. */
const LEAST_CONTEXT = 0.3

interface Occurrence extends StandingQuote {
  readonly isWanted: boolean
  /** How much of the context stands around it: from 0 to 1 for each side. */
  readonly context: number
}

/** Which occurrence of a quote is meant, by the context around it in the ink of a text, and by position. */
export function chooseOccurrence(units: string, { all, sides, wanted }: Occurrences): Chosen {
  const { before, behind } = sides
  const given = Number(!before.isEmpty) + Number(!behind.isEmpty)
  const whole = all.filter(({ ink }) => before.standsAt(units, ink.start) && behind.standsAt(units, ink.end))
  const [only] = whole
  if (only !== undefined && whole.length === 1 && given > 0) return { range: only.range, certainty: 1 }
  const occurrences = (whole.length > 0 ? whole : all).map(({ ink, range }) => ({
    ...{ ink, range, isWanted: wanted.includes(ink.start) },
    context: before.likenessAt(units, ink.start) + behind.likenessAt(units, ink.end)
  }))
  const [best, second] = bestTwo(occurrences)
  if (best === undefined) return { reason: 'absent' }
  if (second !== undefined && weightOf(best) - weightOf(second) < LEAST_LEAD) return { reason: 'ambiguous' }
  if (given > 0 && !best.isWanted && !isSpeaking(best, second)) return { reason: 'absent' }
  return { range: best.range, certainty: given === 0 ? 1 : 0.5 + (0.5 * best.context) / given }
}

/** Whether enough of the context is left, or the words are so many and stand nowhere else. */
function isSpeaking({ context, ink }: Occurrence, second: Occurrence | undefined): boolean {
  return context >= LEAST_CONTEXT || (second === undefined && ink.end - ink.start >= SPEAKING_LENGTH)
}

function bestTwo(occurrences: readonly Occurrence[]): readonly Occurrence[] {
  return [...occurrences].sort((a, b) => weightOf(b) - weightOf(a)).slice(0, 2)
}

function weightOf({ context, isWanted }: Occurrence): number {
  return context + (isWanted ? POSITION : 0)
}
