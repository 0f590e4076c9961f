import type { PlacedAnnotation } from '#core/annotation/placed-annotation'
import type { TextRange } from '#core/text/text-range'
import type { PaintedMark } from '../dom/strokes'
import type { NewMark } from './mark-steps'
import type { NoteEditing } from './note-editing.svelte'
import type { OpenDocument } from './open-document.svelte'

/** Keep the painting of an article in step with its marks, the search and the note that is written. */
export function showPointers(open: () => OpenDocument): void {
  $effect(() => {
    const { view, marks, resizing } = open()
    view?.showMarks(marks.list.flatMap((mark) => paintedMark(mark, resizing.rangeOf(mark))))
  })
  $effect(() => {
    const { view, marks } = open()
    view?.showPending(marks.pending.flatMap(pendingMark))
  })
  $effect(() => {
    const { view, marks, resizing } = open()
    const range = marks.selected === null ? null : resizing.rangeOf(marks.selected)
    view?.point('current', range === null ? [] : [range])
  })
  $effect(() => {
    const { view, cursor, marks } = open()
    view?.point('cursor', marks.selected !== null || cursor.passage === null ? [] : [cursor.passage])
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

function paintedMark({ id, color, style, note }: PlacedAnnotation, range: TextRange | null): PaintedMark[] {
  return range === null ? [] : [{ id, range, color, style, hasNote: note !== '' }]
}

function pendingMark({ range, color, style = 'highlight', note = '' }: NewMark): PaintedMark[] {
  return range === null ? [] : [{ id: 'pending', range, color, style, hasNote: note !== '' }]
}
