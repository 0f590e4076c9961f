/** More different words than a long book has; what is beyond them is counted each time. */
const MOST_KNOWN = 200_000
/** Longer pieces are sentences of scripts without spaces, and come once. */
const LONGEST_KNOWN = 64

/**
 * The words of texts as Intl.Segmenter counts them, in any script.
 *
 * White space always ends a word (UAX #29), and the segmenter takes a second for each megabyte: so
 * each different piece between white space is segmented once, and plain ones not at all.
 */
export function countWords(texts: readonly string[]): number {
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })
  const known = new Map<string, number>()
  const remember = (piece: string): number => {
    const count = countIn(piece, segmenter)
    if (known.size < MOST_KNOWN && piece.length <= LONGEST_KNOWN) known.set(piece, count)
    return count
  }
  let words = 0
  for (const text of texts) {
    for (const [piece] of text.matchAll(PIECE)) {
      if (PLAIN.test(piece)) words += 1
      else words += known.get(piece) ?? remember(piece)
    }
  }
  return words
}

/**
 * Each segment comes with a copy of all that is segmented, so pieces must be short: they also end
 * after the punctuation of scripts without spaces, but for that which may stand in a word or a
 * number, and at a length that no word has. U+FEFF and U+202F are white space to regular expressions;
 * UAX #29 sees through the one (WB4) and ties words with the other (WB13a).
 */
const PIECE = /(?:[^\s。、！？]|[\uFEFF\u202F]){1,1000}[。、！？]*/g
const PLAIN = /^[("]*[A-Za-z]+[)",.;:!?]*$/

function countIn(piece: string, segmenter: Intl.Segmenter): number {
  let words = 0
  for (const { isWordLike } of segmenter.segment(piece)) if (isWordLike === true) words += 1
  return words
}
