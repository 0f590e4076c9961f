import { type ComparedBlock, isChanged } from './compared-block'

/** A row of a table: for each column what stands in it, in either edition. */
export type ComparedRow = readonly (readonly ComparedBlock[])[]

/** What is drawn together; `index` is that of its first block. */
export type Section =
  | { readonly kind: 'block'; readonly index: number; readonly block: ComparedBlock }
  | {
      readonly kind: 'table'
      readonly index: number
      readonly rows: readonly ComparedRow[]
      readonly blocks: readonly ComparedBlock[]
    }
  /** A long part without changes, to be opened when it is wanted. */
  | {
      readonly kind: 'fold'
      readonly index: number
      readonly count: number
      readonly sections: readonly Section[]
    }

/** So many unchanged paragraphs stay in sight on each side of a change. */
const CONTEXT = 1
/** Fewer are not worth folding. */
const LEAST_FOLDED = 3

/** Lay out compared blocks for reading: tables whole, long parts without changes folded. */
export function layOut(blocks: readonly ComparedBlock[]): readonly Section[] {
  const sections = gatherTables(blocks)
  const isNear = sections.map((_, at) =>
    sections.slice(Math.max(0, at - CONTEXT), at + CONTEXT + 1).some(hasChange)
  )
  const folded: Section[] = []
  for (let at = 0; at < sections.length;) {
    let end = at
    while (end < sections.length && isNear[end] !== true) end += 1
    const run = sections.slice(at, end)
    if (run.length >= LEAST_FOLDED) folded.push(foldOf(run))
    else folded.push(...run)
    const next = sections[end]
    if (next !== undefined) folded.push(next)
    at = end + 1
  }
  return folded
}

/** Whether anything in a section differs. */
export function hasChange(section: Section): boolean {
  if (section.kind === 'block') return isChanged(section.block)
  return section.kind === 'table' && section.blocks.some(isChanged)
}

function foldOf(sections: readonly Section[]): Section {
  const count = sections.reduce(
    (sum, section) => sum + (section.kind === 'table' ? section.blocks.length : 1),
    0
  )
  return { kind: 'fold', index: sections[0]?.index ?? 0, count, sections }
}

function gatherTables(blocks: readonly ComparedBlock[]): readonly Section[] {
  const sections: Section[] = []
  for (let at = 0; at < blocks.length;) {
    const end = endOfTable(blocks, at)
    const block = blocks[at]
    if (end === at && block !== undefined) sections.push({ kind: 'block', index: at, block })
    else {
      const own = blocks.slice(at, end)
      sections.push({ kind: 'table', index: at, rows: rowsOf(own), blocks: own })
    }
    at = Math.max(end, at + 1)
  }
  return sections
}

/** Where the table that begins at `at` ends: at something else, or at another table of the same edition. */
function endOfTable(blocks: readonly ComparedBlock[], at: number): number {
  const tables: { before?: number; after?: number } = {}
  let end = at
  for (; end < blocks.length; end += 1) {
    const block = blocks[end]
    if (block === undefined || !isCell(block)) return end
    for (const side of ['before', 'after'] as const) {
      const table = block[side]?.cell?.table
      if (table === undefined) continue
      if ((tables[side] ??= table) !== table) return end
    }
  }
  return end
}

function isCell({ before, after, change }: ComparedBlock): boolean {
  const shown = change === 'removed' || change === 'moved-away' ? before : (after ?? before)
  return shown?.cell != null
}

function rowsOf(blocks: readonly ComparedBlock[]): readonly ComparedRow[] {
  const became = new Map(
    blocks.flatMap(({ before, after }) =>
      before?.cell == null || after?.cell == null ? [] : [[before.cell.row, after.cell.row] as const]
    )
  )
  const rows = new Map<string, ComparedBlock[][]>()
  for (const block of blocks) {
    const { before, after, change } = block
    const isGone = change === 'removed' || change === 'moved-away'
    const old = before?.cell?.row ?? 0
    const now = isGone ? became.get(old) : after?.cell?.row
    const key = now === undefined ? `before ${old}` : `after ${now}`
    const row = rows.get(key) ?? []
    const column = (isGone ? before : after)?.cell?.column ?? 0
    while (row.length <= column) row.push([])
    row[column]?.push(block)
    rows.set(key, row)
  }
  return [...rows.values()]
}
