/** A change that can be taken back and made again. */
export interface Change {
  /** What was done, as a sentence part: `highlight`. */
  readonly what: string
  /** The briefing whose marks were changed, which is opened before they are changed again; `null` for the library. */
  readonly briefing: string | null
  readonly undo: () => Promise<void>
  readonly redo: () => Promise<void>
}

/** Further back nobody remembers what a step would do. */
const MAX_STEPS = 200

/** The changes made in this window, in order; a new one forgets those that were taken back. */
export class History {
  #done: readonly Change[] = []
  #undone: readonly Change[] = []

  add(change: Change): void {
    this.#done = [...this.#done, change].slice(-MAX_STEPS)
    this.#undone = []
  }

  /** What would be taken back next, or `null`. */
  get last(): Change | null {
    return this.#done.at(-1) ?? null
  }

  /** What would be made again next, or `null`. */
  get next(): Change | null {
    return this.#undone.at(-1) ?? null
  }

  /** Take back the last change; one that fails stays the last. */
  async undo(): Promise<void> {
    const change = this.last
    if (change === null) return
    await change.undo()
    this.#done = this.#done.filter((other) => other !== change)
    this.#undone = [...this.#undone, change]
  }

  /** Make the last change that was taken back again; one that fails stays the next. */
  async redo(): Promise<void> {
    const change = this.next
    if (change === null) return
    await change.redo()
    this.#undone = this.#undone.filter((other) => other !== change)
    this.#done = [...this.#done, change]
  }
}
