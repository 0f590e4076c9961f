import { type EdgeMove, type TextUnit, wholeCharacters, withMovedEdge } from '#core/text/borders'
import type { TextRange } from '#core/text/text-range'
import { words } from '../words/english'
import type { OpenDocument } from './open-document.svelte'
import type { Reader } from './reader.svelte'

/** Which end of a mark a key moves, and how. */
type Move = Omit<EdgeMove, 'unit'> & { readonly unit: TextUnit | 'line' }

/**
 * Move an end of the selected mark: Shift and an arrow moves its end by a character, with Alt by a
 * word, up and down by a line; Ctrl moves its start (the keys of Zotero's reader). Answers whether
 * the key was meant so: a selection, when there is one, is what Shift and the arrows change.
 */
export function resizeByKey({ document, notices }: Reader, event: KeyboardEvent): boolean {
  const mark = document?.marks.selected ?? null
  if (document === null || mark === null || document.marks.chosen.ids.length > 1) return false
  const range = document.resizing.rangeOf(mark)
  if (range === null || !event.shiftKey || getSelection()?.isCollapsed === false) return false
  const move = moveOf(event, document.briefing.dir)
  if (move === null) return false
  const next = moved(document, range, move)
  if (next === null) notices.announce(words.marks.noFurther)
  else {
    document.resizing.show(mark.id, next)
    document.resizing.settleSoon()
    document.view?.follow(move.edge === 'end' ? { start: next.end - 1, end: next.end } : next)
    notices.announce(words.marks.resized(document.quote(next)))
  }
  return true
}

function moveOf({ key, altKey, ctrlKey, metaKey }: KeyboardEvent, dir: 'ltr' | 'rtl'): Move | null {
  const edge = ctrlKey || metaKey ? 'start' : 'end'
  if (key === 'ArrowUp' || key === 'ArrowDown')
    return { edge, by: key === 'ArrowDown' ? 1 : -1, unit: 'line' }
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return null
  const isForward = (key === 'ArrowRight') === (dir === 'ltr')
  return { edge, by: isForward ? 1 : -1, unit: altKey ? 'word' : 'character' }
}

/** `null` where the mark would lose all its words, or there is no further place. */
function moved({ plan, view }: OpenDocument, range: TextRange, move: Move): TextRange | null {
  const { edge, by, unit } = move
  if (unit !== 'line') return withMovedEdge(plan.text, range, { edge, by, unit })
  const to = view?.lineFrom(edge === 'end' ? range.end - 1 : range.start, by) ?? null
  if (to === null) return null
  const next = edge === 'end' ? { ...range, end: to + 1 } : { ...range, start: to }
  return next.start < next.end ? wholeCharacters(plan.text, next) : null
}
