import type { TextRange } from '#core/text/text-range'

/** What is selected in the article, and where it stands in the window. */
export interface Selected {
  readonly range: TextRange
  readonly rect: DOMRect
}

/** The palette above a selection. It goes away by Esc and comes back with the next selection. */
export class Popup {
  selected = $state.raw<Selected | null>(null)
  isDismissed = $state(false)

  get isShown(): boolean {
    return this.selected !== null && !this.isDismissed && isInWindow(this.selected.rect)
  }

  /** The selection is now this one. */
  show(selected: Selected | null): void {
    const { range } = this.selected ?? {}
    const isNew = selected?.range.start !== range?.start || selected?.range.end !== range?.end
    if (isNew) this.isDismissed = false
    this.selected = selected
  }

  /** The text moved under the popup. */
  follow(view: { rectOf(range: TextRange): DOMRect | null } | null): void {
    const range = this.selected?.range
    const rect = range === undefined ? null : (view?.rectOf(range) ?? null)
    if (range !== undefined) this.selected = rect === null ? null : { range, rect }
  }

  dismiss(): void {
    this.isDismissed = true
  }
}

function isInWindow(rect: DOMRect): boolean {
  return rect.bottom > 0 && rect.top < window.innerHeight
}
