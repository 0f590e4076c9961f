/** Everything that is no letter, digit or picture: layout, punctuation and markup change it. */
const NO_LETTER = /[^\p{L}\p{N}\p{M}\p{Extended_Pictographic}]+/gu
/** Scripts that are written without spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
/** A letter of these says as much as several of an alphabet. */
const UNSPACED_WEIGHT = 3
/** Shorter notes, in letters, are words that stand anywhere. */
const LEAST_LETTERS = 6
/** So many letters in a row are no chance; half of it, one may begin from any place of a note. */
const WINDOW = 24
/** From so many letters on, spaces that the layout put between or took away are passed over. */
const LEAST_UNSPACED = 12

/** Letters only, without case and the forms of one letter, so that layout does not hide them. */
export function foldedLetters(text: string): string {
  return foldedWords(text).replaceAll(' ', '')
}

/** Words with one space between two, and at both ends. */
function foldedWords(text: string): string {
  const letters = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\u00AD/gu, '')
  return ` ${letters.replace(NO_LETTER, ' ').trim()} `
}

/** Whether a note is long enough to be told from words that stand anywhere. */
export function isSearchable(note: string): boolean {
  let weight = 0
  for (const letter of foldedLetters(note)) weight += UNSPACED.test(letter) ? UNSPACED_WEIGHT : 1
  return weight >= LEAST_LETTERS
}

/** A private note, in the forms in which its words may stand somewhere: as typed, and as read. */
export interface PrivateNote {
  readonly note: string
  readonly forms: readonly string[]
}

/**
 * Finds private notes in texts.
 *
 * A long note is found by any part of it, a short one as a whole. Parts that stand in what is known to
 * go out (the briefing that a note quotes, another note) say nothing and are not looked for.
 */
export class PrivateWords {
  /** Parts of notes by their letters, and which note each is of. */
  readonly #windows = new Map<string, string>()
  readonly #wholes: readonly { readonly words: string; readonly letters: string; readonly note: string }[]

  constructor(notes: readonly PrivateNote[], known: readonly string[]) {
    const forms = notes.flatMap(({ note, forms: written }) =>
      [...new Set(written)].filter(isSearchable).map((form) => ({
        ...{ note, words: foldedWords(form), letters: foldedLetters(form) }
      }))
    )
    for (const { note, letters } of forms)
      for (const part of windowsOf(letters)) this.#windows.set(part, note)
    for (const text of known) eachWindow(foldedLetters(text), (part) => void this.#windows.delete(part))
    const knownWords = known.map(foldedWords).join('')
    const short = forms.filter(({ letters }) => letters.length < WINDOW)
    this.#wholes = short.filter((whole) => !holdsWhole(knownWords, whole))
  }

  /** A note of which words stand in `text`, or `null`. */
  findIn(text: string): string | null {
    const words = foldedWords(text)
    const whole = this.#wholes.find((candidate) => holdsWhole(words, candidate))
    if (whole !== undefined) return whole.note
    if (this.#windows.size === 0) return null
    let found: string | null = null
    eachWindow(words.replaceAll(' ', ''), (part) => {
      found ??= this.#windows.get(part) ?? null
    })
    return found
  }
}

function holdsWhole(words: string, whole: { readonly words: string; readonly letters: string }): boolean {
  if (words.includes(whole.words)) return true
  const isUnspaced = whole.letters.length >= LEAST_UNSPACED || UNSPACED.test(whole.letters)
  return isUnspaced && words.replaceAll(' ', '').includes(whole.letters)
}

/** Parts from every half window on, the last one at the end; none of a note that is shorter. */
function windowsOf(letters: string): readonly string[] {
  if (letters.length < WINDOW) return []
  const parts = [letters.slice(-WINDOW)]
  for (let at = 0; at + WINDOW <= letters.length; at += WINDOW / 2) parts.push(letters.slice(at, at + WINDOW))
  return parts
}

function eachWindow(letters: string, visit: (part: string) => void): void {
  for (let at = 0; at + WINDOW <= letters.length; at += 1) visit(letters.slice(at, at + WINDOW))
}
