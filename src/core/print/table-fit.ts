import type { CutElement, CutNode } from './cut-into-runs'
import { runsOf } from './cut-into-runs'
import type { PageGeometry } from './page-geometry'
import { textWidth } from './text-width'

/**
 * How a table is set: in the column of the text, over the whole width of the page, there in smaller
 * letters, on a page on its side, or there with words broken where need be.
 */
export type TableFit = 'column' | 'full' | 'compact' | 'landscape' | 'broken'

interface Room {
  readonly fit: TableFit
  readonly width: number
  /** Size of the letters, and the room between two columns. */
  readonly size: number
  readonly gap: number
}

/** The room for tables on a page, in points. */
export interface TableRoom extends Pick<PageGeometry, 'column' | 'area' | 'landscapeArea'> {
  /** Size of the running text. */
  readonly textSize: number
}

/** From the most readable to the least; sizes and gaps as in `resources/print/print.css`. */
function roomsOf({ column, area, landscapeArea, textSize }: TableRoom): readonly Room[] {
  const size = 0.796 * textSize
  const compact = 0.685 * textSize
  return [
    { fit: 'column', width: column.width, size, gap: 10 },
    { fit: 'full', width: area.width, size, gap: 10 },
    { fit: 'compact', width: area.width, size: compact, gap: 6 },
    { fit: 'landscape', width: landscapeArea.width, size: compact, gap: 6 }
  ]
}

/** A column of prose reads badly below this width, in ems. */
const READABLE_WIDTH = 7
/** Bold letters are wider, and the estimate is one. */
const MARGIN = 1.06
/** Scripts without spaces break anywhere. */
const BREAKABLE = /[\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+/u

/** Choose the most readable way to set a table in which no word must be broken. */
export function tableFit(table: CutElement, available: TableRoom): TableFit {
  const columns = rowsOf(table.children).reduce<readonly number[]>(
    (widths, row) => widest(widths, row.map(cellWidth)),
    []
  )
  const room = roomsOf(available).find(({ width, size, gap }) => {
    const letters = columns.reduce((sum, column) => sum + column, 0) * size * MARGIN
    return letters + columns.length * gap <= width
  })
  return room?.fit ?? 'broken'
}

function rowsOf(nodes: readonly CutNode[]): readonly (readonly CutElement[])[] {
  return nodes.flatMap((node) => {
    if (node.type === 'run') return []
    return node.tagName === 'tr' ? [node.children.filter(isElement)] : rowsOf(node.children)
  })
}

/** The longest word of a cell, or what makes prose readable; in ems. */
function cellWidth(cell: CutElement): number {
  const text = runsOf([cell])
    .map((run) => run.text)
    .join('')
  const words = text.split(BREAKABLE).map(textWidth)
  return Math.max(0, ...words, Math.min(READABLE_WIDTH, textWidth(text)))
}

function widest(a: readonly number[], b: readonly number[]): readonly number[] {
  const columns = Math.max(a.length, b.length)
  return Array.from({ length: columns }, (_, column) => Math.max(a[column] ?? 0, b[column] ?? 0))
}

function isElement(node: CutNode): node is CutElement {
  return node.type === 'element'
}
