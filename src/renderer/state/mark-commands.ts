import type { PlacedAnnotation } from '#core/annotation/placed-annotation'
import { blockIndexAt } from '#core/text/paragraphs'
import type { TextRange } from '#core/text/text-range'
import { words } from '../words/english'
import { marksOver, targetsOf } from './in-hand'
import { changeStep, type MarkChange, mergeSteps, splitSteps } from './mark-steps'
import type { OpenDocument } from './open-document.svelte'
import type { Reader } from './reader.svelte'

/** Set something on marks, as one change to take back; `said` is announced. */
export async function setOnMarks(
  { document, notices }: Reader,
  targets: readonly PlacedAnnotation[],
  { change, what, said }: { readonly change: MarkChange; readonly what: string; readonly said: string }
): Promise<void> {
  const steps = targets.map((mark) => changeStep(mark, change))
  if (document !== null && (await document.marks.make(what, steps))) notices.announce(said)
}

/** Add a tag to marks, or with `isOn: false` take it off them. */
export async function setTag(
  { document, notices }: Reader,
  targets: readonly PlacedAnnotation[],
  { tag, isOn }: { readonly tag: string; readonly isOn: boolean }
): Promise<void> {
  const steps = targets
    .filter(({ tags }) => tags.includes(tag) !== isOn)
    .map((mark) => {
      const others = mark.tags.filter((other) => other !== tag)
      return changeStep(mark, { tags: isOn ? [...others, tag] : others })
    })
  if (document === null || steps.length === 0) return
  if (await document.marks.make(words.marks.tagsChange, steps))
    notices.announce(isOn ? words.marks.tagged(tag) : words.marks.untagged(tag))
}

/** Make one mark of those that were chosen, or of the selected one and the next, when that is no further than the next paragraph. */
export async function mergeMarks({ document, notices }: Reader): Promise<void> {
  if (document === null) return
  const { marks } = document
  const placed = marks.list.filter(({ range }) => range !== null)
  const chosen = placed.filter(({ id }) => targetsOf(document).some((target) => target.id === id))
  const next = placed[placed.findIndex(({ id }) => id === chosen[0]?.id) + 1]
  const isNear = next !== undefined && chosen[0] !== undefined && isNextTo(document, chosen[0], next)
  const [first, ...others] = chosen.length === 1 && isNear ? [...chosen, next] : chosen
  if (first === undefined || others.length === 0) return notices.announce(words.marks.nothingToMerge)
  if (!(await marks.make(words.marks.merge, mergeSteps([first, ...others])))) return
  marks.chosen.clear()
  marks.selectedId = first.id
  notices.announce(words.marks.merged(others.length + 1))
}

function isNextTo({ plan }: OpenDocument, first: PlacedAnnotation, next: PlacedAnnotation): boolean {
  if (first.range === null || next.range === null) return false
  const index = ({ start }: TextRange): number => blockIndexAt(plan.blocks, start)
  return index(next.range) - index({ start: first.range.end - 1, end: first.range.end }) <= 1
}

/**
 * Cut a mark in two where the selection or the cursor begins, or where it was clicked: the selected
 * mark, or the shortest that is there.
 */
export async function splitMark({ document, notices }: Reader): Promise<void> {
  const at = document?.cutAt() ?? null
  if (document === null || at === null) return notices.tell(words.marks.splitHint)
  const { selected } = document.marks
  const there = selected === null ? marksOver(document, { start: at, end: at }) : [selected]
  for (const mark of there) {
    const parts = mark.range === null ? null : partsOf(document.plan.text, mark.range, at)
    if (parts === null) continue
    if (await document.marks.make(words.marks.splitting, splitSteps(mark, parts)))
      notices.announce(words.marks.splitDone)
    return
  }
  notices.tell(words.marks.splitHint)
}

/** Both parts without the white space between them, or `null` when one of them would be empty. */
function partsOf(
  text: string,
  { start, end }: TextRange,
  at: number
): readonly [TextRange, TextRange] | null {
  if (at <= start || at >= end) return null
  const first = start + text.slice(start, at).trimEnd().length
  const second = end - text.slice(at, end).trimStart().length
  return first > start && second < end
    ? [
        { start, end: first },
        { start: second, end }
      ]
    : null
}
