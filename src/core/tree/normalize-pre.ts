import { rebuildInline, type InlinePiece } from './normalize-run'
import type { TreeNode } from './tree'

/**
 * The nodes of a `pre`: its white space stays, its line ends are LF, a `br` is one of them, and those
 * at its end are dropped. Empty when it holds nothing but white space.
 */
export function linesOfPre(pieces: readonly InlinePiece[]): TreeNode[] {
  const lines = joinLineEnds(pieces.map(asText))
  const last = lines.findLastIndex(({ node }) => node.type === 'text' && /[^\n]/.test(node.value))
  if (!lines.some(({ node }) => node.type === 'text' && /[^ \t\n\f]/.test(node.value))) {
    return rebuildInline(lines.filter(({ node }) => node.type === 'element'))
  }
  const kept = lines.flatMap((piece, at): InlinePiece[] => {
    if (piece.node.type === 'element' || at < last) return [piece]
    const value = at === last ? piece.node.value.replace(/\n+$/, '') : ''
    return value === '' ? [] : [{ ...piece, node: { type: 'text', value } }]
  })
  return rebuildInline(kept)
}

function asText(piece: InlinePiece): InlinePiece {
  if (piece.node.type === 'text') return piece
  return piece.node.tagName === 'br' ? { ...piece, node: { type: 'text', value: '\n' } } : piece
}

/** CR and CRLF become LF, also where a CRLF was cut in two; no piece is empty. */
function joinLineEnds(pieces: readonly InlinePiece[]): InlinePiece[] {
  let afterReturn = false
  return pieces.flatMap((piece): InlinePiece[] => {
    if (piece.node.type === 'element') return [piece]
    const raw = afterReturn ? piece.node.value.replace(/^\n/, '') : piece.node.value
    if (piece.node.value !== '') afterReturn = piece.node.value.endsWith('\r')
    const value = raw.replace(/\r\n?/g, '\n')
    return value === '' ? [] : [{ ...piece, node: { type: 'text', value } }]
  })
}
