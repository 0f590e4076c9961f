import { isBoundary } from '../tree/elements'
import type { BlockTag, Element, HeadingTag, Root, Text, TreeNode } from '../tree/tree'

/** One block of the canonical text: a heading, a paragraph, a list item's own text, a table cell, … */
export interface Block {
  /** UTF-16 offset of the block's first code unit in the canonical text. */
  readonly start: number
  readonly end: number
  readonly tag: HeadingTag | BlockTag
  readonly text: string
  /** The text and `br` nodes that make the block, in order. */
  readonly pieces: readonly Piece[]
}

/** A text node (or a `br`, which counts as one LF) and where it starts in the canonical text. */
export interface Piece {
  readonly start: number
  readonly node: Text | Element
}

/**
 * The blocks of a normal tree in reading order; joined by one LF each they are the canonical text.
 *
 * A block is a maximal run of text between two block borders, so a list item that holds text and a
 * nested list gives its own text as one block and the nested items as others. `br` is one LF, `img`,
 * `hr` and footnote references give nothing, and a run without text gives no block.
 */
export function blocksOf(root: Root): readonly Block[] {
  const collector = new BlockCollector()
  for (const child of root.children) collector.visit(child, 'p')
  collector.endBlock()
  return collector.blocks
}

/** The canonical text of a normal tree: what every offset in the program counts in. */
export function canonicalText(root: Root): string {
  return blocksOf(root)
    .map((block) => block.text)
    .join('\n')
}

class BlockCollector {
  readonly blocks: Block[] = []
  #pieces: { node: Text | Element; value: string }[] = []
  #tag: Block['tag'] = 'p'
  #end = -1

  visit(node: TreeNode, owner: Block['tag']): void {
    if (node.type === 'text') this.#add(node, node.value, owner)
    else if (node.tagName === 'br') this.#add(node, '\n', owner)
    else this.#visitElement(node, owner)
  }

  endBlock(): void {
    if (this.#pieces.length === 0) return
    const start = this.#end + 1
    let at = start
    const pieces = this.#pieces.map(({ node, value }) => {
      const piece = { start: at, node }
      at += value.length
      return piece
    })
    const text = this.#pieces.map((piece) => piece.value).join('')
    this.blocks.push({ start, end: at, tag: this.#tag, text, pieces })
    this.#end = at
    this.#pieces = []
  }

  #visitElement(node: Element, owner: Block['tag']): void {
    const boundary = isBoundary(node.tagName)
    if (boundary) this.endBlock()
    const tag = boundary ? blockTagOf(node) : owner
    for (const child of node.children) this.visit(child, tag)
    if (boundary) this.endBlock()
  }

  #add(node: Text | Element, value: string, owner: Block['tag']): void {
    if (this.#pieces.length === 0) this.#tag = owner
    this.#pieces.push({ node, value })
  }
}

/** Text that stands directly in a container counts as a paragraph. */
function blockTagOf({ tagName }: Element): Block['tag'] {
  switch (tagName) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
    case 'li':
    case 'td':
    case 'th':
    case 'pre':
    case 'figcaption':
    case 'caption':
    case 'dt':
    case 'dd':
      return tagName
    default:
      return 'p'
  }
}
