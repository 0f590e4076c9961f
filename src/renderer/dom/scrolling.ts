import type { TextRange } from '#core/text/text-range'
import { distanceIntoView } from './distance-into-view'

/** Part of the window above a passage that is gone to. */
const ABOVE = 0.28
/** Slices are drawn with a guessed height; after so many corrections a place stands still. */
const CORRECTIONS = 4

/** What scrolling needs of an article. */
interface ScrolledArticle {
  /** The element that scrolls. */
  readonly scroller: HTMLElement
  /** Draw what a passage stands in now. */
  readonly draw: (range: TextRange) => void
  /** Where a passage stands in the window; `null` when it is not drawn. */
  readonly rectOf: (range: TextRange) => DOMRect | null
}

/** Brings passages of an article into sight. */
export class Scrolling {
  readonly #article: ScrolledArticle

  constructor(article: ScrolledArticle) {
    this.#article = article
  }

  /** Scroll so that `range` is seen; what is seen already does not move. */
  reveal(range: TextRange): void {
    const { scroller, draw, rectOf } = this.#article
    draw(range)
    const view = scroller.getBoundingClientRect()
    const rect = rectOf(range)
    const isSeen = rect !== null && rect.top > view.top + 40 && rect.bottom < view.bottom - 40
    if (!isSeen) this.#scrollTo(range, view.height * ABOVE)
  }

  /** Scroll no further than is needed to see `range` well, or its start where it is taller than the window. */
  follow(range: TextRange, corrections = CORRECTIONS): void {
    const { scroller, draw, rectOf } = this.#article
    draw(range)
    const by = distanceIntoView(rectOf(range), scroller.getBoundingClientRect())
    if (Math.abs(by) < 2) return
    scroller.scrollBy({ top: by, behavior: 'instant' })
    if (corrections > 0) requestAnimationFrame(() => this.follow(range, corrections - 1))
  }

  /** Whether the character at `offset` stands in the window. */
  isSeen(offset: number): boolean {
    const rect = this.#article.rectOf({ start: offset, end: offset + 1 })
    const view = this.#article.scroller.getBoundingClientRect()
    return rect !== null && rect.height > 0 && rect.bottom > view.top && rect.top < view.bottom
  }

  /** Scroll so that `offset` is at the top of the window. */
  showAtTop(offset: number): void {
    const range = { start: offset, end: offset + 1 }
    this.#article.draw(range)
    this.#scrollTo(range, 24)
  }

  #scrollTo(range: TextRange, above: number, corrections = CORRECTIONS): void {
    const { scroller, rectOf } = this.#article
    const rect = rectOf({ start: range.start, end: Math.min(range.end, range.start + 1) })
    if (rect === null) return
    const by = rect.top - scroller.getBoundingClientRect().top - above
    // What comes into sight is laid out a frame or two later, and may move the passage again.
    if (Math.abs(by) >= 2) scroller.scrollBy({ top: by, behavior: 'instant' })
    if (corrections > 0) requestAnimationFrame(() => this.#scrollTo(range, above, corrections - 1))
  }
}
