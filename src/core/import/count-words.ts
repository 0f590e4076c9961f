/** Intl.Segmenter copies what it is given, and reading on from one place in a long text is slow. */
const PIECE = 10_000

/** The words of a text as Intl.Segmenter counts them, in any script. */
export function countWords(text: string): number {
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })
  let words = 0
  for (let at = 0; at < text.length;) {
    const end = endOfPiece(text, at)
    for (const { isWordLike } of segmenter.segment(text.slice(at, end))) if (isWordLike === true) words += 1
    at = end
  }
  return words
}

/** Pieces end at white space, so that no word is counted twice. */
function endOfPiece(text: string, start: number): number {
  if (text.length - start <= PIECE) return text.length
  const space = /\s/g
  space.lastIndex = start + PIECE
  return space.exec(text)?.index ?? text.length
}
