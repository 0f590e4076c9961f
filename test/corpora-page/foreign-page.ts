import type * as Hast from 'hast'
import type { TextRange } from '#core/text/text-range'
import { sanitizeToTree } from '#core/tree/sanitize-to-tree'
import { drawTree, type DrawnTree } from '../../src/renderer/testing/draw-tree'
import { selectedRange } from '../../src/renderer/dom/selection-range'

/** A page of another program as it was, and as this program shows it. */
export interface ForeignPage {
  /** The element that positions and paths of the annotations start from. */
  readonly scope: Element
  readonly drawn: DrawnTree
}

/** Bring a page in as an import does, by the sanitised tree, and draw it. */
export function drawPage(html: string, scopeSelector = 'body'): ForeignPage {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const scope = page.querySelector(scopeSelector)
  if (scope === null) throw new Error(`the page has no ${scopeSelector}`)
  const children = [...scope.childNodes].flatMap(toHast)
  return { scope, drawn: drawTree(sanitizeToTree({ type: 'root', children })) }
}

/** What of the canonical text is selected, as a mark would take it. */
export function selectionIn({ drawn }: ForeignPage, range: StaticRangeInit): TextRange | null {
  const { startContainer, startOffset, endContainer, endOffset } = range
  getSelection()?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset)
  const { text } = drawn.plan
  const selected = selectedRange(getSelection(), drawn.article, { text, map: drawn.map })
  getSelection()?.removeAllRanges()
  return selected
}

/** The canonical range of the words between two points of the page as it was; `null` for none. */
export function canonicalRange({ scope, drawn }: ForeignPage, range: Range): TextRange | null {
  const { text } = drawn.plan
  const [start, end] = [inkBefore(scope, range, 'start'), inkBefore(scope, range, 'end')]
  if (start >= end) return null
  return { start: offsetOfInk(text, start), end: offsetOfInk(text, end - 1) + 1 }
}

/** Words without their white space, which is folded on the way in and differs between all programs. */
export function inkOf(words: string): string {
  return words.replace(/\s+/gu, '')
}

/** Units of ink from the start of the scope to one end of a range. */
export function inkBefore(scope: Node, range: Range, side: 'start' | 'end'): number {
  const before = (scope.ownerDocument ?? document).createRange()
  before.setStart(scope, 0)
  if (side === 'start') before.setEnd(range.startContainer, range.startOffset)
  else before.setEnd(range.endContainer, range.endOffset)
  return inkOf(before.toString()).length
}

/** Where the unit of ink with this number stands. */
export function offsetOfInk(text: string, wanted: number): number {
  let seen = 0
  for (let at = 0; at < text.length; at += 1) {
    if (/\s/u.test(text.charAt(at))) continue
    if (seen === wanted) return at
    seen += 1
  }
  return text.length
}

function toHast(node: Node): Hast.ElementContent[] {
  if (node instanceof Text) return [{ type: 'text', value: node.data }]
  if (!(node instanceof Element)) return []
  const properties = Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value]))
  const children = [...node.childNodes].flatMap(toHast)
  return [{ type: 'element', tagName: node.localName, properties, children }]
}
