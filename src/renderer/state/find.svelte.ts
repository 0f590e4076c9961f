import type { TextRange } from '#core/text/text-range'
import type { ArticlePlan } from '../article/plan-article'
import { BlockSearch } from '../find/find-in-blocks'

/** Painting more hits than this around the current one only costs time. */
const MAX_PAINTED = 1_000

/** Finding words in the open briefing. */
export class Find {
  isOpen = $state(false)
  /** Counts the times that the bar was asked for, so that its field takes the focus each time. */
  asked = $state(0)
  query = $state('')
  current = $state(-1)
  readonly #search: BlockSearch

  constructor({ blocks }: ArticlePlan) {
    this.#search = new BlockSearch(blocks)
  }

  readonly hits = $derived.by(() => (this.isOpen ? this.#search.find(this.query) : []))

  /** The hit that is shown, or `null`. */
  get currentHit(): TextRange | null {
    return this.hits[this.current] ?? null
  }

  /** The hits to paint: those around the current one. */
  get painted(): readonly TextRange[] {
    const from = Math.max(0, this.current - MAX_PAINTED / 2)
    return this.hits.slice(from, from + MAX_PAINTED)
  }

  open(): void {
    this.isOpen = true
    this.asked += 1
  }

  close(): void {
    this.isOpen = false
  }

  /** Search for `query` and show the first hit at or after `offset`, or the first of all. */
  search(query: string, offset: number): void {
    this.query = query
    const next = this.hits.findIndex(({ start }) => start >= offset)
    this.current = next === -1 ? Math.min(0, this.hits.length - 1) : next
  }

  /** Go to the next hit, or with -1 to the one before; answers whether it went on from the other end. */
  step(by: 1 | -1): boolean {
    const { length } = this.hits
    if (length === 0) return false
    const next = this.current + by
    this.current = (next + length) % length
    return next < 0 || next >= length
  }
}
