import type { Patch } from './patches'

/** How far around the window a patch counts as in sight: it is painted before it is scrolled to. */
const MARGIN = '150% 0px'

interface SightEvents {
  readonly entered: (patch: Patch) => void
  readonly left: (patch: Patch) => void
}

/** Knows which patches of an article are in sight, or about to be. */
export class Sight {
  readonly #observer: IntersectionObserver
  readonly #events: SightEvents
  readonly #patches = new Map<Element, Set<Patch>>()
  readonly #slices = new Map<number, readonly Patch[]>()
  readonly #seen = new Set<Element>()
  readonly #inSight = new Set<Patch>()
  #hasReported = false

  constructor(scroller: Element, events: SightEvents) {
    this.#events = events
    this.#observer = new IntersectionObserver((entries) => this.#report(entries), {
      root: scroller,
      rootMargin: MARGIN
    })
  }

  /** What is drawn of slice `index` now consists of these patches. */
  setSlice(index: number, patches: readonly Patch[]): void {
    const before = this.#slices.get(index) ?? []
    const seen = new Set(before.filter((patch) => this.#inSight.has(patch)).map(({ range }) => range.start))
    for (const patch of before) this.#forget(patch)
    this.#slices.set(index, patches)
    for (const patch of patches) {
      for (const element of patch.elements) this.#watch(element, patch)
      // The browser reports a frame later. What is drawn first is what is looked at, and what was in
      // sight when more of its slice was drawn still is.
      if (!this.#hasReported || seen.has(patch.range.start)) this.#enter(patch)
    }
  }

  /** Watch no more. */
  stop(): void {
    this.#observer.disconnect()
  }

  #report(entries: readonly IntersectionObserverEntry[]): void {
    this.#hasReported = true
    const touched = new Set<Patch>()
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) this.#seen.add(target)
      else this.#seen.delete(target)
      for (const patch of this.#patches.get(target) ?? []) touched.add(patch)
    }
    for (const patch of touched) {
      if (patch.elements.some((element) => this.#seen.has(element))) this.#enter(patch)
      else this.#leave(patch)
    }
  }

  #watch(element: Element, patch: Patch): void {
    const patches = this.#patches.get(element) ?? new Set()
    this.#patches.set(element, patches.add(patch))
    this.#observer.observe(element)
  }

  #forget(patch: Patch): void {
    this.#leave(patch)
    for (const element of patch.elements) {
      const patches = this.#patches.get(element)
      patches?.delete(patch)
      if (patches?.size !== 0) continue
      this.#patches.delete(element)
      this.#seen.delete(element)
      this.#observer.unobserve(element)
    }
  }

  #enter(patch: Patch): void {
    if (this.#inSight.has(patch)) return
    this.#inSight.add(patch)
    this.#events.entered(patch)
  }

  #leave(patch: Patch): void {
    if (this.#inSight.delete(patch)) this.#events.left(patch)
  }
}
