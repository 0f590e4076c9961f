import { tag } from '../html'
import type { Html } from '../html'

const HEADING = /^h[1-6]$/u

/** The `id` of a heading, counted from 1 within its part of the document. */
export const headingId = (prefix: string, number: number): string => `${prefix}h${number}`

/** The same elements with an `id` on each heading, so that links may lead there. */
export function withHeadingIds(nodes: readonly Html[], prefix: string): readonly Html[] {
  let number = 0
  const named = (node: Html): Html => {
    if (node.type !== 'element') return node
    if (!HEADING.test(node.tagName)) return tag(node.tagName, node.properties, node.children.map(named))
    number += 1
    return tag(node.tagName, { ...node.properties, id: headingId(prefix, number) }, node.children)
  }
  return nodes.map(named)
}
