import { tag } from './html'
import type { Html } from './html'

const HEADING = /^h[1-6]$/u

/** The parts of a draft, and the `id` of each heading in their order. */
export interface DraftHeadings {
  readonly nodes: readonly Html[]
  readonly ids: readonly string[]
}

/**
 * Give each heading of a draft an `id` and a link that nobody sees. A draft is printed without tags and outline,
 * which are a quarter of the time and half of the file; where the targets of links stand the engine tells all the
 * same.
 */
export function listHeadings(nodes: readonly Html[]): DraftHeadings {
  const ids: string[] = []
  const named = (node: Html): Html => {
    if (node.type !== 'element') return node
    if (!HEADING.test(node.tagName)) return tag(node.tagName, node.properties, node.children.map(named))
    const { id = `draft-${ids.length + 1}` } = node.properties
    ids.push(String(id))
    return tag(node.tagName, { ...node.properties, id }, node.children)
  }
  const list = nodes.map(named)
  const links = ids.map((id) => tag('a', { href: `#${id}` }, []))
  return { nodes: [...list, tag('nav', { hidden: true }, links)], ids }
}
