/** Code units on each side of a place that are looked at: longer than any word, or character, that is met. */
const WINDOW = 256

/** What lies between two borders: a character as a person sees it (UAX #29), or a word. */
export type TextUnit = 'character' | 'word'

/** The border of the unit after `at`, in UTF-16 code units; the end of the text is one. Words are taken with the white space behind them out. */
export function borderAfter(text: string, at: number, unit: TextUnit): number {
  const end = Math.min(text.length, at + WINDOW)
  const next = bordersIn(text, at, end, unit).find((border) => border > at)
  return next ?? end
}

/** The border of the unit before `at`; the start of the text is one. */
export function borderBefore(text: string, at: number, unit: TextUnit): number {
  const start = Math.max(0, at - WINDOW)
  return bordersIn(text, start, at, unit).findLast((border) => border < at) ?? start
}

/** Where units begin and end between two places; of words only those that are words, not the signs between them. */
function bordersIn(text: string, start: number, end: number, unit: TextUnit): readonly number[] {
  const granularity = unit === 'word' ? 'word' : 'grapheme'
  const segments = new Intl.Segmenter(undefined, { granularity }).segment(text.slice(start, end))
  return [...segments]
    .filter(({ isWordLike }) => unit === 'character' || isWordLike === true)
    .flatMap(({ index, segment }) => [start + index, start + index + segment.length])
}
