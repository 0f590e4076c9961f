import { WholePhrases } from './whole-phrases'
import type { Folded, Phrase } from './whole-phrases'

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
function foldedLetters(text: string): string {
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
  readonly #windows = new Windows()
  readonly #wholes: WholePhrases<Whole>

  constructor(notes: readonly PrivateNote[], known: readonly string[]) {
    const forms = notes.flatMap(({ note, forms: written }) =>
      [...new Set(written)].filter(isSearchable).map((form) => ({ ...folded(form), note }))
    )
    const knownTexts = known.map(folded)
    for (const { note, letters } of forms) this.#windows.add(letters, note)
    for (const { letters } of knownTexts) this.#windows.forget(letters)
    const short = forms.filter(({ letters }) => letters.length < WINDOW).map(whole)
    const all = new WholePhrases(short)
    const knownWholes = new Set(knownTexts.flatMap((text) => [...all.in(text)]))
    this.#wholes = new WholePhrases(short.filter((one) => !knownWholes.has(one)))
  }

  /**
   * A note of which words stand in `text`, or `null`. Short notes are looked for in `plain`: `text` without
   * what is notation in it and no word that anybody wrote.
   */
  findIn(text: string, plain = text): string | null {
    const found = folded(plain)
    const [first] = this.#wholes.in(found)
    return first?.note ?? this.#windows.findIn(plain === text ? found.letters : foldedLetters(text))
  }
}

interface Whole extends Phrase {
  readonly note: string
}

function folded(text: string): Folded {
  const words = foldedWords(text)
  return { words, letters: words.replaceAll(' ', '') }
}

function whole(form: Folded & { readonly note: string }): Whole {
  return { ...form, isUnspaced: form.letters.length >= LEAST_UNSPACED || UNSPACED.test(form.letters) }
}

/** Parts of notes by their letters, and which note each is of. */
class Windows {
  readonly #notes = new Map<string, string>()
  /** Which ends a part may have: nearly all places of a long text are passed over by this alone. */
  readonly #ends = new Uint8Array(ENDS)

  /** Parts from every half window on, and the last one; none of a note that is shorter. */
  add(letters: string, note: string): void {
    for (let at = 0; at + WINDOW <= letters.length; at += WINDOW / 2) this.#add(letters, at, note)
    if (letters.length >= WINDOW) this.#add(letters, letters.length - WINDOW, note)
  }

  /** Look no more for what stands in `letters`. */
  forget(letters: string): void {
    this.#eachLikely(letters, (part) => {
      this.#notes.delete(part)
      return false
    })
  }

  findIn(letters: string): string | null {
    if (this.#notes.size === 0) return null
    let found: string | null = null
    this.#eachLikely(letters, (part) => {
      found = this.#notes.get(part) ?? null
      return found !== null
    })
    return found
  }

  #add(letters: string, at: number, note: string): void {
    this.#notes.set(letters.slice(at, at + WINDOW), note)
    this.#ends[endsAt(letters, at)] = 1
  }

  /** Until `visit` answers that it is enough. */
  #eachLikely(letters: string, visit: (part: string) => boolean): void {
    for (let at = 0; at + WINDOW <= letters.length; at += 1) {
      if (this.#ends[endsAt(letters, at)] === 1 && visit(letters.slice(at, at + WINDOW))) return
    }
  }
}

const ENDS = 65_536

/** A number below `ENDS` that the first two letters of a part and its last one give. */
function endsAt(letters: string, at: number): number {
  const last = letters.charCodeAt(at + WINDOW - 1)
  return (letters.charCodeAt(at) * 8_191 + letters.charCodeAt(at + 1) * 127 + last) % ENDS
}
