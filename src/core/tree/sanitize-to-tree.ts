import type * as Hast from 'hast'
import rehypeSanitize from 'rehype-sanitize'
import { element } from './elements'
import { isDeeperThan, TreeTooDeep } from './nesting'
import { normalizeTree } from './normalize-tree'
import { footnotesOf, mapNodes } from './sanitize-elements'
import { SANITIZE_SCHEMA } from './sanitize-schema'
import type { StoredPicture } from './sanitize-properties'
import type { Root } from './tree'

/**
 * How deep HTML may be nested before what means nothing here (`div`, `span`) is taken away. Far more
 * than people write, far less than what overflows the stack of a recursive reader.
 */
export const RAW_NESTING_LIMIT = 500

/**
 * The normal tree of any HTML syntax tree: what is not in the closed set is mapped, unwrapped or left
 * out, so that no script, handler, style or remote resource is in the result.
 *
 * @param pictures what was stored for the `src` of pictures (see `picturesIn`); the others become
 *   placeholders with their description and address.
 * @throws TreeTooDeep
 */
export function sanitizeToTree(
  hast: Hast.Root,
  pictures: ReadonlyMap<string, StoredPicture> = new Map()
): Root {
  if (isDeeperThan(hast, RAW_NESTING_LIMIT)) throw new TreeTooDeep()
  const safe = rehypeSanitize(SANITIZE_SCHEMA)(hast)
  const { body, notes } = footnotesOf(safe)
  const labels = new Map(notes.map(({ id, label }) => [id, label]))
  const context = { pictures, labels, inPre: false, inNotes: false }
  const asides = notes.map(({ label, children }) =>
    element('aside', mapNodes(children, { ...context, inNotes: true }), { footnote: label })
  )
  const section = element('section', asides, { footnotes: true })
  return normalizeTree({ type: 'root', children: [...mapNodes(body, context), section] })
}

/** The `src` of every picture, in order and each once. */
export function picturesIn(hast: Hast.Root): readonly string[] {
  const found = new Set<string>()
  const open: Hast.Nodes[] = [hast]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'element' && node.tagName === 'img' && typeof node.properties['src'] === 'string') {
      found.add(node.properties['src'])
    }
    if ('children' in node) open.push(...node.children.toReversed())
  }
  return [...found]
}
