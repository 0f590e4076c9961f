import { element, text } from '../tree/elements'
import { normalizeTree } from '../tree/normalize-tree'
import type { Root, TreeNode } from '../tree/tree'
import { textBlocks, type LogicalLine } from './text-blocks'
import {
  endsSentence,
  HEADING_LENGTH,
  isUnpunctuated,
  looksLikeHeading,
  startsInLowerCase
} from './text-line'

/**
 * The tree of a plain text: a heading line before everything else is its title (`h1`), other heading
 * lines are sections (`h2`), the rest are paragraphs. Nothing but white space is lost.
 */
export function plainTextTree(readable: string): Root {
  const lines = textBlocks(readable).flatMap((block) =>
    block.map((line, index) => ({
      ...line,
      opens: index === 0,
      closes: index === block.length - 1
    }))
  )
  const title = isTitle(lines) ? 1 : 0
  const rest = lines.slice(title)
  const headings = rest.map((_, index) => isHeading(rest, index, title === 1))
  const children: TreeNode[] = lines.slice(0, title).map((line) => element('h1', [text(line.text)]))
  for (let at = 0; at < rest.length;) {
    const line = rest[at]
    if (line === undefined) break
    const end = headings[at] === true ? at + 1 : endOfParagraph(rest, headings, at)
    const content = rest
      .slice(at, end)
      .flatMap((own, index) => (index === 0 ? [text(own.text)] : [element('br'), text(own.text)]))
    children.push(element(headings[at] === true ? 'h2' : 'p', content))
    at = end
  }
  return normalizeTree({ type: 'root', children })
}

interface PlacedLine extends LogicalLine {
  /** First of its block. */
  readonly opens: boolean
  /** Last of its block. */
  readonly closes: boolean
}

function isTitle(lines: readonly PlacedLine[]): boolean {
  const [first, next] = lines
  if (first === undefined || next === undefined || first.joined || !looksLikeHeading(first.text)) return false
  return first.closes || !startsInLowerCase(next.text)
}

/**
 * Whether the line is a heading: alone between blank lines, above the text of its block, or, in a
 * file without blank lines, between the end of a sentence and the start of a text. Nothing is a
 * heading of nothing, and a line right below the title belongs to it.
 */
function isHeading(lines: readonly PlacedLine[], at: number, hasTitle: boolean): boolean {
  const [previous, line, next] = [lines[at - 1], lines[at], lines[at + 1]]
  if (line === undefined || next === undefined || line.joined || !looksLikeHeading(line.text)) return false
  if (line.opens && line.closes) return true
  if (at === 0 && hasTitle && !line.opens) return false
  if (startsInLowerCase(next.text)) return false
  if (!line.opens && previous !== undefined && !endsSentence(previous.text)) return false
  return isBody(next, line)
}

/** Whether a line is text that a heading can stand above without a blank line. */
function isBody(line: PlacedLine, heading: PlacedLine): boolean {
  if (line.joined || !looksLikeHeading(line.text)) return true
  return isUnpunctuated(line.text) && line.text.length > heading.text.length
}

/** Short lines that were broken by hand (verses, addresses) stay together. */
function endOfParagraph(lines: readonly PlacedLine[], headings: readonly boolean[], start: number): number {
  let end = start + 1
  for (let line = lines[end - 1]; line !== undefined && !line.closes; line = lines[end - 1]) {
    const next = lines[end]
    if (next === undefined || headings[end] === true || endsSentence(line.text)) break
    if (isLong(line.text) || isLong(next.text)) break
    end += 1
  }
  return end
}

function isLong(line: string): boolean {
  return line.length > HEADING_LENGTH
}
