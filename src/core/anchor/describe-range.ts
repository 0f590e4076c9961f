import type { TextRange } from '../text/text-range'
import type { Anchor, Quote } from './anchor'

/** Characters of context kept on each side: enough to tell repeated quotes apart in ordinary prose. */
const CONTEXT_LENGTH = 32

/** What stands more often than once with so much around it is a table or a refrain: its position says which. */
const LONGEST_CONTEXT = 512

/**
 * Describe `range` of `text` so that `resolveAnchor` finds it again. The context grows until the quote
 * stands only once with it, up to 512 code units on each side.
 *
 * @throws RangeError when the range is empty or does not lie in the text.
 */
export function describeRange(text: string, range: TextRange): Anchor {
  const { start, end } = range
  if (!(start >= 0 && start < end && end <= text.length)) {
    throw new RangeError(`no text between ${start} and ${end} of ${text.length}`)
  }
  let context = CONTEXT_LENGTH
  let quote = quoteAt(text, range, context)
  while (context < LONGEST_CONTEXT && !standsOnce(text, start - quote.prefix.length, quote)) {
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

/** Whether `quote` with its context, which begins at `from`, stands nowhere else. */
function standsOnce(text: string, from: number, { prefix, exact, suffix }: Quote): boolean {
  const whole = prefix + exact + suffix
  return text.indexOf(whole) === from && text.indexOf(whole, from + 1) === -1
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
