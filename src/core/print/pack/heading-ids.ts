import { tag } from '../html'
import type { Html } from '../html'

const HEADING = /^h[1-6]$/u

/** The `id` of a heading, counted from 1 within its part of the document. */
export const headingId = (prefix: string, number: number): string => `${prefix}h${number}`

/** The same elements with an `id` on each heading, so that links may lead there. */
export function withHeadingIds(nodes: readonly Html[], prefix: string): readonly Html[] {
  return withIds(nodes, (number) => headingId(prefix, number)).nodes
}

/** Elements whose headings have ids, and these in the order of the headings. */
export interface NamedHeadings {
  readonly nodes: readonly Html[]
  readonly ids: readonly string[]
}

/** Give each heading the `id` of its number, counted from 1; one that has an `id` keeps it with `isKept`. */
export function withIds(
  nodes: readonly Html[],
  idOf: (number: number) => string,
  { isKept = false } = {}
): NamedHeadings {
  const ids: string[] = []
  const named = (node: Html): Html => {
    if (node.type !== 'element') return node
    const { tagName, properties, children } = node
    if (!HEADING.test(tagName)) return tag(tagName, properties, children.map(named))
    const own = isKept && typeof properties['id'] === 'string' ? properties['id'] : null
    const id = own ?? idOf(ids.length + 1)
    ids.push(id)
    return tag(tagName, { ...properties, id }, children)
  }
  return { nodes: nodes.map(named), ids }
}
