import type * as Hast from 'hast'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { tag, words } from './html'
import type { Html } from './html'
import { printableAddress } from './link-table'
import type { LinkTable } from './link-table'

/** HTML in a note is shown as it was typed, and a picture as its description: a note is words. */
const processor = unified()
  .use(remarkParse)
  .use(remarkRehype, {
    handlers: {
      html: (_state: unknown, { value }: { value: string }) => words(value),
      image: (_state: unknown, { alt }: { alt?: string | null }) => words(alt ?? ''),
      footnoteReference: () => undefined
    }
  })

const KEPT = new Set(['p', 'em', 'strong', 'code', 'pre', 'ul', 'ol', 'li', 'blockquote', 'br'])
const HEADING = /^h[1-6]$/u

/** A note, which is Markdown, as plain paragraphs, lists and emphasis. */
export function noteHtml(note: string, links: LinkTable): Html[] {
  return parseNote(note).flatMap((node) => kept(node, links))
}

/**
 * A line that opens dozens of quotes or lists is no note that a person wrote, and the parser's time
 * grows with the square of their number: 30,000 took ten seconds.
 */
const TOO_DEEP = /^(?:[ \t]*(?:>|[-+*]|\d{1,9}[.)])){40}/mu

/** A note as HTML syntax; one nested deeper than the parser can follow stands as it was typed. */
export function parseNote(note: string): readonly Hast.RootContent[] {
  if (TOO_DEEP.test(note)) return [tag('p', {}, [words(note)])]
  try {
    return processor.runSync(processor.parse(note)).children
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    return [tag('p', {}, [words(note)])]
  }
}

function kept(node: Hast.RootContent, links: LinkTable): Html[] {
  if (node.type === 'text') return [words(node.value)]
  if (node.type !== 'element') return []
  const children = node.children.flatMap((child) => kept(child, links))
  if (node.tagName === 'a') return linked(node, children, links)
  if (HEADING.test(node.tagName)) return [tag('p', {}, [tag('strong', {}, children)])]
  return KEPT.has(node.tagName) ? [tag(node.tagName, {}, children)] : children
}

function linked({ properties }: Hast.Element, children: Html[], links: LinkTable): Html[] {
  const href = typeof properties['href'] === 'string' ? printableAddress(properties['href']) : null
  if (href === null) return children
  const text = children.map((child) => (child.type === 'text' ? child.value : '')).join('')
  const address = links.addressOf({ marks: [], href, text: text === '' ? href : text })
  return [tag('a', { className: ['link'], href: address }, children)]
}
