import { align } from '../anchor/align'
import type { TextRange } from '../text/text-range'
import type { EditionDiff } from './edition-diff'

/** What stood between two words that are left, and what stands between them now. */
export interface Gap {
  readonly before: TextRange
  readonly after: TextRange
}

/** Longer gaps are compared by their words alone. */
const LONGEST = 200
/** With more errors for each letter, words are others and not the same with slips in them. */
const MOST_ERRORS = 0.4

/** Where a part of a gap stands now, and how many of its code units are left. */
export interface PlaceInGap {
  readonly range: TextRange
  readonly left: number
}

/** Follow `part`, which is cut to the gap, letter by letter; `null` when the gap holds other words now. */
export function placeInGap(diff: EditionDiff, { before, after }: Gap, part: TextRange): PlaceInGap | null {
  const pattern = diff.before.slice(before.start, before.end)
  const text = diff.after.slice(after.start, after.end)
  if (pattern.length > LONGEST || text.length > LONGEST) return null
  const alignment = align(pattern, text, { first: -pattern.length, last: text.length })
  if (alignment === null) return null
  const errors = (alignment.errorsBefore[pattern.length] ?? 0) - (alignment.errorsBehind[0] ?? 0)
  if (errors > MOST_ERRORS * pattern.length) return null
  const from = Math.max(0, part.start - before.start)
  const to = Math.min(pattern.length, part.end - before.start)
  const start = alignment.behind[from] ?? 0
  const end = alignment.before[to] ?? 0
  if (end <= start) return null
  const lost = (alignment.errorsBefore[to] ?? 0) - (alignment.errorsBehind[from] ?? 0)
  return {
    range: { start: after.start + start, end: after.start + end },
    left: Math.max(0, to - from - lost)
  }
}
