import type { TextRange } from './text-range'

/** What lies between two borders: a character as a person sees it (UAX #29), or a word. */
export type TextUnit = 'character' | 'word'

const SEGMENTERS: Readonly<Record<TextUnit, Intl.Segmenter>> = {
  character: new Intl.Segmenter(undefined, { granularity: 'grapheme' }),
  word: new Intl.Segmenter(undefined, { granularity: 'word' })
}
/** Scripts that write no space between words, where a person does not see what a dictionary finds. */
const WITHOUT_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** The range without white space at its ends, grown to whole characters so that no mark cuts an emoji or a letter from its accent; `null` when nothing is left. */
export function wholeCharacters(text: string, range: TextRange): TextRange | null {
  return grown(trimmed(text, range), (at) => unitAt(text, at, 'character'))
}

/** The range grown to whole words too, where the script divides words by spaces; `null` when it holds nothing. */
export function wholeWords(text: string, range: TextRange): TextRange | null {
  const whole = wholeCharacters(text, range)
  return grown(whole, (at) => {
    const unit = unitAt(text, at, 'word')
    return unit?.isWord === true && !WITHOUT_SPACES.test(text.slice(unit.start, unit.end)) ? unit : null
  })
}

/** Which end of a range moves, in which direction, and how far. */
export interface EdgeMove {
  readonly edge: 'start' | 'end'
  readonly by: 1 | -1
  readonly unit: TextUnit
}

/**
 * The range with one end a character or a word further; `null` where it would be empty or the text ends.
 *
 * White space is passed over, so that neither end ever stands in it; a word begins for a start and
 * ends for an end.
 */
export function withMovedEdge(
  text: string,
  range: TextRange,
  { edge, by, unit }: EdgeMove
): TextRange | null {
  let at = range[edge]
  for (;;) {
    const found = unitAt(text, by === 1 ? at : at - 1, unit)
    if (found === null) return null
    at = by === 1 ? found.end : found.start
    // Going out an end takes the unit in and a start too; going in each lets go of one, and stands at the next.
    const isOutward = (edge === 'end') === (by === 1)
    const near = isOutward ? found : unitAt(text, edge === 'end' ? at - 1 : at, unit)
    if (near === null) return null
    const place = near[edge]
    const isBeyond = by === 1 ? place > range[edge] : place < range[edge]
    if (!near.isWord || !isBeyond) continue
    const next = { ...range, [edge]: place }
    return next.start < next.end ? next : null
  }
}

interface Segment extends TextRange {
  /** Of characters: whether it is more than white space. */
  readonly isWord: boolean
}

/** The character or word, or what lies between words, that holds the code unit at `at`; `null` outside of the text. */
function unitAt(text: string, at: number, unit: TextUnit): Segment | null {
  if (at < 0 || at >= text.length) return null
  // No unit reaches over a line feed, so that a line is enough to find its borders exactly.
  if (text[at] === '\n') return { start: at, end: at + 1, isWord: false }
  const from = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1
  const lineEnd = text.indexOf('\n', at)
  const to = lineEnd === -1 ? text.length : lineEnd
  const found = SEGMENTERS[unit].segment(text.slice(from, to)).containing(at - from)
  if (found === undefined) return null
  const { index, segment, isWordLike } = found
  const isWord = unit === 'word' ? isWordLike === true : segment.trim() !== ''
  return { start: from + index, end: from + index + segment.length, isWord }
}

function grown(range: TextRange | null, around: (at: number) => TextRange | null): TextRange | null {
  if (range === null) return null
  return {
    start: around(range.start)?.start ?? range.start,
    end: around(range.end - 1)?.end ?? range.end
  }
}

function trimmed(text: string, range: TextRange): TextRange | null {
  let start = Math.max(0, range.start)
  let end = Math.min(text.length, range.end)
  while (start < end && /\s/u.test(text.charAt(start))) start += 1
  while (start < end && /\s/u.test(text.charAt(end - 1))) end -= 1
  return start < end ? { start, end } : null
}
