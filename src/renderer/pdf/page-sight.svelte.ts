import type { PdfPages } from './open-pdf'

/** Pages are drawn when they are so near to what is in sight, so that scrolling meets them ready. */
const NEAR = '600px 0px'
/** A window that is made wider is waited for so long, in milliseconds, before its pages are drawn sharp again. */
const RESIZE_PAUSE_MS = 150

/** One page on the screen: drawn while it is near to what is in sight, and let go of when it is far. */
export class PageSight {
  /** Its words, for whoever cannot see it; empty until it comes near. */
  text = $state('')
  #isNear = $state(false)
  /** Pixels of the screen that it is wide. */
  #width = $state(0)
  #paper: HTMLElement | null = null
  #shown: PdfPages | null = null

  /** Attach it to the element that the page is drawn into. */
  readonly watch = (paper: HTMLElement): (() => void) => {
    this.#paper = paper
    let pause: ReturnType<typeof setTimeout> | undefined
    const measure = (): void => {
      this.#width = Math.round(paper.clientWidth * devicePixelRatio)
    }
    const near = new IntersectionObserver(
      ([entry]) => {
        measure()
        this.#isNear = entry?.isIntersecting ?? false
      },
      { root: paper.closest('[data-preview]'), rootMargin: NEAR }
    )
    const resized = new ResizeObserver(() => {
      clearTimeout(pause)
      pause = setTimeout(measure, RESIZE_PAUSE_MS)
    })
    near.observe(paper)
    resized.observe(paper)
    return () => {
      clearTimeout(pause)
      near.disconnect()
      resized.disconnect()
    }
  }

  /** Draw this page as long as it is near; answers the function that stops it. */
  show(pages: PdfPages, number: number): (() => void) | undefined {
    // A page that is far gets no new words for now, and those of another document are not its own.
    if (this.#shown !== pages) this.text = ''
    this.#shown = pages
    if (!this.#isNear || this.#width === 0) {
      this.#paper?.replaceChildren()
      return undefined
    }
    const leaving = new AbortController()
    void this.#draw(pages, number, leaving.signal).catch((thrown: unknown) => {
      if (!leaving.signal.aborted) throw thrown
    })
    return () => leaving.abort()
  }

  /** The picture before stays until the new one is there. */
  async #draw(pages: PdfPages, number: number, signal: AbortSignal): Promise<void> {
    const picture = await pages.draw(number, this.#width, signal)
    if (signal.aborted) return
    picture.setAttribute('aria-hidden', 'true')
    this.#paper?.replaceChildren(picture)
    const text = await pages.text(number)
    if (!signal.aborted) this.text = text
  }
}
