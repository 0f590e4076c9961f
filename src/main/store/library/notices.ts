/** A file that was found damaged, and what the person is told of it. */
export interface Mended {
  readonly path: string
  readonly sentence: string
}

/** Sentences for the person, each told once, and what was mended since the library was opened. */
export class Notices {
  readonly #untold = new Set<string>()
  readonly #toldOnce = new Set<string>()
  readonly #mended: Mended[] = []

  readonly tell = (sentence: string): void => {
    this.#untold.add(sentence)
  }

  /** Not again after it was taken. */
  readonly tellOnce = (sentence: string): void => {
    if (this.#toldOnce.has(sentence)) return
    this.#toldOnce.add(sentence)
    this.tell(sentence)
  }

  readonly tellMended = (sentence: string, path: string): void => {
    this.tell(sentence)
    this.#mended.push({ path, sentence })
  }

  /** The sentences that were not told yet. */
  take(): readonly string[] {
    const sentences = [...this.#untold]
    this.#untold.clear()
    return sentences
  }

  get mended(): readonly Mended[] {
    return this.#mended
  }
}
