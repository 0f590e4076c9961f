/** A text as it is compared: its words with one space between two and at both ends, and its letters alone. */
export interface Folded {
  readonly words: string
  readonly letters: string
}

/** A phrase that is looked for as a whole. */
export interface Phrase extends Folded {
  /** Whether it may also stand without regard to the spaces between its words. */
  readonly isUnspaced: boolean
}

/** So many letters begin a phrase at least, and with the space before it in words. */
const LEAST = { letters: 2, words: 3 } as const

/**
 * Finds whole phrases in texts. Thousands of them cost no more than a few: each place of a text is asked
 * only for those that begin with its letters, by their lengths.
 */
export class WholePhrases<Sought extends Phrase> {
  readonly #byWords = new Parts<Sought>(LEAST.words)
  readonly #byLetters = new Parts<Sought>(LEAST.letters)

  constructor(phrases: readonly Sought[]) {
    for (const phrase of phrases) {
      this.#byWords.add(phrase.words, phrase)
      if (phrase.isUnspaced) this.#byLetters.add(phrase.letters, phrase)
    }
  }

  /** Every phrase that stands in a text, some of them several times. */
  *in({ words, letters }: Folded): Generator<Sought> {
    yield* this.#byWords.in(words)
    yield* this.#byLetters.in(letters)
  }
}

/** Strings by their first letters, their length and themselves. */
class Parts<Sought> {
  readonly #least: number
  readonly #lengths = new Map<string, number[]>()
  readonly #sought = new Map<string, Sought[]>()

  constructor(least: number) {
    this.#least = least
  }

  add(part: string, sought: Sought): void {
    const first = part.slice(0, this.#least)
    const lengths = this.#lengths.get(first) ?? []
    if (!lengths.includes(part.length)) this.#lengths.set(first, [...lengths, part.length])
    const same = this.#sought.get(part)
    if (same === undefined) this.#sought.set(part, [sought])
    else same.push(sought)
  }

  *in(text: string): Generator<Sought> {
    if (this.#sought.size === 0) return
    for (let at = 0; at + this.#least <= text.length; at += 1) {
      for (const length of this.#lengths.get(text.slice(at, at + this.#least)) ?? []) {
        yield* this.#sought.get(text.slice(at, at + length)) ?? []
      }
    }
  }
}
