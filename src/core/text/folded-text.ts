import { foldForSearch } from './fold-for-search'

/** A text folded for search, and where each of its code units came from. */
export interface FoldedText {
  readonly text: string
  /** Offset in the original of each code unit and of the end; `null` where nothing moved. */
  readonly offsets: Uint32Array | null
}

/** Signs that people type in another way than they are set. */
const TYPED = new Map([
  ...pairs('‘’‚‛ʼ', "'"),
  ...pairs('“”„‟«»', '"'),
  ...pairs('‐‑‒–—−', '-'),
  ['ς', 'σ'] as const,
  ['\u00ad', ''] as const
])

const folds = new Map<string, string>()

/**
 * Fold `text` as `foldForSearch` does, character by character, so that a hit can be shown where it
 * stands; white space of any kind is a space, and quotes and dashes are as they are typed.
 */
export function foldedText(text: string): FoldedText {
  if (/^[\x20-\x7e]*$/u.test(text)) return { text: text.toLowerCase(), offsets: null }
  const parts: string[] = []
  const offsets: number[] = []
  let at = 0
  for (const character of text) {
    const folded = foldCharacter(character)
    parts.push(folded)
    for (let unit = 0; unit < folded.length; unit += 1) offsets.push(at)
    at += character.length
  }
  offsets.push(at)
  return { text: parts.join(''), offsets: Uint32Array.from(offsets) }
}

function foldCharacter(character: string): string {
  const known = folds.get(character)
  if (known !== undefined) return known
  const typed = TYPED.get(character) ?? character
  const folded = /^\s$/u.test(typed) ? ' ' : foldForSearch(typed)
  folds.set(character, folded)
  return folded
}

function pairs(signs: string, typed: string): (readonly [string, string])[] {
  return [...signs].map((sign) => [sign, typed] as const)
}
