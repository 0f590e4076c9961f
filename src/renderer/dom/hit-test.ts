import type { TextRange } from '#core/text/text-range'
import type { TextMap } from './text-map'

/** The offset of the character under a point of the window, or `null` where there is no text. */
export function offsetAtPoint(map: TextMap, x: number, y: number): number | null {
  const caret = document.caretPositionFromPoint(x, y)
  if (caret === null) return null
  const entry = map.entryOf(caret.offsetNode)
  if (entry === null) return null
  const near = entry.start + caret.offset
  return [near, near - 1].find((offset) => isUnder(map, offset, x, y)) ?? null
}

/** The offset of the border between characters that is nearest to a point, or `null` where there is no text. */
export function offsetNearPoint(map: TextMap, x: number, y: number): number | null {
  const caret = document.caretPositionFromPoint(x, y)
  const entry = caret === null ? null : map.entryOf(caret.offsetNode)
  return caret === null || entry === null ? null : entry.start + Math.min(caret.offset, entry.length)
}

/** What lies at `offset`, the shortest first. */
export function marksAt<Mark extends { readonly range: TextRange }>(
  marks: readonly Mark[],
  offset: number
): readonly Mark[] {
  return marks
    .filter(({ range }) => range.start <= offset && offset < range.end)
    .sort((a, b) => lengthOf(a.range) - lengthOf(b.range))
}

/** The one to select by a click: the shortest, or the next one when that is selected already. */
export function nextOf<Mark extends { readonly id: string }>(
  hits: readonly Mark[],
  selected: string | null
): Mark | null {
  const at = hits.findIndex(({ id }) => id === selected)
  return hits[(at + 1) % hits.length] ?? null
}

function isUnder(map: TextMap, offset: number, x: number, y: number): boolean {
  const range = map.domRange({ start: offset, end: offset + 1 })
  if (range === null) return false
  return [...range.getClientRects()].some(
    (rect) => rect.left - 1 <= x && x <= rect.right + 1 && rect.top - 2 <= y && y <= rect.bottom + 2
  )
}

function lengthOf({ start, end }: TextRange): number {
  return end - start
}
