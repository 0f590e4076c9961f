import { watchLayout } from '../dom/watch-layout'
import { CardHeights } from '../margin/card-heights'
import { MARGIN_GAP } from '../margin/lay-margin'
import { type PlacedCard, placeCards } from '../margin/margin-cards'
import type { OpenDocument } from './open-document.svelte'
import type { CardItem } from './shown-marks.svelte'

/** The elements that the margin is laid out by. */
export interface MarginParts {
  readonly scroller: HTMLElement
  readonly article: Element
  /** What the cards are placed in. */
  readonly list: HTMLElement
  /** What stands above the cards, wherever they are scrolled to. */
  readonly head: HTMLElement
}

/** The cards beside their lines. */
export class Margin {
  placed = $state.raw<readonly PlacedCard[]>([])
  /** Pixels that the cards take from the top of the text; it grows where they go on below its end. */
  height = $state(0)
  readonly #document: OpenDocument
  readonly #heights = new CardHeights(() => this.#makeRoom())
  #parts: MarginParts | null = null
  /** What was scrolled to when cards were placed last. */
  #scrolled = 0
  #frame = 0

  constructor(document: OpenDocument) {
    this.#document = document
  }

  /** Cards with something to read, and the one that is worked on: a bare mark takes no room. */
  readonly items = $derived.by((): readonly CardItem[] => {
    const { marks, shown } = this.#document
    return shown.cardsInText.filter(
      (item) =>
        item.kind === 'draft' ||
        item.id === marks.selectedId ||
        item.mark.range === null ||
        item.mark.note.trim() !== ''
    )
  })

  /** The card that stands beside its line in any case. */
  readonly exact = $derived.by(() => {
    const { editing, marks } = this.#document
    return editing.target?.kind === 'draft' ? 'draft' : marks.selectedId
  })

  /** Place cards, and again whenever something changes that places depend on; answers the function that stops it. */
  start(parts: MarginParts): () => void {
    this.#parts = parts
    const later = (): void => this.#placeLater()
    const scrolled = (): void => {
      if (Math.abs(parts.scroller.scrollTop - this.#scrolled) > parts.scroller.clientHeight / 2) later()
    }
    parts.scroller.addEventListener('scroll', scrolled, { passive: true })
    const stops = [parts.article, parts.scroller, parts.head].map((element) => watchLayout(element, later))
    return () => {
      cancelAnimationFrame(this.#frame)
      parts.scroller.removeEventListener('scroll', scrolled)
      stops.forEach((stop) => stop())
      this.#heights.stop()
      this.#parts = null
    }
  }

  /** Follow how tall a card is while it is on the page. */
  readonly measure = (card: HTMLElement): (() => void) => this.#heights.follow(card)

  /** Work out which cards are on the page, and where. */
  place(): void {
    const { items, exact } = this
    const { view } = this.#document
    const parts = this.#parts
    if (view === null || parts === null) return
    const { scroller, article, list, head } = parts
    const room = scroller.clientHeight
    this.#scrolled = scroller.scrollTop
    const origin = list.getBoundingClientRect().top
    const top = scroller.getBoundingClientRect().top - origin
    const placed = placeCards({
      ...{ view, items, exact, origin },
      spans: view.spans(),
      spansTop: article.getBoundingClientRect().top - origin,
      heightOf: this.#heights.of,
      floor: head.offsetHeight + MARGIN_GAP,
      from: top - room,
      to: top + 2 * room
    })
    const last = placed.at(-1)
    this.height = last === undefined ? 0 : last.top + this.#heights.of(last.item.id)
    this.placed = placed
  }

  /**
   * Cards that are on the page make room before the frame is painted, so that none is ever seen on
   * another; what comes in by that comes with the next frame.
   */
  #makeRoom(): void {
    const before = this.placed
    this.place()
    this.placed = this.placed.filter(({ item }) => before.some((card) => card.item.id === item.id))
    this.#placeLater()
  }

  #placeLater(): void {
    cancelAnimationFrame(this.#frame)
    this.#frame = requestAnimationFrame(() => this.place())
  }
}
