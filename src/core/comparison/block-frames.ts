import type { Piece } from '../text/canonical-text'
import type { Root, TreeNode } from '../tree/tree'
import type { CellPlace } from './compared-block'

/** What a block stands in. */
export interface BlockFrame {
  /** How many lists. */
  readonly depth: number
  readonly isQuoted: boolean
  readonly cell: CellPlace | null
}

type Framed = Piece['node']

/** What each text and line break of a tree stands in. */
export function framesOf(root: Root): ReadonlyMap<Framed, BlockFrame> {
  const walk = new FrameWalk()
  for (const child of root.children) walk.visit(child, { depth: 0, isQuoted: false, cell: null })
  return walk.frames
}

class FrameWalk {
  readonly frames = new Map<Framed, BlockFrame>()
  #tables = 0
  #row = -1
  #column = 0

  visit(node: TreeNode, frame: BlockFrame): void {
    if (node.type === 'text' || node.tagName === 'br') return void this.frames.set(node, frame)
    const inside = this.#enter(node, frame)
    for (const child of node.children) this.visit(child, inside)
    if (node.tagName === 'td' || node.tagName === 'th') this.#column += node.properties.colSpan ?? 1
  }

  #enter({ tagName }: Exclude<TreeNode, { type: 'text' }>, frame: BlockFrame): BlockFrame {
    switch (tagName) {
      case 'ul':
      case 'ol':
        return { ...frame, depth: frame.depth + 1 }
      case 'blockquote':
        return { ...frame, isQuoted: true }
      case 'table':
        this.#tables += 1
        this.#row = -1
        return frame
      case 'tr':
        this.#row += 1
        this.#column = 0
        return frame
      case 'td':
      case 'th':
        return { ...frame, cell: { table: this.#tables, row: this.#row, column: this.#column } }
      default:
        return frame
    }
  }
}
