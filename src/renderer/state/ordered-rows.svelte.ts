import { tick } from 'svelte'
import type { RowDrag } from '../dom/drag-rows'
import { words } from '../words/english'

/** Things in an order that a person gives them, each with a name to speak of it by. */
export interface Ordered {
  readonly entries: readonly { readonly id: string; readonly name: string }[]
  /** Put one at another place, counted from 0; answers whether it moved. */
  move(id: string, to: number): boolean
  remove(id: string): void
  /** So many are left at least. */
  readonly least: number
}

/** What rows are made of. */
interface RowsContext {
  readonly ordered: Ordered
  readonly list: () => HTMLElement | null
  /** Tell a screen reader. */
  readonly say: (text: string) => void
  /** The last was taken out, and the focus with it. */
  readonly onempty: () => void
}

/** Ordered things as rows: what their keys, their buttons and dragging do, and what is said of it. */
export class OrderedRows {
  readonly #ordered: Ordered
  readonly #list: () => HTMLElement | null
  readonly #say: (text: string) => void
  readonly #onempty: () => void
  /** The one that had the focus last. */
  #visited = $state<string | null>(null)

  constructor({ ordered, list, say, onempty }: RowsContext) {
    this.#ordered = ordered
    this.#list = list
    this.#say = say
    this.#onempty = onempty
  }

  /** The one that Tab comes to. */
  readonly tabStop = $derived.by(() => {
    const { entries } = this.#ordered
    return (entries.find(({ id }) => id === this.#visited) ?? entries[0])?.id ?? null
  })

  /** The row of `id` has the focus now. */
  visit(id: string): void {
    this.#visited = id
  }

  /** What the row of `id` does with a key. */
  key(id: string, event: KeyboardEvent): void {
    const { entries } = this.#ordered
    const at = this.#placeOf(id)
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (step !== 0 && event.altKey) void this.move(id, at + step)
    else if (step !== 0) this.#focus(entries[at + step]?.id)
    else if (event.key === 'Home') this.#focus(entries[0]?.id)
    else if (event.key === 'End') this.#focus(entries.at(-1)?.id)
    else if (event.key === 'Delete') void this.takeOut(id)
    else return
    event.preventDefault()
  }

  /** Put it at another place, counted from 0, and the focus on it. */
  async move(id: string, to: number): Promise<void> {
    if (this.#ordered.move(id, to)) this.#sayPlace(id)
    await tick()
    this.#focus(id)
  }

  /** Take it out, unless no fewer may be left; the focus goes to the next, and after the last to where more are found. */
  async takeOut(id: string): Promise<void> {
    const ordered = this.#ordered
    const at = this.#placeOf(id)
    const taken = ordered.entries[at]
    if (taken === undefined || ordered.entries.length <= ordered.least) return
    ordered.remove(id)
    this.#say(words.export.takenOut(taken.name, ordered.entries.length))
    await tick()
    const next = ordered.entries[at] ?? ordered.entries[at - 1]
    if (next === undefined) this.#onempty()
    else this.#focus(next.id)
  }

  readonly dragging: RowDrag = {
    onbegin: (row) => this.#focus(idOf(row)),
    onmove: (row, to) => void this.#ordered.move(idOf(row), to),
    onend: (row, from, isKept) => {
      if (!isKept) this.#ordered.move(idOf(row), from)
      this.#sayPlace(idOf(row))
    }
  }

  #placeOf(id: string): number {
    return this.#ordered.entries.findIndex((entry) => entry.id === id)
  }

  #sayPlace(id: string): void {
    const { entries } = this.#ordered
    const at = this.#placeOf(id)
    const name = entries[at]?.name
    if (name !== undefined) this.#say(words.export.moved(name, at + 1, entries.length))
  }

  #focus(id: string | undefined): void {
    const row = id === undefined ? null : this.#list()?.querySelector(`[data-row="${CSS.escape(id)}"] button`)
    if (row instanceof HTMLElement) row.focus()
  }
}

function idOf(row: HTMLElement): string {
  return row.dataset['row'] ?? ''
}

/** `ids` with one of them at another place, counted from 0, or `null` when it stands there or nowhere. */
export function withMoved(ids: readonly string[], id: string, to: number): readonly string[] | null {
  const from = ids.indexOf(id)
  const place = Math.max(0, Math.min(ids.length - 1, to))
  return from === -1 || from === place ? null : ids.toSpliced(from, 1).toSpliced(place, 0, id)
}
