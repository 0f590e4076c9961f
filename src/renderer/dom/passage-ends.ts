import type { TextRange } from '#core/text/text-range'
import type { TextMap } from './text-map'

/** Where a passage begins and ends in the window. */
export interface PassageEnds {
  /** Of its first character. */
  readonly start: DOMRect
  /** Of its last character. */
  readonly end: DOMRect
  /** The end whose border is on the left of its character: the first one where the text runs to the right. */
  readonly leftEdge: 'start' | 'end'
}

/** The places of the first and the last character of `range`; `null` when they are not drawn. */
export function endsOf(map: TextMap, range: TextRange): PassageEnds | null {
  const first = map.domRange({ start: range.start, end: range.start + 1 })
  const last = map.domRange({ start: range.end - 1, end: range.end })
  const start = first?.getClientRects()[0]
  const end = [...(last?.getClientRects() ?? [])].at(-1)
  if (first === null || start === undefined || end === undefined) return null
  const element = first.startContainer.parentElement
  const isLeftToRight = element === null || getComputedStyle(element).direction === 'ltr'
  return { start, end, leftEdge: isLeftToRight ? 'start' : 'end' }
}
