import type { PlacedAnnotation } from '#core/annotation/placed-annotation'
import type { TextRange } from '#core/text/text-range'

/** After so long a run of keys is over: it is saved, and taken back, as one change. */
const PAUSE_MS = 500

/** A mark whose end is being moved, by a handle or by keys: shown at once, saved when it stands still. */
export class Resizing {
  /** Where the mark would end now. */
  pending = $state.raw<{ readonly id: string; readonly range: TextRange } | null>(null)
  readonly #save: (id: string, range: TextRange) => Promise<void>
  #pause: ReturnType<typeof setTimeout> | undefined
  #turn: Promise<void> = Promise.resolve()

  /** `save` tells by itself when it fails. */
  constructor(save: (id: string, range: TextRange) => Promise<void>) {
    this.#save = save
  }

  /** Where a mark is shown now. */
  rangeOf({ id, range }: PlacedAnnotation): TextRange | null {
    return this.pending?.id === id ? this.pending.range : range
  }

  /** Show a mark elsewhere, until `settle` or `cancel`. */
  show(id: string, range: TextRange): void {
    clearTimeout(this.#pause)
    this.pending = { id, range }
  }

  /** The person may go on moving: save when she pauses. */
  settleSoon(): void {
    clearTimeout(this.#pause)
    this.#pause = setTimeout(() => void this.settle(), PAUSE_MS)
  }

  /** Save now; resolves when nothing is left unsaved. */
  settle(): Promise<void> {
    clearTimeout(this.#pause)
    this.#turn = this.#turn.then(async () => {
      const { pending } = this
      if (pending === null) return
      await this.#save(pending.id, pending.range)
      if (this.pending === pending) this.pending = null
    })
    return this.#turn
  }

  /** Show the mark where it was. */
  cancel(): void {
    clearTimeout(this.#pause)
    this.pending = null
  }
}
