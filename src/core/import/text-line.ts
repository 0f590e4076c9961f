/** The longest line that can be a heading, in characters. */
export const HEADING_LENGTH = 100

/** Punctuation that ends a sentence or leaves it open: a line with it is part of a text, no heading. */
const END_PUNCTUATION = /[.!?:;,。．！？：；，、؟۔؛،।॥։።፡፣፤፥፦፧។៕།༎׃⁇⁈‼\u037e\u0387\p{Pd}]$/u
const SENTENCE_END = /[.!?…。．！？؟۔।॥։።፧፨។៕།༎׃⁇⁈‼\u037e]$/u
const CLOSERS = /[\p{Pe}\p{Pf}"'’*_]+$/u
const BULLET = /^(?:[-*+•‣⁃▪◦●○■□–—·]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)])\s/u
const BRACKETED = /^[([{（［【〔].*[)\]}）］】〕]$/u
/** The number of a footnote after the end of a sentence. */
const ENDS_IN_REFERENCE = /\p{L}{3}[.!?]["'”’)]?\s?\[?\d{1,3}\]?$/u
const DATE_LINE = [
  /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/,
  /^(?:\p{L}+,?\s+)?\d{1,2}(?:st|nd|rd|th|\.|er)?\s+(?:de\s+)?\p{L}+\.?,?\s+(?:de\s+)?\d{4}$/u,
  /^(?:\p{L}+,?\s+)?\p{L}+\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}$/u
]

/**
 * Whether a line could be a heading by itself: short, no punctuation at its end (an ellipsis is no
 * end), not the middle of a sentence, and neither a list item, a date nor a remark in brackets.
 */
export function looksLikeHeading(line: string): boolean {
  return (
    [...line].length <= HEADING_LENGTH &&
    /[\p{L}\p{N}]/u.test(line) &&
    !hasEndPunctuation(line) &&
    !startsInLowerCase(line) &&
    !/^(?:[*+•‣⁃▪◦●○■□·]\s|\p{Pd})/u.test(line) &&
    !ENDS_IN_REFERENCE.test(line) &&
    !BRACKETED.test(line) &&
    !DATE_LINE.some((pattern) => pattern.test(line)) &&
    !/^\p{L}[\p{L}\d+.-]*:\/\/\S+$/u.test(line)
  )
}

/** Whether a line ends where a sentence can end. */
export function endsSentence(line: string): boolean {
  return SENTENCE_END.test(endingOf(line).replace(CLOSERS, ''))
}

/** Whether a line starts as only the inside of a sentence does. */
export function startsInLowerCase(line: string): boolean {
  return /^[\p{Ps}\p{Pi}"'¿¡]*\p{Ll}/u.test(line)
}

/** Whether a line starts a list item of its own. */
export function startsItem(line: string): boolean {
  return BULLET.test(line)
}

/** Whether the line is in a script whose sentences have no end punctuation. */
export function isUnpunctuated(line: string): boolean {
  return /[\p{Script=Thai}\p{Script=Lao}]/u.test(line)
}

/** Columns that a line takes in a typewriter's font: East Asian characters take two. */
export function columnsOf(line: string): number {
  return line.length + (line.match(WIDE)?.length ?? 0)
}

/** What stands between two lines that are one: nothing between characters of scripts without spaces. */
export function joint(before: string, after: string): string {
  const end = endingOf(before)
  if (/\p{L}[-‐]$/u.test(end) && startsInLowerCase(after)) return ''
  return UNSPACED_END.test(end) && UNSPACED_START.test(after) ? '' : ' '
}

/** What is looked for at the end of a line is found in its last characters, however long it is. */
function endingOf(line: string): string {
  return line.slice(-64)
}

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/gu
const UNSPACED =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}' +
  '\\p{Script=Myanmar}\\u3000-\\u303f\\uff00-\\uffef]'
const UNSPACED_END = new RegExp(`${UNSPACED}$`, 'u')
const UNSPACED_START = new RegExp(`^${UNSPACED}`, 'u')

function hasEndPunctuation(line: string): boolean {
  const bare = endingOf(line).replace(CLOSERS, '')
  return END_PUNCTUATION.test(bare) && !bare.endsWith('...')
}
