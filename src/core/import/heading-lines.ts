import { labelsInSeries } from './label-series'
import type { LogicalLine } from './text-blocks'
import { endsSentence, isUnpunctuated, looksLikeHeading, startsInLowerCase } from './text-line'

/** A line and where it stands in its block. */
export interface PlacedLine extends LogicalLine {
  /** First of its block. */
  readonly opens: boolean
  /** Last of its block. */
  readonly closes: boolean
}

/** What is known of the file that the lines are from. */
export interface FileShape {
  /** Whether a title stood before the lines. */
  readonly hasTitle: boolean
  /** Whether a program wrapped them. */
  readonly isWrapped: boolean
}

/** So many headings right above their text show that this is how the file sets them. */
const A_HABIT = 3
/** Longer lines right below a title are its second line. */
const LONGEST_BELOW_TITLE = 40

/** Whether the first line is the title of the rest. */
export function isTitle(lines: readonly PlacedLine[]): boolean {
  const [first, next] = lines
  if (first === undefined || next === undefined || first.joined || !looksLikeHeading(first.text)) return false
  return first.closes || !startsInLowerCase(next.text)
}

/** The indices of the lines that are headings of what follows them. */
export function headingsOf(lines: readonly PlacedLine[], shape: FileShape): ReadonlySet<number> {
  const labels = labelsInSeries(lines)
  const found = lines.flatMap((line, at) =>
    labels.has(at) || isHeading(lines, at, { ...shape, hasLabels: labels.size > 0 }) ? [at] : []
  )
  const habit = found.filter((at) => lines[at]?.opens === true && lines[at]?.closes === false)
  const isBelow = shape.hasTitle && habit.length >= A_HABIT && isHeadingBelowTitle(lines)
  return new Set(isBelow ? [0, ...found] : found)
}

/**
 * Whether the line is a heading: alone between blank lines, above the text of its block, or, in a
 * file without blank lines, between the end of a sentence and the start of a text. Nothing is a
 * heading of nothing, and a line right below the title belongs to it.
 */
function isHeading(
  lines: readonly PlacedLine[],
  at: number,
  { hasTitle, isWrapped, hasLabels }: FileShape & { readonly hasLabels: boolean }
): boolean {
  const [previous, line, next] = [lines[at - 1], lines[at], lines[at + 1]]
  if (line === undefined || next === undefined || line.joined || !looksLikeHeading(line.text)) return false
  // Where no sentence has an end mark, a line without one says nothing; the labels say more.
  if (hasLabels && isUnpunctuated(line.text)) return false
  if (line.opens && line.closes) return true
  if (at === 0 && hasTitle && !line.opens) return false
  if (startsInLowerCase(next.text)) return false
  if (!line.opens && previous !== undefined && !endsSentence(previous.text)) return false
  // Between wrapped lines a short one was broken by hand; only capitals make it more.
  if (!line.opens && isWrapped && line.text !== line.text.toUpperCase()) return false
  return isBody(next, line)
}

function isHeadingBelowTitle(lines: readonly PlacedLine[]): boolean {
  const [line, next] = lines
  if (line === undefined || next === undefined || line.opens || line.closes || line.joined) return false
  return line.text.length <= LONGEST_BELOW_TITLE && looksLikeHeading(line.text) && isBody(next, line)
}

/** Whether a line is text that a heading can stand above without a blank line. */
function isBody(line: PlacedLine, heading: PlacedLine): boolean {
  if (line.joined || !looksLikeHeading(line.text)) return true
  return isUnpunctuated(line.text) && line.text.length > heading.text.length
}
