/** The marks that are changed together. With fewer than two of them the selected one is changed. */
export class ChosenMarks {
  ids = $state.raw<readonly string[]>([])
  /** Where choosing begins: the mark that was gone to last without choosing. */
  #from: string | null = null

  /** This mark was gone to; nothing is chosen any more. */
  begin(id: string): void {
    this.#from = id
    this.clear()
  }

  /** Take a mark among the chosen ones, or out of them; where choosing began is the first of them. */
  toggle(id: string): void {
    const from = this.#from
    const before = this.ids.length > 0 || from === null || from === id ? this.ids : [from]
    this.ids = before.includes(id) ? before.filter((other) => other !== id) : [...before, id]
  }

  /** Choose every mark from where choosing began to this one, in the order in which they are listed. */
  through(id: string, order: readonly string[]): void {
    this.#from ??= id
    const [first, last] = [order.indexOf(this.#from), order.indexOf(id)].sort((a, b) => a - b)
    if (first === undefined || last === undefined || first === -1) this.#from = id
    this.ids = first === undefined || first === -1 ? [id] : order.slice(first, (last ?? first) + 1)
  }

  /** These marks are gone. */
  forget(id: string): void {
    this.ids = this.ids.filter((other) => other !== id)
    if (this.#from === id) this.#from = null
  }

  clear(): void {
    this.ids = []
  }
}
