import { matcherOf, NO_FILTER } from '#core/annotation/mark-filter'
import { isPlaced, type PlacedAnnotation } from '#core/annotation/placed-annotation'
import { MAX_SUMMARY } from '#core/print/export-options'
import { foldedMarks } from './folded-marks'
import type { Notices } from './notices.svelte'
import { type Ordered, withMoved } from './ordered-rows.svelte'
import type { Pack } from './pack.svelte'
import type { PageApi } from './page-api'

/** So many briefings are asked about at once. */
const BRIEFINGS_AT_ONCE = 50
/** So much of a quote is its name. */
const NAME_LENGTH = 60

/** The marks that a page in front of everything quotes, in an order of its own. */
export class SummaryChoice implements Ordered {
  readonly least = 0
  /** All marks of the pack that have words, in its order; once they are read. */
  marks = $state.raw<readonly PlacedAnnotation[]>([])
  isRead = $state(false)
  /** Words that are looked for among them. */
  text = $state('')
  #chosen = $state.raw<readonly PlacedAnnotation[]>([])
  readonly #pack: Pick<Pack, 'ids'>
  readonly #foldedOf = foldedMarks()

  constructor(pack: Pick<Pack, 'ids'>) {
    this.#pack = pack
  }

  readonly entries = $derived.by(() =>
    this.#chosen
      .filter(({ briefing }) => this.#pack.ids.includes(briefing))
      .map((mark) => ({ id: mark.id, name: nameOf(mark), mark }))
  )

  readonly ids = $derived.by(() => this.entries.map(({ id }) => id))

  readonly found = $derived.by(() =>
    this.marks.filter(matcherOf({ ...NO_FILTER, text: this.text }, this.#foldedOf))
  )

  readonly isFull = $derived.by(() => this.ids.length >= MAX_SUMMARY)

  /** Read the marks of the pack as they are now; what was chosen and is gone goes. */
  async read(api: PageApi, notices: Notices): Promise<void> {
    const { ids } = this.#pack
    await notices.attempt(async () => {
      const marks: PlacedAnnotation[] = []
      for (let at = 0; at < ids.length; at += BRIEFINGS_AT_ONCE) {
        const briefings = ids.slice(at, at + BRIEFINGS_AT_ONCE)
        marks.push(...(await api.gatherAnnotations({ briefings })))
      }
      this.marks = marks.filter(isPlaced)
      // Those of a briefing that is taken out wait for it to come back.
      const fresh = this.#chosen.map((chosen) =>
        ids.includes(chosen.briefing) ? this.marks.find((mark) => mark.id === chosen.id) : chosen
      )
      this.#chosen = fresh.filter((mark) => mark !== undefined)
      this.isRead = true
    })
  }

  /** Let go of what it is chosen from, and keep what is chosen. */
  close(): void {
    this.marks = []
    this.isRead = false
  }

  /** Take a mark into the summary as its last, or out of it. */
  toggle(mark: PlacedAnnotation): void {
    if (this.ids.includes(mark.id)) this.remove(mark.id)
    else if (!this.isFull) this.#chosen = [...this.#chosen, mark]
  }

  remove(id: string): void {
    this.#chosen = this.#chosen.filter((mark) => mark.id !== id)
  }

  move(id: string, to: number): boolean {
    const moved = withMoved(this.ids, id, to)
    if (moved === null) return false
    const chosen = this.#chosen
    const order = moved.map((each) => chosen.find((mark) => mark.id === each)).values()
    this.#chosen = chosen.map((mark) => (moved.includes(mark.id) ? (order.next().value ?? mark) : mark))
    return true
  }
}

function nameOf({ quote }: PlacedAnnotation): string {
  const line = quote.replace(/\s+/gu, ' ')
  return line.length > NAME_LENGTH ? `${line.slice(0, NAME_LENGTH).trimEnd()}…` : line
}
