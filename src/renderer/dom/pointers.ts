import type { TextRange } from '#core/text/text-range'
import type { TextMap } from './text-map'

/** Passages that are pointed at rather than marked; each has its look in `highlights.css`. */
export const POINTERS = ['find-hit', 'find-current', 'draft', 'current', 'cursor', 'flash'] as const
export type Pointer = (typeof POINTERS)[number]

/** Above every mark. */
const PRIORITY = 10

/** Paints what is pointed at: hits of a search, the selected mark, a passage that was just gone to. */
export class PointerPainter {
  readonly #map: TextMap
  readonly #highlights = new Map<Pointer, Highlight>()
  readonly #ranges = new Map<Pointer, readonly TextRange[]>()

  constructor(map: TextMap) {
    this.#map = map
    for (const [index, name] of POINTERS.entries()) {
      const highlight = new Highlight()
      highlight.priority = PRIORITY + index
      this.#highlights.set(name, highlight)
      CSS.highlights.set(name, highlight)
    }
  }

  /** Point at these ranges and no others. */
  show(pointer: Pointer, ranges: readonly TextRange[]): void {
    this.#ranges.set(pointer, ranges)
    const highlight = this.#highlights.get(pointer)
    highlight?.clear()
    for (const range of ranges) for (const drawn of this.#map.staticRanges(range)) highlight?.add(drawn)
  }

  /** Paint everything again, since more of the article is drawn now. */
  refresh(): void {
    for (const [pointer, ranges] of this.#ranges) if (ranges.length > 0) this.show(pointer, ranges)
  }

  /** Take every pointer off the page. */
  destroy(): void {
    for (const [name, highlight] of this.#highlights) {
      if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name)
    }
  }
}
