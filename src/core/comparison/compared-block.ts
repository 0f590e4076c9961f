import type { Block } from '../text/canonical-text'
import type { TextRange } from '../text/text-range'

/** A stretch of text that both editions have, or only one of them. */
export interface Piece {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** Where a cell stands: the number of its table in the text, of its row in the table, of its column. */
export interface CellPlace {
  readonly table: number
  readonly row: number
  readonly column: number
}

/** Blocks of one edition: several where a paragraph was split or two were joined. */
export interface BlockPlace {
  /** Index of the first one among the blocks of its edition. */
  readonly first: number
  readonly count: number
  /** In the canonical text of its edition. */
  readonly range: TextRange
  /** Its paragraph number, such as `§3 ¶2`. */
  readonly cite: string
  readonly cell: CellPlace | null
}

/** What became of a block: `moved` stands at its new place, `moved-away` tells of it at its old one. */
export type BlockChange = 'same' | 'edited' | 'added' | 'removed' | 'moved' | 'moved-away'

/** One block of two editions read as one text. */
export interface ComparedBlock {
  readonly change: BlockChange
  readonly tag: Block['tag']
  /** How many lists it stands in. */
  readonly depth: number
  readonly isQuoted: boolean
  /** In order; line breaks of added and removed pieces are borders of paragraphs or breaks within them. */
  readonly pieces: readonly Piece[]
  /** `null` when it is new. */
  readonly before: BlockPlace | null
  /** `null` when it is gone. */
  readonly after: BlockPlace | null
}

/** The canonical text of the earlier edition, put together again from the changes. */
export function beforeOf(blocks: readonly ComparedBlock[]): string {
  return blocks
    .filter(({ before, change }) => before !== null && change !== 'moved-away')
    .toSorted((a, b) => (a.before?.first ?? 0) - (b.before?.first ?? 0))
    .map((block) => textWithout(block, 'added'))
    .join('\n')
}

/** The canonical text of the later edition: what applying the changes to the earlier one gives. */
export function afterOf(blocks: readonly ComparedBlock[]): string {
  return blocks
    .filter(({ after, change }) => after !== null && change !== 'moved-away')
    .map((block) => textWithout(block, 'removed'))
    .join('\n')
}

/** Whether there is anything to see in a block. */
export function isChanged({ change }: ComparedBlock): boolean {
  return change !== 'same'
}

function textWithout({ pieces }: ComparedBlock, kind: Piece['kind']): string {
  return pieces.flatMap((piece) => (piece.kind === kind ? [] : piece.text)).join('')
}
