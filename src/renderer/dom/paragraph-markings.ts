import { OUTSIDE } from './entries'
import type { TextMap } from './text-map'
import type { TextRange } from '#core/text/text-range'

/** How a paragraph is to be handled: the offset that it begins at, and what stands before it. */
export interface ShownMarking {
  readonly start: number
  readonly marking: string
}

/** Where words stand in a line, a marking inside would take their look. */
const INLINE = 'a, em, strong, del, u, sub, sup, mark, code, span.chunk'

/**
 * Keeps the marking of each marked paragraph before its first word, outside the text. Its words are
 * drawn by the style sheet, so that they can be neither selected nor copied; a screen reader says them.
 */
export class ParagraphMarkings {
  readonly #map: TextMap
  readonly #onchange: (range: TextRange) => void
  readonly #signs = new Map<number, HTMLElement>()
  #shown: readonly ShownMarking[] = []

  constructor(map: TextMap, onchange: (range: TextRange) => void) {
    this.#map = map
    this.#onchange = onchange
  }

  /** Show these markings and no others. */
  show(markings: readonly ShownMarking[]): void {
    this.#shown = markings
    const starts = new Set(markings.map(({ start }) => start))
    for (const [start, sign] of this.#signs) {
      if (starts.has(start)) continue
      sign.remove()
      this.#signs.delete(start)
      this.#onchange({ start, end: start + 1 })
    }
    this.refresh({ start: 0, end: Infinity })
  }

  /** Show what lies in `range` too, since it is drawn now. */
  refresh({ start, end }: TextRange): void {
    for (const shown of this.#shown) if (shown.start >= start && shown.start < end) this.#put(shown)
  }

  #put({ start, marking }: ShownMarking): void {
    const entry = this.#map.entryAt(start)
    if (entry === null || entry.start !== start) return
    const sign = this.#signs.get(start) ?? newSign()
    this.#signs.set(start, sign)
    if (sign.dataset['marking'] !== marking) sign.dataset['marking'] = marking
    const place = outOfInlines(entry.node)
    if (place.previousSibling === sign) return
    place.before(sign)
    this.#onchange({ start, end: start + 1 })
  }
}

function newSign(): HTMLElement {
  const sign = document.createElement('span')
  sign.className = 'paragraph-marking'
  sign.setAttribute(OUTSIDE, '')
  return sign
}

function outOfInlines(node: ChildNode): ChildNode {
  const parent = node.parentElement
  return parent !== null && parent.matches(INLINE) ? outOfInlines(parent) : node
}
