import { borderAfter, borderBefore, type TextUnit } from '#core/text/borders'
import type { TextRange } from '#core/text/text-range'
import { resizeMark } from './mark-commands'
import type { OpenDocument } from './open-document.svelte'
import type { Reader } from './reader.svelte'

/** Which end of a mark a key moves, and how. */
interface Move {
  readonly edge: 'start' | 'end'
  readonly by: 1 | -1
  readonly unit: TextUnit | 'line'
}

/**
 * Move an end of the selected mark: Shift and an arrow moves its end by a character, with Alt by a
 * word, up and down by a line; Ctrl moves its start (the keys of Zotero's reader). Answers whether
 * the key was meant so: a selection, when there is one, is what Shift and the arrows change.
 */
export function resizeByKey(reader: Reader, event: KeyboardEvent): boolean {
  const { document } = reader
  const mark = document?.marks.selected ?? null
  if (document === null || mark?.range == null || !event.shiftKey) return false
  if (getSelection()?.isCollapsed === false) return false
  const move = moveOf(event, document.briefing.dir)
  if (move === null) return false
  const range = moved(document, mark.range, move)
  if (range !== null) void resizeMark(reader, mark.id, range)
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
function moved(document: OpenDocument, range: TextRange, { edge, by, unit }: Move): TextRange | null {
  const { text } = document.plan
  const from = range[edge]
  const to =
    unit === 'line'
      ? (document.view?.lineFrom(edge === 'end' ? from - 1 : from, by) ?? from)
      : by === 1
        ? borderAfter(text, from, unit)
        : borderBefore(text, from, unit)
  const next = { ...range, [edge]: unit === 'line' && edge === 'end' && to !== from ? to + 1 : to }
  if (next.start >= next.end || next.start < 0 || next.end > text.length) return null
  return text.slice(next.start, next.end).trim() === '' ? null : next
}
