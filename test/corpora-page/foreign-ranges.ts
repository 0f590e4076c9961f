import type { Points } from './foreign-cases'
import type { ForeignPage } from './foreign-page'

/** The node that a path leads to from `context`; the paths of Hypothesis begin there. */
export function nodeAt(context: Node, path: string): Node {
  const page = context.ownerDocument
  if (page === null) throw new Error('a path starts inside a page')
  const own = path.startsWith('//') ? path : `.${path}`
  const found = page.evaluate(
    own,
    path.startsWith('//') ? page : context,
    null,
    XPathResult.FIRST_ORDERED_NODE_TYPE
  )
  if (found.singleNodeValue === null) throw new Error(`there is nothing at ${path}`)
  return found.singleNodeValue
}

/** A range of the page as it was. */
export function rangeBetween(start: readonly [Node, number], end: readonly [Node, number]): Range {
  const range = (start[0].ownerDocument ?? document).createRange()
  range.setStart(...start)
  range.setEnd(...end)
  return range
}

/** The range between two points that paths lead to. */
export function foreignRange(page: ForeignPage, points: Points): Range {
  return rangeBetween(
    [nodeAt(page.scope, points.startContainerXPath), points.startOffset],
    [nodeAt(page.scope, points.endContainerXPath), points.endOffset]
  )
}

/** Every range of a page that reads as `words`, whatever its white space is. */
export function occurrences(scope: Element, words: string): readonly Range[] {
  const literal = words.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&').replace(/\s+/gu, '\\s+')
  return [...scope.textContent.matchAll(new RegExp(literal, 'gu'))].map(({ 0: found, index }) =>
    rangeBetween(pointAt(scope, index, 'start'), pointAt(scope, index + found.length, 'end'))
  )
}

function pointAt(scope: Element, offset: number, side: 'start' | 'end'): [Node, number] {
  const walker = scope.ownerDocument.createTreeWalker(scope, NodeFilter.SHOW_TEXT)
  let before = 0
  while (walker.nextNode() !== null) {
    const { currentNode } = walker
    const length = currentNode.nodeValue?.length ?? 0
    if (side === 'start' ? before + length > offset : before + length >= offset)
      return [currentNode, offset - before]
    before += length
  }
  throw new Error(`the page has no ${offset} characters`)
}
