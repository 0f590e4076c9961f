/** What was found damaged and is told to the person. */
export interface Mended {
  readonly path: string
  readonly sentence: string
}

/** What was mended or passed over since the library was opened. */
export class Notices {
  readonly #untold: Mended[] = []
  readonly #all: Mended[] = []

  readonly add = (sentence: string, path: string): void => {
    const isSame = (known: Mended): boolean => known.path === path && known.sentence === sentence
    if (!this.#untold.some(isSame)) this.#untold.push({ path, sentence })
    if (!this.#all.some(isSame)) this.#all.push({ path, sentence })
  }

  /** The sentences that were not told yet. */
  take(): readonly string[] {
    return this.#untold.splice(0).map(({ sentence }) => sentence)
  }

  get all(): readonly Mended[] {
    return this.#all
  }
}
