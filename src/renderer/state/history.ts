/** A change that can be taken back and made again. */
export interface Change {
  /** What was done, as a sentence part: `Highlight`. */
  readonly what: string
  readonly undo: () => Promise<void>
  readonly redo: () => Promise<void>
}

/** Further back nobody remembers what a step would do. */
const MAX_STEPS = 200

/** The changes made to one briefing, in order; a new one forgets those that were taken back. */
export class History {
  #done: readonly Change[] = []
  #undone: readonly Change[] = []

  add(change: Change): void {
    this.#done = [...this.#done, change].slice(-MAX_STEPS)
    this.#undone = []
  }

  /** Take back the last change; answers what was taken back, or `null` when there is nothing. */
  async undo(): Promise<string | null> {
    const change = this.#done[this.#done.length - 1]
    if (change === undefined) return null
    await change.undo()
    this.#done = this.#done.slice(0, -1)
    this.#undone = [...this.#undone, change]
    return change.what
  }

  /** Make the last change that was taken back again; answers what was made, or `null`. */
  async redo(): Promise<string | null> {
    const change = this.#undone[this.#undone.length - 1]
    if (change === undefined) return null
    await change.redo()
    this.#undone = this.#undone.slice(0, -1)
    this.#done = [...this.#done, change]
    return change.what
  }
}
