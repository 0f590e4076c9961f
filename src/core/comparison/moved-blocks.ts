import type { Block } from '../text/canonical-text'
import { tokensOf, Vocabulary } from '../carry-over/tokens'

/** A block of the earlier edition that stands elsewhere in the later one, by their indices. */
export interface MovedBlock {
  readonly before: number
  readonly after: number
}

/** Shorter blocks are alike by chance. */
const LEAST_LENGTH = 24
/** Words in a row that are compared. */
const ROW = 4
/** So much of the rows of both must be shared for one to be the other, moved and edited. */
const LEAST_SHARE = 0.6

interface Left {
  readonly index: number
  readonly block: Block
}

/** Find the blocks that were moved among those that pair with none where they stood. */
export function findMoved(before: readonly Left[], after: readonly Left[]): readonly MovedBlock[] {
  const long = before.filter(({ block }) => block.text.length >= LEAST_LENGTH)
  const rows = new RowIndex(long)
  const taken = new Set<number>()
  return after.flatMap(({ index, block }) => {
    const found = block.text.length < LEAST_LENGTH ? null : rows.closest(block, taken)
    if (found === null) return []
    taken.add(found)
    return { before: found, after: index }
  })
}

/** The rows of four words of blocks. */
class RowIndex {
  readonly #vocabulary = new Vocabulary()
  readonly #holders = new Map<string, number[]>()
  readonly #counts = new Map<number, number>()

  constructor(blocks: readonly Left[]) {
    for (const { index, block } of blocks) {
      const rows = this.#rowsOf(block)
      this.#counts.set(index, rows.size)
      for (const row of rows) this.#holders.set(row, [...(this.#holders.get(row) ?? []), index])
    }
  }

  /** The block that shares most rows with `block`, if it shares enough. */
  closest(block: Block, taken: ReadonlySet<number>): number | null {
    const rows = this.#rowsOf(block)
    const shared = new Map<number, number>()
    for (const row of rows) {
      for (const index of this.#holders.get(row) ?? []) {
        if (!taken.has(index)) shared.set(index, (shared.get(index) ?? 0) + 1)
      }
    }
    const [best] = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0])
    if (best === undefined) return null
    const [index, count] = best
    return count >= Math.max(rows.size, this.#counts.get(index) ?? 0) * LEAST_SHARE ? index : null
  }

  /** A block of fewer words is one row. */
  #rowsOf({ text }: Block): ReadonlySet<string> {
    const { words } = tokensOf(text, this.#vocabulary)
    const rows = new Set<string>()
    for (let at = 0; at + ROW <= words.length; at += 1) rows.add(words.subarray(at, at + ROW).join(' '))
    return rows.size > 0 ? rows : new Set([words.join(' ')])
  }
}
