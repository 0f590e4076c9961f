import type { TextRange } from '../text/text-range'
import type { Anchor } from './anchor'

/** Characters of context kept on each side: enough to tell repeated quotes apart in ordinary prose. */
const CONTEXT_LENGTH = 32

/**
 * Describe `range` of `text` so that `resolveAnchor` finds it again.
 *
 * @throws RangeError when the range is empty or does not lie in the text.
 */
export function describeRange(text: string, range: TextRange): Anchor {
  const { start, end } = range
  if (!(start >= 0 && start < end && end <= text.length)) {
    throw new RangeError(`no text between ${start} and ${end} of ${text.length}`)
  }
  return {
    position: { start, end },
    quote: {
      exact: text.slice(start, end),
      prefix: text.slice(wholeCharacterStart(text, Math.max(0, start - CONTEXT_LENGTH)), start),
      suffix: text.slice(end, wholeCharacterEnd(text, Math.min(text.length, end + CONTEXT_LENGTH)))
    }
  }
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
