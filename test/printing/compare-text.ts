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

/**
 * The words that `text` does not hold. The number of a note may stand in one where words are as long as lines,
 * and a lam before an alef that carries a mark may have changed places with it: poppler reads them so.
 */
export function missingFrom(text: string, words: readonly string[]): readonly string[] {
  return words.filter((word) => !text.includes(word) && !asRead(word).test(text))
}

function asRead(word: string): RegExp {
  const [lamAlef, alefLam] = ['\u0644\\d*\u0627', '\u0627\\d*\u0644']
  return new RegExp([...word].join('\\d*').replaceAll(lamAlef, `(?:${lamAlef}|${alefLam})`), 'u')
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
