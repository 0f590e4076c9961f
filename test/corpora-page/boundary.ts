import { OUTSIDE } from '../../src/renderer/dom/entries'
import { type ForeignPage, inkBefore, inkOf, offsetOfInk } from './foreign-page'

/** A place in the page as it is drawn. */
export interface Boundary {
  readonly container: Node
  readonly offset: number
}

type Side = 'start' | 'end'

/** What some elements are called here. */
const RENAMED: Readonly<Record<string, string>> = { b: 'strong', i: 'em', div: 'p' }

/**
 * The same boundary in the drawn page: in the text node or the element that became of its container;
 * `null` where nothing became of it, since the tree knows no such element or its text was joined.
 */
export function drawnBoundary(page: ForeignPage, range: Range, side: Side): Boundary | null {
  const container = side === 'start' ? range.startContainer : range.endContainer
  const offset = side === 'start' ? range.startOffset : range.endOffset
  const ink = inkBefore(page.scope, range, side)
  return container instanceof Text
    ? inText(page, { container, offset, ink, side })
    : container instanceof Element
      ? inElement(page, { container, ink, side })
      : null
}

function inText(
  { drawn }: ForeignPage,
  { container, offset, ink, side }: { container: Text; offset: number; ink: number; side: Side }
): Boundary | null {
  const begin = ink - inkOf(container.data.slice(0, offset)).length
  const own = inkOf(container.data)
  if (own === '') return null
  let seen = 0
  for (const { node } of drawn.map.entries) {
    const words = node instanceof Text ? inkOf(node.data) : ''
    if (node instanceof Text && seen === begin && words === own)
      return { container: node, offset: atInk(node.data, ink - begin, side) }
    seen += words.length
  }
  return null
}

/** A passage begins right before its first unit of ink and ends right behind its last. */
function atInk(words: string, count: number, side: Side): number {
  return side === 'start' || count === 0 ? offsetOfInk(words, count) : offsetOfInk(words, count - 1) + 1
}

function inElement(
  { scope, drawn }: ForeignPage,
  { container, ink, side }: { container: Element; ink: number; side: Side }
): Boundary | null {
  const own = scope.ownerDocument.createRange()
  own.selectNodeContents(container)
  const begin = inkBefore(scope, own, 'start')
  const name = RENAMED[container.localName] ?? container.localName
  const words = inkOf(container.textContent)
  const found = [...drawn.article.querySelectorAll(name)].find(
    (element) => inkOf(wordsIn(element)) === words && inkBeforeDrawn(drawn.article, element) === begin
  )
  if (found === undefined || words === '') return null
  return { container: found, offset: childAt(found, ink - begin, side) }
}

/** The last child boundary before which so much ink stands, or for a start the first. */
function childAt(element: Element, ink: number, side: Side): number {
  const counts = [0]
  for (const child of element.childNodes) counts.push((counts.at(-1) ?? 0) + inkOf(wordsIn(child)).length)
  return side === 'start'
    ? Math.max(
        0,
        counts.findIndex((count, index) => (counts[index + 1] ?? Infinity) > ink && count >= 0)
      )
    : Math.max(
        0,
        counts.findLastIndex((count) => count <= ink)
      )
}

function inkBeforeDrawn(article: Element, element: Element): number {
  let seen = 0
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  while (walker.nextNode() !== null) {
    if (walker.currentNode === element) return seen
    const { currentNode } = walker
    if (currentNode instanceof Text && currentNode.parentElement?.closest(`[${OUTSIDE}]`) === null)
      seen += inkOf(currentNode.data).length
  }
  return seen
}

/** The words of the briefing below a node. */
function wordsIn(node: Node): string {
  if (node instanceof Text) return node.data
  if (node instanceof Element && node.hasAttribute(OUTSIDE)) return ''
  return [...node.childNodes].map(wordsIn).join('')
}
