import type { Truth } from './edited-text'

/** `wrong words`: there, but with other ends than its words have; `wrong place`: where none of them is. */
export type Verdict = 'right' | 'orphan' | 'wrong words' | 'wrong place'

/** With less of it left, a passage may be called gone. */
const LEAST_SHARE = 0.5

/** Whether a mark lies where edits put its words; `null` is an orphan. */
export function verdictOf(
  range: { readonly start: number; readonly end: number } | null,
  { share, start, end }: Truth
): Verdict {
  if (range === null) return share < LEAST_SHARE ? 'right' : 'orphan'
  if (share === 0 || range.end <= start[1] || range.start >= end[0]) return 'wrong place'
  const isAtStart = range.start >= start[0] && range.start <= start[1]
  const isAtEnd = range.end >= end[0] && range.end <= end[1]
  return isAtStart && isAtEnd ? 'right' : 'wrong words'
}

/** How often each verdict was given. */
export function countOf(verdicts: readonly Verdict[]): Readonly<Record<Verdict, number>> {
  const counts = { right: 0, orphan: 0, 'wrong words': 0, 'wrong place': 0 }
  for (const verdict of verdicts) counts[verdict] += 1
  return counts
}
