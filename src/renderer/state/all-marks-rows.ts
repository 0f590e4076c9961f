import type { PlacedAnnotation } from '#core/annotation/placed-annotation'
import type { BriefingSummary } from '#core/briefing/briefing'
import { foldedText } from '#core/text/folded-text'

/** A line of the list of all marks: what a group has in common, or a mark. */
export type MarkRow =
  | {
      readonly kind: 'briefing'
      readonly id: string
      readonly briefing: BriefingSummary
      readonly marks: number
    }
  | { readonly kind: 'day'; readonly id: string; readonly day: string; readonly marks: number }
  | {
      readonly kind: 'mark'
      readonly id: string
      readonly mark: PlacedAnnotation
      readonly briefing: BriefingSummary
    }

type Briefings = ReadonlyMap<string, BriefingSummary>

/** What is asked of briefings: words of their titles, and the days between which they are dated; empty for any. */
interface BriefingsWanted {
  readonly title: string
  readonly from: string
  readonly to: string
}

/** The briefings that have what is asked for, by their ids. */
export function briefingsAsked(
  briefings: readonly BriefingSummary[],
  { title: words, from, to }: BriefingsWanted
): Briefings {
  const wanted = foldedText(words.trim()).text.split(' ')
  const asked = briefings.filter(({ title, date }) => {
    const isDated = (from === '' || (date ?? '') >= from) && (to === '' || (date !== null && date <= to))
    const folded = words.trim() === '' ? '' : foldedText(title).text
    return isDated && wanted.every((word) => folded.includes(word))
  })
  return new Map(asked.map((briefing) => [briefing.id, briefing]))
}

/** `marks`, which come briefing after briefing, with a heading for each. */
export function rowsByBriefing(marks: readonly PlacedAnnotation[], briefings: Briefings): readonly MarkRow[] {
  return grouped(marks, briefings, ({ briefing }) => briefing)
}

/** `marks` with the newest change first, and a heading for each day (UTC). */
export function rowsByTime(marks: readonly PlacedAnnotation[], briefings: Briefings): readonly MarkRow[] {
  const newest = newestFirst(marks)
  return grouped(newest, briefings, ({ modified }) => modified.slice(0, 10))
}

/**
 * Sorted as numbers, second and index in one: a hundred thousand marks would hold a frame for a fifth
 * of a second if each two were compared by a function.
 */
function newestFirst(marks: readonly PlacedAnnotation[]): readonly PlacedAnnotation[] {
  const keys = Float64Array.from(
    marks,
    ({ modified }, index) => Math.floor(Date.parse(modified) / 1000) * ROOM + index
  )
  return [...keys.sort().reverse()].flatMap((key) => marks[key % ROOM] ?? [])
}

/** Marks that can be sorted at once: seconds times this stay below 2^53 until the year 2255. */
const ROOM = 1_000_000

function grouped(
  marks: readonly PlacedAnnotation[],
  briefings: Briefings,
  groupOf: (mark: PlacedAnnotation) => string
): readonly MarkRow[] {
  const rows: MarkRow[] = []
  let start = 0
  while (start < marks.length) {
    const first = marks[start]
    if (first === undefined) break
    const group = groupOf(first)
    let end = start
    for (let mark = marks[end]; mark !== undefined && groupOf(mark) === group; mark = marks[end]) end += 1
    const briefing = briefings.get(first.briefing)
    const common = { id: `group-${group}`, marks: end - start }
    if (group !== first.briefing) rows.push({ kind: 'day', day: group, ...common })
    else if (briefing !== undefined) rows.push({ kind: 'briefing', briefing, ...common })
    for (const mark of marks.slice(start, end)) {
      const of = briefings.get(mark.briefing)
      if (of !== undefined) rows.push({ kind: 'mark', id: mark.id, mark, briefing: of })
    }
    start = end
  }
  return rows
}
