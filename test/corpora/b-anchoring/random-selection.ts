import type { TextRange } from '../../../src/core/text/text-range'
import type { Seeded } from '../../faults/seeded'

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** The longest selection, in code units; short ones are as frequent as long ones. */
const LONGEST = 400

/** A selection of whole graphemes, as a person makes them, with at least one sign in it that shows. */
export function randomSelection(text: string, chance: Seeded): TextRange {
  for (;;) {
    const length = Math.floor(LONGEST ** chance.fraction())
    const at = chance.below(text.length)
    const range = wholeGraphemes(text, { start: at, end: Math.min(text.length, at + length) })
    if (/\S/u.test(text.slice(range.start, range.end))) return range
  }
}

/** `range` with the whole of the graphemes that its ends touch. */
function wholeGraphemes(text: string, { start, end }: TextRange): TextRange {
  // A space begins a grapheme wherever it stands, so segments are right from there on.
  const from = Math.max(text.lastIndexOf(' ', start), text.lastIndexOf('\n', start), 0)
  const borders = [...graphemes.segment(text.slice(from, end + 64))].map(({ index }) => from + index)
  return {
    start: borders.findLast((border) => border <= start) ?? start,
    end: borders.find((border) => border >= end) ?? end
  }
}
