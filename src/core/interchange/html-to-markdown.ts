import { toMdast } from 'hast-util-to-mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import rehypeRaw from 'rehype-raw'
import { unified } from 'unified'
import { toHast } from '../formats/to-hast'
import { sanitizeToTree } from '../tree/sanitize-to-tree'
import { TreeTooDeep } from '../tree/nesting'

/** Longer HTML is no note; the parser would hold up everything else. */
const MAX_HTML_LENGTH = 500_000

/** HTML of a note as Markdown: it goes through the sanitised tree; what is too deep or too long for that stays as typed. */
export function htmlToMarkdown(html: string): string {
  if (html.length > MAX_HTML_LENGTH) return html
  try {
    const raw = { type: 'root' as const, children: [{ type: 'raw' as const, value: html }] }
    const tree = sanitizeToTree(unified().use(rehypeRaw).runSync(raw))
    const mdast = toMdast({ type: 'root', children: toHast(tree, (asset) => asset) })
    if (mdast.type !== 'root') return html
    return toMarkdown(mdast, { extensions: [gfmToMarkdown()] }).trim()
  } catch (thrown) {
    if (thrown instanceof TreeTooDeep) return html
    throw thrown
  }
}
