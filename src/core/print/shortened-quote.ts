/** Longer quotes are shown by their beginning and their end: the whole of it stands in the text. */
const LONGEST_QUOTE = 480
const HEAD_LENGTH = 280
const TAIL_LENGTH = 140

/** A quote short enough to stand in a note, cut between words. */
export function shortenedQuote(quote: string): string {
  if (quote.length <= LONGEST_QUOTE) return quote
  const words = [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(quote)]
  const head = words.filter(({ index, segment }) => index + segment.length <= HEAD_LENGTH)
  const tail = words.filter(({ index }) => index >= quote.length - TAIL_LENGTH)
  const join = (segments: typeof words): string =>
    segments
      .map(({ segment }) => segment)
      .join('')
      .trim()
  return `${join(head)} … ${join(tail)}`
}
