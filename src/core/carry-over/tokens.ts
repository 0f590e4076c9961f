import type { TextRange } from '../text/text-range'

/** Scripts that are written without spaces between words: each character stands for itself. */
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}'

const TOKEN = new RegExp(`[${UNSPACED}]\\p{M}*|(?:(?![${UNSPACED}])[\\p{L}\\p{M}\\p{N}])+|\\S`, 'gu')

/** A text in words and signs, without its white space. */
export interface Tokens {
  /** UTF-16 code units at which each begins. */
  readonly starts: Uint32Array
  /** Where each ends. */
  readonly ends: Uint32Array
  /** What each is: two that read the same have the same number, in whatever text of one `Vocabulary`. */
  readonly words: Uint32Array
}

/** Gives every word a number. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>()

  numberOf(word: string): number {
    const known = this.#numbers.get(word)
    if (known !== undefined) return known
    this.#numbers.set(word, this.#numbers.size)
    return this.#numbers.size - 1
  }
}

/** Cut a text into words and single signs. */
export function tokensOf(text: string, vocabulary: Vocabulary): Tokens {
  const starts: number[] = []
  const ends: number[] = []
  const words: number[] = []
  for (const { 0: word, index } of text.matchAll(TOKEN)) {
    starts.push(index)
    ends.push(index + word.length)
    words.push(vocabulary.numberOf(word))
  }
  return { starts: Uint32Array.from(starts), ends: Uint32Array.from(ends), words: Uint32Array.from(words) }
}

/** The tokens that `range` touches: the first, and the one after the last. */
export function tokensIn({ starts, ends }: Tokens, range: TextRange): TextRange {
  return { start: firstAbove(ends, range.start), end: firstAbove(starts, range.end - 1) }
}

/** The first place in `sorted` whose value is above `limit`. */
function firstAbove(sorted: Uint32Array, limit: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? 0) > limit) high = middle
    else low = middle + 1
  }
  return low
}
