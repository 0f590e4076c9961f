import { blocksOf, type Block, type Piece } from '#core/text/canonical-text'
import { numberParagraphs, type ParagraphNumber } from '#core/text/paragraphs'
import type { TextRange } from '#core/text/text-range'
import { isBoundary } from '#core/tree/elements'
import type { Root, TreeNode } from '#core/tree/tree'
import { Scale } from './weights'

/** A slice is drawn in one go: heavy enough to fill a screen, light enough for one frame. */
export const SLICE_WEIGHT = 5_000
/** Characters on one line of the article, to guess the height of what is not drawn yet. */
const LINE_LENGTH = 64

/** Neighbouring children of the root that are drawn together. */
export interface Slice {
  readonly index: number
  readonly nodes: readonly TreeNode[]
  /** The text nodes and line breaks of the slice, in order. */
  readonly pieces: readonly Piece[]
  /** From the first character of the slice to its last; empty where it has no text. */
  readonly range: TextRange
  readonly scale: Scale
  readonly weight: number
  /** Lines that it will fill, roughly. */
  readonly lines: number
}

/** A briefing's text, and in which steps its article is drawn. */
export interface ArticlePlan {
  readonly blocks: readonly Block[]
  readonly numbers: readonly ParagraphNumber[]
  readonly text: string
  readonly slices: readonly Slice[]
}

/** Cut the tree of a briefing into slices. */
export function planArticle(root: Root): ArticlePlan {
  const blocks = blocksOf(root)
  const pieces = blocks.flatMap((block) => block.pieces)
  let at = 0
  let end = 0
  const slices = sliceChildren(root.children).map(({ nodes, scale, weight }, index): Slice => {
    const count = nodes.reduce((sum, node) => sum + countPieces(node), 0)
    const own = pieces.slice(at, at + count)
    at += count
    const range = rangeOf(own) ?? { start: end, end }
    end = range.end
    return { index, nodes, scale, weight, pieces: own, range, lines: guessLines(nodes) }
  })
  return {
    blocks,
    numbers: numberParagraphs(blocks),
    text: blocks.map((block) => block.text).join('\n'),
    slices
  }
}

/** The slice that holds `offset`, or the nearest one before it. */
export function sliceIndexAt(slices: readonly Slice[], offset: number): number {
  let low = 0
  let high = slices.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((slices[middle]?.range.start ?? Infinity) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

function sliceChildren(children: readonly TreeNode[]): { nodes: TreeNode[]; scale: Scale; weight: number }[] {
  const slices: { nodes: TreeNode[]; scale: Scale; weight: number }[] = []
  let current: { nodes: TreeNode[]; scale: Scale; weight: number } | null = null
  let previous: TreeNode | null = null
  for (const node of children) {
    const mayCut = previous === null || isBlock(previous) || isBlock(node)
    if (current === null || (mayCut && current.weight > 0 && current.weight >= SLICE_WEIGHT)) {
      current = { nodes: [], scale: new Scale(), weight: 0 }
      slices.push(current)
    }
    current.nodes.push(node)
    current.weight += current.scale.weigh(node).total
    previous = node
  }
  return slices
}

/** Bare text in the root runs on over its neighbours, so it must not be torn apart. */
function isBlock(node: TreeNode): boolean {
  return node.type === 'element' && isBoundary(node.tagName)
}

function countPieces(node: TreeNode): number {
  if (node.type === 'text' || node.tagName === 'br') return 1
  return node.children.reduce((sum, child) => sum + countPieces(child), 0)
}

function rangeOf(pieces: readonly Piece[]): TextRange | null {
  const first = pieces[0]
  const last = pieces[pieces.length - 1]
  if (first === undefined || last === undefined) return null
  return { start: first.start, end: last.start + lengthOf(last) }
}

/** Code units of a piece; a line break is one. */
export function lengthOf({ node }: Piece): number {
  return node.type === 'text' ? node.value.length : 1
}

function guessLines(nodes: readonly TreeNode[]): number {
  return nodes.reduce((sum, node) => sum + linesOf(node), 0)
}

function linesOf(node: TreeNode): number {
  if (node.type === 'text') return Math.ceil(node.value.length / LINE_LENGTH)
  const inside = node.children.reduce((sum, child) => sum + linesOf(child), 0)
  return inside + (isBlock(node) ? 0.75 : 0)
}
