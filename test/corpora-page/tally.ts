/** What became of the cases of a corpus: nothing is passed over without its reason. */
export class Tally {
  readonly #name: string
  readonly #passed = new Map<string, number>()
  readonly #others = new Map<string, string[]>()

  constructor(name: string) {
    this.#name = name
  }

  /** A check of this kind held. */
  pass(kind: string): void {
    this.#passed.set(kind, (this.#passed.get(kind) ?? 0) + 1)
  }

  /** A case is not asked, for this reason. */
  leaveOut(reason: string, name: string): void {
    this.#others.set(reason, [...(this.#others.get(reason) ?? []), name])
  }

  /** Print what came of it. */
  print(): void {
    const passed = [...this.#passed].map(([kind, count]) => `  ${count} × ${kind}`)
    const others = [...this.#others].map(
      ([reason, names]) => `  ${names.length} not asked, ${reason}: ${names.join('; ')}`
    )
    console.log([`${this.#name}:`, ...passed, ...others].join('\n'))
  }
}
