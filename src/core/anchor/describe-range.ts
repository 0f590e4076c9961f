import type { TextRange } from '../text/text-range'
import type { Anchor, Quote } from './anchor'
import type { SearchedText } from './searched-text'
import { twoPlaces, wholePlaces } from './verbatim'

/** Characters of context kept on each side: enough to tell repeated quotes apart in ordinary prose. */
const CONTEXT_LENGTH = 32

/** What stands more often than once with so much around it is a table or a refrain: its position says which. */
const LONGEST_CONTEXT = 512

/**
 * Describe `range` of a text so that `resolveAnchor` finds it again. The context grows until the quote
 * stands only once with it, up to 512 code units on each side.
 * Whoever describes many ranges of one text gives it as a `SearchedText`, in which a quote is looked up
 * instead of searched.
 *
 * @throws RangeError when the range is empty or does not lie in the text.
 */
export function describeRange(described: string | SearchedText, range: TextRange): Anchor {
  const text = typeof described === 'string' ? described : described.text
  const { start, end } = range
  if (!(start >= 0 && start < end && end <= text.length)) {
    throw new RangeError(`no text between ${start} and ${end} of ${text.length}`)
  }
  let context = CONTEXT_LENGTH
  let quote = quoteAt(text, range, context)
  while (context < LONGEST_CONTEXT && !standsOnce(described, quote)) {
    context *= 2
    quote = quoteAt(text, range, context)
  }
  return { position: { start, end }, quote }
}

function quoteAt(text: string, { start, end }: TextRange, context: number): Quote {
  return {
    exact: text.slice(start, end),
    prefix: text.slice(wholeCharacterStart(text, Math.max(0, start - context)), start),
    suffix: text.slice(end, wholeCharacterEnd(text, Math.min(text.length, end + context)))
  }
}

/** Whether a quote stands nowhere else with its context. */
function standsOnce(described: string | SearchedText, { prefix, exact, suffix }: Quote): boolean {
  const whole = prefix + exact + suffix
  const places = typeof described === 'string' ? twoPlaces(described, whole) : wholePlaces(described, whole)
  return places.length === 1
}

/** Context never begins inside a surrogate pair: half a character is not valid in UTF-8 JSON. */
function wholeCharacterStart(text: string, at: number): number {
  return isLowSurrogate(text.charCodeAt(at)) && isHighSurrogate(text.charCodeAt(at - 1)) ? at - 1 : at
}

function wholeCharacterEnd(text: string, at: number): number {
  return isLowSurrogate(text.charCodeAt(at)) && isHighSurrogate(text.charCodeAt(at - 1)) ? at + 1 : at
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}
