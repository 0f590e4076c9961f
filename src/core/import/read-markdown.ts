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
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(rehypeRaw)
  return processor.runSync(processor.parse(markdown))
}

/** Nothing of a file is lost because its head could not be read. */
function withDamaged(tree: Root, damaged: string): Root {
  return normalizeTree({ type: 'root', children: [element('pre', [text(damaged)]), ...tree.children] })
}
