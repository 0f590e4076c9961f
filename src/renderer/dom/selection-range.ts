import { wholeCharacters } from '#core/text/borders'
import type { TextRange } from '#core/text/text-range'
import type { TextMap } from './text-map'

/** The text of an article and its map onto the page. */
export interface MappedText {
  readonly text: string
  readonly map: TextMap
}

/**
 * What of the briefing's text is selected, or `null` when nothing is or the selection lies elsewhere.
 *
 * Whatever the borders are (elements, white space between blocks, a triple click that ends in the
 * next paragraph), the range is of whole characters and has no white space at its ends.
 */
export function selectedRange(
  selection: Selection | null,
  article: Element,
  { text, map }: MappedText
): TextRange | null {
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  if (!range.intersectsNode(article)) return null
  const start = map.offsetAt(range.startContainer, range.startOffset, 'start')
  const end = map.offsetAt(range.endContainer, range.endOffset, 'end')
  return start === null || end === null || start >= end ? null : wholeCharacters(text, { start, end })
}
