import { tick } from 'svelte'
import type { BriefingSummary } from '#core/briefing/briefing'
import type { RowDrag } from '../dom/drag-rows'
import { words } from '../words/english'
import type { Exporting } from './exporting.svelte'

/** The briefings of a pack as rows: what their keys, their buttons and dragging do, and what is said of it. */
export class PackRows {
  readonly #exporting: Exporting
  readonly #list: () => HTMLElement | null

  constructor(exporting: Exporting, list: () => HTMLElement | null) {
    this.#exporting = exporting
    this.#list = list
  }

  /** What the row of a briefing does with a key. */
  key(briefing: BriefingSummary, event: KeyboardEvent): void {
    const { briefings } = this.#exporting.plan
    const at = briefings.findIndex(({ id }) => id === briefing.id)
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (step !== 0 && event.altKey) void this.move(briefing, at + step)
    else if (step !== 0) this.#focus(briefings[at + step]?.id)
    else if (event.key === 'Home') this.#focus(briefings[0]?.id)
    else if (event.key === 'End') this.#focus(briefings.at(-1)?.id)
    else if (event.key === 'Delete') void this.takeOut(briefing)
    else return
    event.preventDefault()
  }

  /** Put a briefing at another place, counted from 0, and the focus on it. */
  async move(briefing: BriefingSummary, to: number): Promise<void> {
    if (this.#exporting.plan.move(briefing.id, to)) this.#say(briefing.id)
    await tick()
    this.#focus(briefing.id)
  }

  /** Take a briefing out; a pack keeps at least one. */
  async takeOut({ id, title }: BriefingSummary): Promise<void> {
    const { plan } = this.#exporting
    const at = plan.briefings.findIndex((other) => other.id === id)
    if (plan.briefings.length < 2) return
    plan.remove(id)
    this.#exporting.say(words.export.takenOut(title, plan.briefings.length))
    await tick()
    this.#focus((plan.briefings[at] ?? plan.briefings[at - 1])?.id)
  }

  readonly dragging: RowDrag = {
    onmove: (row, to) => void this.#exporting.plan.move(idOf(row), to),
    onend: (row, from, isKept) => {
      if (!isKept) this.#exporting.plan.move(idOf(row), from)
      this.#say(idOf(row))
    }
  }

  #say(id: string): void {
    const { briefings } = this.#exporting.plan
    const at = briefings.findIndex((briefing) => briefing.id === id)
    const title = briefings[at]?.title
    if (title !== undefined) this.#exporting.say(words.export.moved(title, at + 1, briefings.length))
  }

  #focus(id: string | undefined): void {
    const row = id === undefined ? null : this.#list()?.querySelector(`[data-row="${CSS.escape(id)}"] button`)
    if (row instanceof HTMLElement) row.focus()
  }
}

function idOf(row: HTMLElement): string {
  return row.dataset['row'] ?? ''
}
