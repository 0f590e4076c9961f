import type { PlacedAnnotation } from '#core/annotation/placed-annotation'
import type { TextRange } from '#core/text/text-range'
import type { OpenDocument } from './open-document.svelte'

/** What the keys mark or change. */
export type InHand =
  | { readonly kind: 'passage'; readonly range: TextRange }
  | { readonly kind: 'marks'; readonly marks: readonly [PlacedAnnotation, ...PlacedAnnotation[]] }

/**
 * What is in hand: a selection, else the marks that are chosen or selected, else the passage below the
 * cursor; a mark on exactly that passage stands for it. `null` when there is nothing.
 */
export function inHand(document: OpenDocument): InHand | null {
  const selection = document.view?.selection() ?? null
  if (selection !== null) return { kind: 'passage', range: selection }
  const [first, ...others] = targetsOf(document)
  if (first !== undefined) return { kind: 'marks', marks: [first, ...others] }
  const range = document.cursor.passage
  if (range === null) return null
  const there = document.marks.list.find((mark) => isOn(mark, range))
  return there === undefined ? { kind: 'passage', range } : { kind: 'marks', marks: [there] }
}

function isOn({ range }: PlacedAnnotation, { start, end }: TextRange): boolean {
  return range?.start === start && range.end === end
}

/** The marks that a command speaks of: those that were chosen together, else the selected one. */
export function targetsOf({ marks, shown }: OpenDocument): readonly PlacedAnnotation[] {
  const { ids } = marks.chosen
  if (ids.length > 1) return shown.inText.filter(({ id }) => ids.includes(id))
  return marks.selected === null ? [] : [marks.selected]
}

/** The marks that reach into a passage or hold a place, the shortest first. */
export function marksOver({ marks }: OpenDocument, { start, end }: TextRange): readonly PlacedAnnotation[] {
  const last = Math.max(end, start + 1)
  return marks.list
    .filter(({ range }) => range !== null && range.start < last && start < range.end)
    .sort((a, b) => lengthOf(a) - lengthOf(b))
}

function lengthOf({ range }: PlacedAnnotation): number {
  return range === null ? 0 : range.end - range.start
}
