import type * as Hast from 'hast'
import rehypeRaw from 'rehype-raw'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { element, text } from '../tree/elements'
import { normalizeTree } from '../tree/normalize-tree'
import { picturesIn, sanitizeToTree } from '../tree/sanitize-to-tree'
import type { Root } from '../tree/tree'
import { dateHeader } from './dates'
import type { Draft, StorePictures } from './draft'
import { partFrontMatter } from './front-matter'
import { liftDataAddresses } from './lift-data-addresses'

const DAMAGED_FRONT_MATTER =
  'The front matter could not be understood, so it stands at the top of the text as it was.'

/**
 * Read GitHub Flavored Markdown (https://github.github.com/gfm/) with YAML front matter; HTML in it
 * goes through the sanitised tree.
 *
 * @throws TreeTooDeep
 */
export async function readMarkdown(readable: string, storePictures: StorePictures): Promise<Draft> {
  const { front, damaged, body } = partFrontMatter(readable)
  const header = front.date === null ? dateHeader(body) : { date: null, text: body }
  const lifted = liftDataAddresses(header.text)
  const hast = hastOf(lifted.text)
  lifted.putBack(hast)
  const tree = sanitizeToTree(hast, await storePictures(picturesIn(hast)))
  return {
    tree: damaged === null ? tree : withDamaged(tree, damaged),
    title: front.title,
    date: front.date ?? header.date,
    language: front.language,
    tags: front.tags,
    sourceUrl: front.sourceUrl,
    warnings: damaged === null ? [] : [DAMAGED_FRONT_MATTER]
  }
}

function hastOf(markdown: string): Hast.Root {
  const parser = unified().use(remarkParse).use(remarkGfm)
  const { children } = unified()
    .use(remarkRehype, { allowDangerousHtml: true })
    .runSync(parser.parse(markdown))
  const at = children.findLastIndex(isFootnotes)
  if (at === -1) return withHtmlParsed(children)
  // By themselves, so that an element that is never closed above does not swallow them.
  const [body, notes] = [withHtmlParsed(children.slice(0, at)), withHtmlParsed(children.slice(at))]
  return { type: 'root', children: [...body.children, ...notes.children] }
}

function isFootnotes(node: Hast.RootContent): boolean {
  return node.type === 'element' && node.properties['dataFootnotes'] !== undefined
}

function withHtmlParsed(children: readonly Hast.RootContent[]): Hast.Root {
  return unified()
    .use(rehypeRaw)
    .runSync({ type: 'root', children: [...children, FLUSH] })
}

/**
 * The HTML parser holds text in a table back until the next token (HTML Standard, "in table text"),
 * and rehype-raw sends no end: without this, the text after a `<table>` that is never closed is lost.
 */
const FLUSH: Hast.Comment = { type: 'comment', value: '' }

/** Nothing of a file is lost because its head could not be read. */
function withDamaged(tree: Root, damaged: string): Root {
  return normalizeTree({ type: 'root', children: [element('pre', [text(damaged)]), ...tree.children] })
}
