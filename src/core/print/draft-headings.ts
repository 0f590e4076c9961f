import { tag } from './html'
import type { Html } from './html'
import { type NamedHeadings, withIds } from './pack/heading-ids'

/**
 * Give each heading of a draft an `id`, and a link to it that nobody sees. A draft is printed without tags and
 * outline, which are a quarter of the time and half of the file; where the targets of links stand the engine tells
 * all the same.
 */
export function listHeadings(parts: readonly Html[]): NamedHeadings {
  const { nodes, ids } = withIds(parts, (number) => `draft-${number}`, { isKept: true })
  const links = ids.map((id) => tag('a', { href: `#${id}` }, []))
  return { nodes: [...nodes, tag('nav', { hidden: true }, links)], ids }
}
