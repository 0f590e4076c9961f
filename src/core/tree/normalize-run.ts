import { isVoid } from './elements'
import type { Element, Text, TreeNode } from './tree'

/** A text node, `br`, `img` or footnote reference, with the inline elements around it. */
export interface InlinePiece {
  readonly node: Text | Element
  /** Outermost first. */
  readonly path: readonly Element[]
  /** A `br` that only stands for the border of a block: two of them are one. */
  readonly border?: true
}

/**
 * A run of text as it is kept: white space collapsed across elements, none at the ends and beside
 * `br`, no `br` at the ends, no empty text.
 */
export function tidyRun(pieces: readonly InlinePiece[]): readonly InlinePiece[] {
  return withoutOuterBreaks(withoutRepeatedBorders(collapse(pieces)))
}

/** The nodes of a run: pieces that share an inline element share it again. */
export function rebuildInline(pieces: readonly InlinePiece[], depth = 0): TreeNode[] {
  const nodes: TreeNode[] = []
  for (let at = 0; at < pieces.length;) {
    const piece = pieces[at]
    if (piece === undefined) break
    const parent = piece.path[depth]
    if (parent === undefined) {
      append(nodes, piece.node)
      at += 1
    } else {
      const end = endOfSame(pieces, at, (other) => other.path[depth] === parent)
      nodes.push({ ...parent, children: rebuildInline(pieces.slice(at, end), depth + 1) })
      at = end
    }
  }
  return nodes
}

function endOfSame(
  pieces: readonly InlinePiece[],
  start: number,
  same: (piece: InlinePiece) => boolean
): number {
  let end = start
  for (let piece = pieces[end]; piece !== undefined && same(piece); piece = pieces[end]) end += 1
  return end
}

function append(nodes: TreeNode[], node: Text | Element): void {
  const last = nodes.at(-1)
  if (node.type === 'text' && last?.type === 'text') {
    nodes[nodes.length - 1] = { type: 'text', value: last.value + node.value }
  } else {
    nodes.push(node.type === 'element' && isVoid(node.tagName) ? { ...node, children: [] } : node)
  }
}

/**
 * One space where there was white space. The first of several is kept, as CSS does, except across a
 * picture or a footnote's number: they follow the word before them, so the space goes behind.
 */
function collapse(pieces: readonly InlinePiece[]): InlinePiece[] {
  const out: InlinePiece[] = []
  let spaceAt: number | null = null
  let open = false
  for (const piece of pieces) {
    if (piece.node.type === 'element') {
      if (piece.node.tagName === 'br') {
        if (spaceAt !== null) dropSpaceAfter(out, spaceAt)
        spaceAt = null
        open = false
      }
      out.push(piece)
      continue
    }
    let value = piece.node.value.replace(/[ \t\n\f\r]+/g, ' ')
    if (value.startsWith(' ')) {
      if (spaceAt === out.length - 1 || !open) value = value.slice(1)
      else if (spaceAt !== null) dropSpaceAfter(out, spaceAt)
    }
    if (value === '') continue
    open = true
    out.push({ ...piece, node: { type: 'text', value } })
    spaceAt = value.endsWith(' ') ? out.length - 1 : null
  }
  if (spaceAt !== null) dropSpaceAfter(out, spaceAt)
  return out.filter(({ node }) => node.type === 'element' || node.value !== '')
}

function dropSpaceAfter(pieces: InlinePiece[], at: number): void {
  const piece = pieces[at]
  if (piece?.node.type !== 'text') return
  pieces[at] = { ...piece, node: { type: 'text', value: piece.node.value.slice(0, -1) } }
}

/** The border of a block beside a real line break, or beside another border, breaks no second time. */
function withoutRepeatedBorders(pieces: readonly InlinePiece[]): InlinePiece[] {
  const out: InlinePiece[] = []
  for (const piece of pieces) {
    const last = out.findLastIndex(({ node }) => node.type === 'text' || isBreak(node))
    const previous = out[last]
    if (piece.border && previous !== undefined && isBreak(previous.node)) continue
    if (isBreak(piece.node) && previous?.border) out.splice(last, 1)
    out.push(piece)
  }
  return out.map(({ node, path }) => ({ node, path }))
}

function withoutOuterBreaks(pieces: readonly InlinePiece[]): readonly InlinePiece[] {
  const first = pieces.findIndex(({ node }) => node.type === 'text')
  const last = pieces.findLastIndex(({ node }) => node.type === 'text')
  return pieces.filter(({ node }, at) => !isBreak(node) || (first !== -1 && at > first && at < last))
}

function isBreak(node: Text | Element): boolean {
  return node.type === 'element' && node.tagName === 'br'
}
