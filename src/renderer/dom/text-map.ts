import type { TextRange } from '#core/text/text-range'
import { boundsIn, entryIndexAt, type Entry } from './entries'

/** The two-way map between the canonical text and the page, grown slice by slice as the article is drawn. */
export class TextMap {
  readonly #slices: (readonly Entry[])[] = []
  #all: readonly Entry[] | null = null
  #byNode = new WeakMap<Node, Entry>()

  /** Take over what is drawn of slice `index` now. */
  setSlice(index: number, entries: readonly Entry[]): void {
    this.#slices[index] = entries
    for (const entry of entries) this.#byNode.set(entry.node, entry)
    this.#all = null
  }

  /** Everything that is drawn, in the order of the text. */
  get entries(): readonly Entry[] {
    this.#all ??= this.#slices.flat()
    return this.#all
  }

  /** What is drawn of slice `index`. */
  sliceEntries(index: number): readonly Entry[] {
    return this.#slices[index] ?? []
  }

  /** The entry of a node of the page, or `null` for one that is no text of the briefing. */
  entryOf(node: Node): Entry | null {
    return this.#byNode.get(node) ?? null
  }

  /** The entry that holds `offset` or stands right before it; `null` when nothing is drawn there. */
  entryAt(offset: number): Entry | null {
    return this.entries[Math.max(0, entryIndexAt(this.entries, offset))] ?? null
  }

  /** The drawn part of `range` as one DOM range, or `null`. */
  domRange(range: TextRange): Range | null {
    const bounds = boundsIn(this.entries, range)
    if (bounds === null) return null
    const domRange = document.createRange()
    domRange.setStart(bounds.startContainer, bounds.startOffset)
    domRange.setEnd(bounds.endContainer, bounds.endOffset)
    return domRange
  }

  /** The drawn part of `range` for painting: one static range for each slice that has some of it. */
  staticRanges(range: TextRange): readonly StaticRange[] {
    return this.#slices.flatMap((entries) => {
      const bounds = overlaps(entries, range) ? boundsIn(entries, range) : null
      return bounds === null ? [] : [new StaticRange(bounds)]
    })
  }

  /**
   * The offset of a DOM point, or `null` when nothing is drawn.
   *
   * A point between two pieces of text belongs to the text after it for a `start`, and to the text
   * before it for an `end`; so a selection that ends at the border of the next paragraph ends with this one.
   */
  offsetAt(node: Node, within: number, side: 'start' | 'end'): number | null {
    const entry = this.entryOf(node)
    if (entry !== null && node instanceof Text) return entry.start + Math.min(within, entry.length)
    const point = document.createRange()
    point.setStart(node, within)
    const count = this.#countBefore(point)
    const before = this.entries[count - 1]
    const after = this.entries[count]
    if (side === 'start') return after?.start ?? endOf(before)
    return endOf(before) ?? after?.start ?? null
  }

  /** How many entries lie wholly before a collapsed range. */
  #countBefore(point: Range): number {
    let low = 0
    let high = this.entries.length
    while (low < high) {
      const middle = (low + high) >> 1
      const entry = this.entries[middle]
      if (entry !== undefined && isBefore(entry, point)) low = middle + 1
      else high = middle
    }
    return low
  }
}

function isBefore({ node, length }: Entry, point: Range): boolean {
  if (node instanceof Text) return point.comparePoint(node, length) <= 0
  const parent = node.parentNode
  return parent !== null && point.comparePoint(parent, [...parent.childNodes].indexOf(node) + 1) <= 0
}

function endOf(entry: Entry | undefined): number | null {
  return entry === undefined ? null : entry.start + entry.length
}

function overlaps(entries: readonly Entry[] | undefined, range: TextRange): entries is readonly Entry[] {
  const first = entries?.[0]
  const last = entries?.[entries.length - 1]
  return (
    first !== undefined &&
    last !== undefined &&
    first.start < range.end &&
    last.start + last.length > range.start
  )
}
