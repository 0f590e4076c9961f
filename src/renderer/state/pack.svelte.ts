import type { BriefingSummary } from '#core/briefing/briefing'
import type { LibraryState } from './library.svelte'
import { type Ordered, withMoved } from './ordered-rows.svelte'

/** The briefings that become one document, in its order. */
export class Pack implements Ordered {
  readonly least = 1
  readonly #library: Pick<LibraryState, 'briefings'>
  #ids = $state.raw<readonly string[]>([])

  constructor(library: Pick<LibraryState, 'briefings'>) {
    this.#library = library
  }

  /** Those that are still in the library. */
  readonly briefings = $derived.by((): readonly BriefingSummary[] => {
    const known = this.#library.briefings
    return this.#ids
      .map((id) => known.find((briefing) => briefing.id === id))
      .filter((briefing) => briefing !== undefined)
  })

  readonly entries = $derived.by(() =>
    this.briefings.map((briefing) => ({ id: briefing.id, name: briefing.title, briefing }))
  )

  readonly ids = $derived.by(() => this.briefings.map(({ id }) => id))

  /** Those that could be added, in the order of the library. */
  readonly others = $derived.by(() => this.#library.briefings.filter(({ id }) => !this.#ids.includes(id)))

  /** Begin with a briefing; a pack that it is in is gone on with. Answers whether it is a new one. */
  begin(id: string): boolean {
    if (this.ids.length > 1 && this.ids.includes(id)) return false
    const isNew = this.#ids.length !== 1 || this.#ids[0] !== id
    this.#ids = [id]
    return isNew
  }

  add(id: string): void {
    if (!this.#ids.includes(id)) this.#ids = [...this.#ids, id]
  }

  remove(id: string): void {
    this.#ids = this.#ids.filter((other) => other !== id)
  }

  move(id: string, to: number): boolean {
    const moved = withMoved(this.ids, id, to)
    if (moved !== null) this.#ids = moved
    return moved !== null
  }
}
