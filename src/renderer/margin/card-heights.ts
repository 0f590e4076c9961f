/** How tall a card is taken to be until it is measured: one line of a note. */
const GUESS = 44

/** How tall cards are, in pixels; those that left the page are remembered. */
export class CardHeights {
  readonly #heights = new Map<string, number>()
  readonly #observer: ResizeObserver

  /** `changed` is called before a frame is painted in which cards have other heights. */
  constructor(changed: () => void) {
    this.#observer = new ResizeObserver((entries) => {
      const news = entries.filter(({ target, contentRect }) => this.#keep(target, contentRect.height))
      if (news.length > 0) changed()
    })
  }

  readonly of = (id: string): number => this.#heights.get(id) ?? GUESS

  /** Follow a card while it is on the page; answers the function that stops it. */
  readonly follow = (card: HTMLElement): (() => void) => {
    this.#observer.observe(card)
    return () => this.#observer.unobserve(card)
  }

  stop(): void {
    this.#observer.disconnect()
  }

  #keep(card: Element, height: number): boolean {
    const id = card instanceof HTMLElement ? card.dataset['mark'] : undefined
    if (id === undefined || this.#heights.get(id) === height) return false
    this.#heights.set(id, height)
    return true
  }
}
