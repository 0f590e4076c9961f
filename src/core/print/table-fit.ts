import type { CutElement, CutNode } from './cut-into-runs'
import { runsOf } from './cut-into-runs'

/**
 * How much room a table is given: the column of the text, the whole width of the page, or a page on
 * its side.
 */
export type TableFit = 'column' | 'full' | 'landscape'

/** Widths in points of the three rooms, for the narrower of the papers, less a margin of safety. */
const COLUMN_WIDTH = 345
const FULL_WIDTH = 445
/** Mean advance of a character of table text, and the room between two columns, in points. */
const CHARACTER_WIDTH = 4.6
const GAP_WIDTH = 11
/** A cell of prose reads badly below this many characters, and longer words may be broken. */
const READABLE_LENGTH = 13
const MAX_WORD_LENGTH = 22
/** Scripts without spaces break anywhere. */
const BREAKABLE = /[\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\-/]+/u

/** Choose the smallest room in which no word of the table must be broken. */
export function tableFit(table: CutElement): TableFit {
  const width = rowsOf(table.children)
    .reduce<readonly number[]>((widths, row) => widest(widths, row.map(cellWidth)), [])
    .reduce((sum, characters) => sum + characters * CHARACTER_WIDTH + GAP_WIDTH, 0)
  return width <= COLUMN_WIDTH ? 'column' : width <= FULL_WIDTH ? 'full' : 'landscape'
}

function rowsOf(nodes: readonly CutNode[]): readonly (readonly CutElement[])[] {
  return nodes.flatMap((node) => {
    if (node.type === 'run') return []
    return node.tagName === 'tr' ? [node.children.filter(isElement)] : rowsOf(node.children)
  })
}

function cellWidth(cell: CutElement): number {
  const text = runsOf([cell])
    .map((run) => run.text)
    .join('')
  const longest = text.split(BREAKABLE).reduce((most, word) => Math.max(most, word.length), 0)
  return Math.max(Math.min(longest, MAX_WORD_LENGTH), Math.min(text.length, READABLE_LENGTH))
}

function widest(a: readonly number[], b: readonly number[]): readonly number[] {
  const columns = Math.max(a.length, b.length)
  return Array.from({ length: columns }, (_, column) => Math.max(a[column] ?? 0, b[column] ?? 0))
}

function isElement(node: CutNode): node is CutElement {
  return node.type === 'element'
}
