import type { Piece } from '#core/text/canonical-text'
import type { TextRange } from '#core/text/text-range'

/** What stands in the article but not in its text (numbers of footnotes, notes for screen readers) has this attribute. */
export const OUTSIDE = 'data-outside'

/** A text node or line break of the page, and where it starts in the canonical text. */
export interface Entry {
  readonly node: Text | HTMLBRElement
  readonly start: number
  readonly length: number
}

/**
 * The text nodes and line breaks below `container`, with their places in the canonical text.
 *
 * One tree text may be drawn as several text nodes; what is not drawn yet is missing at the end.
 *
 * @throws Error when the page shows other text than the tree: every offset would be wrong.
 */
export function collectEntries(container: Element, pieces: readonly Piece[]): readonly Entry[] {
  const entries: Entry[] = []
  let index = 0
  let consumed = 0
  for (const node of drawnNodes(container)) {
    const piece = pieces[index]
    const value = node instanceof Text ? node.data : '\n'
    if (piece === undefined || !textOf(piece).startsWith(value, consumed)) {
      throw new Error(`the article shows other text than its tree at ${piece?.start ?? 'its end'}`)
    }
    entries.push({ node, start: piece.start + consumed, length: value.length })
    consumed += value.length
    if (consumed === textOf(piece).length) {
      index += 1
      consumed = 0
    }
  }
  return entries
}

/** The index of the entry that holds `offset`, or of the last one that starts before it; -1 before the first. */
export function entryIndexAt(entries: readonly Entry[], offset: number): number {
  let low = -1
  let high = entries.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((entries[middle]?.start ?? Infinity) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/** The part of `range` that `entries` show, as the borders of a DOM range, or `null`. */
export function boundsIn(entries: readonly Entry[], range: TextRange): StaticRangeInit | null {
  const at = Math.max(0, entryIndexAt(entries, range.start))
  const isStart = (entry: Entry): boolean => entry.start + entry.length > range.start
  const first = [entries[at], entries[at + 1]].find((entry) => entry !== undefined && isStart(entry))
  const last = entries[entryIndexAt(entries, range.end - 1)]
  if (first === undefined || last === undefined || last.start < first.start || first.start >= range.end) {
    return null
  }
  const [startContainer, startOffset] = pointIn(first, Math.max(0, range.start - first.start))
  const [endContainer, endOffset] = pointIn(last, Math.min(last.length, range.end - last.start))
  return { startContainer, startOffset, endContainer, endOffset }
}

function pointIn({ node }: Entry, within: number): [Node, number] {
  if (node instanceof Text) return [node, within]
  const parent = node.parentNode ?? node
  return [parent, [...parent.childNodes].indexOf(node) + within]
}

function textOf({ node }: Piece): string {
  return node.type === 'text' ? node.value : '\n'
}

function* drawnNodes(container: Element): Generator<Text | HTMLBRElement> {
  const walker = document.createTreeWalker(
    container,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    (node) =>
      node instanceof Element && node.hasAttribute(OUTSIDE)
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT
  )
  while (walker.nextNode() !== null) {
    const node = walker.currentNode
    if (node instanceof HTMLBRElement || (node instanceof Text && node.data !== '')) yield node
  }
}
