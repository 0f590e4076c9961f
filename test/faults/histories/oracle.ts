/** A change that a device was told is saved. */
export interface Change {
  readonly device: string
  /** Which of the things in the document: a mark's id, `title`, `position`. */
  readonly key: string
  /** What is shown because of it; `null` when nothing is. */
  readonly value: string | null
  /** By the clock of the device, in milliseconds. */
  readonly time: number
  /** All changes of the same thing that the device could see, and what those who made them saw. */
  readonly past: ReadonlySet<Change>
}

/** How many generations of `document` by `writer` the `reader` has. */
export type Generations = (reader: string, document: string, writer: string) => number

/**
 * What must be shown, worked out from who had received which file when it changed what, and not from
 * anything that the store writes down about it: of the changes that no later one has seen, the latest.
 */
export class Oracle {
  readonly #devices: readonly string[]
  readonly #generations: Generations
  /** By document and device, in the order made: each made one generation of the device's file. */
  readonly #changes = new Map<string, Change[]>()

  constructor(devices: readonly string[], generations: Generations) {
    this.#devices = devices
    this.#generations = generations
  }

  /** Note a change; to be told before the file that it made is noticed. */
  note(document: string, change: Omit<Change, 'past'>): void {
    const seen = this.#visible(change.device, document, change.key)
    const past = new Set(seen.flatMap((one) => [one, ...one.past]))
    this.#changesOf(document, change.device).push({ ...change, past })
  }

  /** Those that no other has seen, of those that have reached `device`. */
  heads(device: string, document: string, key: string): readonly Change[] {
    const visible = this.#visible(device, document, key)
    return visible.filter((one) => !visible.some(({ past }) => past.has(one)))
  }

  /** What may be shown on `device`: more than one only when clocks say the same. */
  allowed(device: string, document: string, key: string): readonly Change[] {
    const heads = this.heads(device, document, key)
    const latest = Math.max(...heads.map(({ time }) => time))
    return heads.filter(({ time }) => time === latest)
  }

  /** All things that were ever changed in a document. */
  keys(document: string): readonly string[] {
    const changes = this.#devices.flatMap((device) => this.#changesOf(document, device))
    return [...new Set(changes.map(({ key }) => key))]
  }

  #visible(device: string, document: string, key: string): readonly Change[] {
    return this.#devices.flatMap((writer) => {
      const changes = this.#changesOf(document, writer)
      const reached = writer === device ? changes.length : this.#generations(device, document, writer)
      return changes.slice(0, reached).findLast((change) => change.key === key) ?? []
    })
  }

  #changesOf(document: string, device: string): Change[] {
    const place = `${document} ${device}`
    const changes = this.#changes.get(place) ?? []
    this.#changes.set(place, changes)
    return changes
  }
}
