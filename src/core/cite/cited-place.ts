import type { Block } from '../text/canonical-text'
import { blockIndexAt, citeParagraph, type ParagraphNumber } from '../text/paragraphs'
import type { TextRange } from '../text/text-range'

/** From one paragraph to another of one edition; for a single paragraph both are the same. */
export interface CitedPlace {
  readonly from: ParagraphNumber
  readonly to: ParagraphNumber
}

/** The blocks of an edition and their numbers, one for each. */
export interface NumberedText {
  readonly blocks: readonly Block[]
  readonly numbers: readonly ParagraphNumber[]
}

/**
 * Where a passage stands, as it is cited; `null` where there is nothing to cite: in an empty text, or
 * in the title that opens it. A passage that goes on behind the title is cited from there.
 */
export function placeOf({ blocks, numbers }: NumberedText, { start, end }: TextRange): CitedPlace | null {
  const first = blockIndexAt(blocks, start)
  const last = Math.max(first, blockIndexAt(blocks, Math.max(start, end - 1)))
  const from = numbers[isTitle(numbers[first]) && first < last ? first + 1 : first]
  const to = numbers[last]
  return from === undefined || to === undefined || isTitle(to) ? null : { from, to }
}

/** The passage that `place` names, from its first block to its last, or `null` when there is none. */
export function rangeOfPlace({ blocks, numbers }: NumberedText, { from, to }: CitedPlace): TextRange | null {
  const first = blocks[indexOfNumber(numbers, from)]
  const last = blocks[indexOfNumber(numbers, to)]
  return first === undefined || last === undefined || last.end < first.start
    ? null
    : { start: first.start, end: last.end }
}

/** Index of the block with this number, or -1. */
function indexOfNumber(numbers: readonly ParagraphNumber[], wanted: ParagraphNumber): number {
  return isTitle(wanted) ? -1 : numbers.findIndex((number) => isSame(number, wanted))
}

/** The place as it is cited: `§3 ¶2`, `§3 ¶2–4`, `¶2`, `§3`, `§3 ¶2 – §4 ¶1`. */
export function citePlace({ from, to }: CitedPlace): string {
  if (isSame(from, to)) return citeParagraph(from)
  if (from.section === to.section && from.paragraph > 0) return `${citeParagraph(from)}–${to.paragraph}`
  return `${citeParagraph(from)} – ${citeParagraph(to)}`
}

function isSame(one: ParagraphNumber, other: ParagraphNumber): boolean {
  return one.section === other.section && one.paragraph === other.paragraph
}

/** Only the title that opens a text has neither number. */
function isTitle(number: ParagraphNumber | undefined): boolean {
  return number?.section === 0 && number.paragraph === 0
}
