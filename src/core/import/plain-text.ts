import { element, text } from '../tree/elements'
import { normalizeTree } from '../tree/normalize-tree'
import type { Root, TreeNode } from '../tree/tree'
import { headingsOf, isTitle, type PlacedLine } from './heading-lines'
import { textBlocks } from './text-blocks'
import { endsSentence, HEADING_LENGTH } from './text-line'

/**
 * The tree of a plain text: a heading line before everything else is its title (`h1`), other heading
 * lines are sections (`h2`), the rest are paragraphs. Nothing but white space is lost.
 */
export function plainTextTree(readable: string): Root {
  const { blocks, isWrapped } = textBlocks(readable)
  const lines = blocks.flatMap((block) =>
    block.map((line, index) => ({ ...line, opens: index === 0, closes: index === block.length - 1 }))
  )
  const title = isTitle(lines) ? 1 : 0
  const rest = lines.slice(title)
  const headings = headingsOf(rest, { hasTitle: title === 1, isWrapped })
  const children: TreeNode[] = lines.slice(0, title).map((line) => element('h1', [text(line.text)]))
  for (let at = 0; at < rest.length;) {
    const isHeading = headings.has(at)
    const end = isHeading ? at + 1 : endOfParagraph(rest, headings, at)
    children.push(element(isHeading ? 'h2' : 'p', contentOf(rest.slice(at, end))))
    at = end
  }
  return normalizeTree({ type: 'root', children })
}

function contentOf(lines: readonly PlacedLine[]): readonly TreeNode[] {
  return lines.flatMap((line, index) => (index === 0 ? [text(line.text)] : [element('br'), text(line.text)]))
}

/** Short lines that were broken by hand (verses, addresses) stay together. */
function endOfParagraph(lines: readonly PlacedLine[], headings: ReadonlySet<number>, start: number): number {
  let end = start + 1
  for (let line = lines[end - 1]; line !== undefined && !line.closes; line = lines[end - 1]) {
    const next = lines[end]
    if (next === undefined || headings.has(end) || endsSentence(line.text)) break
    if (isLong(line.text) || isLong(next.text)) break
    end += 1
  }
  return end
}

function isLong(line: string): boolean {
  return line.length > HEADING_LENGTH
}
