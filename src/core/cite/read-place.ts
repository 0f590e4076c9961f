import type { ParagraphNumber } from '../text/paragraphs'
import type { CitedPlace } from './cited-place'

/** `§3 ¶2`, `§3`, `¶2` or `3.2`. */
const POINT = String.raw`(?:§\s*(\d+)(?:\s*[.,]?\s*¶\s*(\d+))?|¶\s*(\d+)|(\d+)\s*[.:]\s*(\d+))`
const PLACE = new RegExp(String.raw`^${POINT}(?:\s*[-–—]\s*(?:${POINT}|(\d+)))?$`, 'u')

/** The zeros of the digits that people write paragraph numbers with: Arabic, Persian, Indian, Thai, full width. */
const ZEROS = '٠۰०০๐０'
/** Marks that order text from the left or the right; a citation copied out of Arabic prose has some (UAX #9). */
const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/** What a person typed or pasted, with plain digits and without what cannot be seen. */
export function plainly(text: string): string {
  return withoutDirectionMarks(text)
    .replace(/\p{Nd}/gu, (digit) => plainDigit(digit))
    .replace(/\s+/gu, ' ')
    .trim()
}

/** A text without the marks that order it from the left or the right. */
export function withoutDirectionMarks(text: string): string {
  return text.replace(DIRECTION_MARKS, '')
}

/**
 * The place that `text` names and nothing else: `§3 ¶2`, `§3 ¶2–4`, `3.2`, `3.2–4`, `¶7`,
 * `§3 ¶2 – §4 ¶1`; `null` for anything else, and for one that ends before it begins.
 */
export function readPlace(text: string): CitedPlace | null {
  const found = PLACE.exec(plainly(text))
  if (found === null) return null
  const [from, to, short] = [pointIn(found, 1), pointIn(found, 6), found[11]]
  if (from === null) return null
  if (short !== undefined) return inOrder(from, { section: from.section, paragraph: Number(short) })
  if (to === null) return { from, to: from }
  // A second ¶ alone is one of the same section.
  return inOrder(from, found[8] === undefined ? to : { ...to, section: from.section })
}

/** The number in the five groups of `POINT` from `at` on. */
function pointIn(found: RegExpExecArray, at: number): ParagraphNumber | null {
  const [section, paragraph, alone, dottedSection, dottedParagraph] = found.slice(at, at + 5)
  if (section !== undefined) return { section: Number(section), paragraph: Number(paragraph ?? 0) }
  if (alone !== undefined) return { section: 0, paragraph: Number(alone) }
  if (dottedSection === undefined) return null
  return { section: Number(dottedSection), paragraph: Number(dottedParagraph) }
}

function inOrder(from: ParagraphNumber, to: ParagraphNumber): CitedPlace | null {
  const isBackwards = to.section - from.section || to.paragraph - from.paragraph
  return isBackwards < 0 ? null : { from, to }
}

function plainDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  const zero = [...ZEROS].find((candidate) => {
    const distance = code - (candidate.codePointAt(0) ?? 0)
    return distance >= 0 && distance <= 9
  })
  return zero === undefined ? digit : String(code - (zero.codePointAt(0) ?? 0))
}
