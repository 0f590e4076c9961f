/** Letters and digits alone: extraction adds and drops white space, punctuation and marks of direction. */
export function bare(text: string): string {
  return text.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '')
}

/** The words of a text; in scripts without spaces each character, since a number may stand after any. */
export function wordsOf(text: string): readonly string[] {
  return text
    .split(/[^\p{L}\p{M}\p{N}]+|(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー])/u)
    .map(bare)
    .filter((word) => word !== '')
}

/** The words that `text` does not hold. One that is cut at the end of a page stands there in two parts. */
export function missingFrom(text: string, words: readonly string[]): readonly string[] {
  return words.filter((word) => !text.includes(word) && !isCutIn(text, word))
}

function isCutIn(text: string, word: string): boolean {
  const characters = [...word]
  return characters.some((_, at) => {
    const [first, rest] = [characters.slice(0, at).join(''), characters.slice(at).join('')]
    return at > 0 && text.includes(first) && text.includes(rest)
  })
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
