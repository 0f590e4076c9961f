import type { PlacedAnnotation } from '#core/annotation/placed-annotation'
import type { TextRange } from '#core/text/text-range'
import type { PaintedMark } from '../dom/strokes'
import type { NoteEditing } from './note-editing.svelte'
import type { OpenDocument } from './open-document.svelte'

/** Keep the painting of an article in step with its marks, the search and the note that is written. */
export function showPointers(open: () => OpenDocument): void {
  $effect(() => {
    const { view, marks } = open()
    view?.showMarks(marks.list.flatMap(paintedMark))
  })
  $effect(() => {
    const { view, marks } = open()
    view?.point('current', marks.selected?.range == null ? [] : [marks.selected.range])
  })
  $effect(() => {
    const { view, editing } = open()
    view?.point('draft', draftRange(editing))
  })
  $effect(() => {
    const { view, find } = open()
    view?.point('find-hit', find.painted)
    view?.point('find-current', find.currentHit === null ? [] : [find.currentHit])
  })
  $effect(() => {
    const { view, find } = open()
    if (find.currentHit !== null) view?.reveal(find.currentHit)
  })
}

function draftRange({ target }: NoteEditing): readonly TextRange[] {
  return target?.kind === 'draft' && target.range !== null ? [target.range] : []
}

function paintedMark({ id, range, color, style, note }: PlacedAnnotation): PaintedMark[] {
  return range === null ? [] : [{ id, range, color, style, hasNote: note !== '' }]
}
