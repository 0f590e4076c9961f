/** Letters and digits alone: extraction adds and drops white space, punctuation and marks of direction. */
export function bare(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '')
}

/** The words of a text; in scripts without spaces each character, since a number may stand after any. */
export function wordsOf(text: string): readonly string[] {
  return text
    .split(/\s+|(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー])/u)
    .map(bare)
    .filter((word) => word !== '')
}

/** The words that `text` does not hold. */
export function missingFrom(text: string, words: readonly string[]): readonly string[] {
  return words.filter((word) => !text.includes(word))
}

/** The first word that does not come after the one before it, or `null`. */
export function firstOutOfOrder(text: string, words: readonly string[]): string | null {
  let at = 0
  for (const word of words) {
    const found = text.indexOf(word, at)
    if (found === -1) return word
    at = found + word.length
  }
  return null
}
