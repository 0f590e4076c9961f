import { tick } from 'svelte'
import type { PlacedAnnotation } from '#core/annotation/placed-annotation'
import type { TextRange } from '#core/text/text-range'
import { words } from '../words/english'
import { markIn } from './commands'
import { changeStep, type MarkChange, mergeSteps, placeStep, splitSteps } from './mark-steps'
import type { OpenDocument } from './open-document.svelte'
import type { Reader } from './reader.svelte'

/** The marks that a command speaks of: those that were chosen together, else the selected one. */
export function targetsOf({ marks }: OpenDocument): readonly PlacedAnnotation[] {
  if (marks.chosenIds.length > 1) return marks.list.filter(({ id }) => marks.chosenIds.includes(id))
  return marks.selected === null ? [] : [marks.selected]
}

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

/** Put one end of the selected mark elsewhere. */
export async function resizeMark({ document, notices }: Reader, id: string, range: TextRange): Promise<void> {
  const mark = document?.marks.list.find((candidate) => candidate.id === id)
  if (document === null || mark === undefined) return
  if (mark.range?.start === range.start && mark.range.end === range.end) return
  if (await document.marks.make(words.marks.extent, [placeStep(mark, range)]))
    notices.announce(words.marks.resized(document.quote(range)))
}

/** Make one mark of those that were chosen, or of the selected one and the next in the text. */
export async function mergeMarks({ document, notices }: Reader): Promise<void> {
  if (document === null) return
  const { marks } = document
  const placed = marks.list.filter(({ range }) => range !== null)
  const chosen = placed.filter(({ id }) => targetsOf(document).some((target) => target.id === id))
  const next = placed[placed.findIndex(({ id }) => id === chosen[0]?.id) + 1]
  const [first, ...others] = chosen.length === 1 && next !== undefined ? [...chosen, next] : chosen
  if (first === undefined || others.length === 0) return notices.announce(words.marks.nothingToMerge)
  if (!(await marks.make(words.marks.merge, mergeSteps([first, ...others])))) return
  marks.chosenIds = []
  marks.selectedId = first.id
  notices.announce(words.marks.merged(others.length + 1))
}

/** Cut the selected mark in two where the selection or the cursor begins. */
export async function splitMark({ document, notices }: Reader, at: number | null): Promise<void> {
  const mark = document?.marks.selected ?? null
  if (document === null || mark?.range == null) return notices.announce(words.marks.selectFirst)
  const parts = at === null ? null : partsOf(document.plan.text, mark.range, at)
  if (parts === null) return notices.tell(words.marks.splitHint)
  const steps = splitSteps(mark, parts)
  if (await document.marks.make(words.marks.splitting, steps)) notices.announce(words.marks.splitDone)
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

/** Write a note on the whole briefing. */
export async function writeGeneralNote({ document, layout, settings }: Reader): Promise<void> {
  layout.showNotes()
  await document?.editing.begin(null, settings.current.lastColor)
}

/** Show type, style and tags of the selected mark, and go to its tags; a selection is marked first. */
export async function editTags(reader: Reader): Promise<void> {
  const { document, layout, notices } = reader
  if (document === null) return
  if (document.view?.selection() != null) await markIn(reader, reader.settings.current.lastColor)
  const id = document.marks.selectedId
  if (id === null) return notices.announce(words.marks.selectFirst)
  layout.showNotes()
  document.marks.isDetailed = true
  await tick()
  window.document.querySelector<HTMLElement>(`[data-mark="${id}"] [data-tags]`)?.focus()
}
