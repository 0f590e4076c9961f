import type { TextRange } from '../text/text-range'
import type { Alignment } from './align'

/** A passage that is like a quote. */
export interface Alike {
  /** In units of ink. */
  readonly ink: TextRange
  /** The part of the quote that is left: 1 is all of it, and nothing put in. */
  readonly sameness: number
  /** Whether it differs from the quote by slips of single letters and by nothing else. */
  readonly hasOnlyTypos: boolean
  /** Whether all digits are the same: another number is another fact. */
  readonly keepsDigits: boolean
  /** How much of what stood in front is left there, from 0 to 1; 0 too where too little is known. */
  readonly prefix: number
  /** How much of what stood behind. */
  readonly suffix: number
  /** To compare two passages by. */
  readonly score: number
}

/** What was laid into which text; `part` is where the quote itself stands in the pattern. */
interface Laid {
  readonly pattern: string
  readonly part: TextRange
  readonly text: string
}

/** Errors this close are one slip. */
const ONE_SLIP = 3
/** A slip of the keyboard: two letters in each other's place are two errors. */
const MOST_IN_SLIP = 2
/** Less context than this stands beside many quotes. */
const LEAST_CONTEXT = 12

/** Read from an alignment what stands in the place of the quote; `null` when nothing does. */
export function readAlike(alignment: Alignment, { pattern, part, text }: Laid): Alike | null {
  const ink = {
    start: alignment.behind[part.start] ?? 0,
    end: alignment.before[part.end] ?? 0
  }
  if (ink.end <= ink.start) return null
  const length = Math.max(part.end - part.start, ink.end - ink.start)
  const sameness = 1 - errorsBetween(alignment, part) / length
  const prefix = contextLeft(alignment, { start: 0, end: part.start })
  const suffix = contextLeft(alignment, { start: part.end, end: pattern.length })
  const slips = slipsOf(alignment, part)
  return {
    ink,
    sameness,
    hasOnlyTypos: slips.every((size) => size <= MOST_IN_SLIP),
    keepsDigits: digitsOf(pattern.slice(part.start, part.end)) === digitsOf(text.slice(ink.start, ink.end)),
    prefix,
    suffix,
    score: 2 * sameness + prefix + suffix
  }
}

function contextLeft(alignment: Alignment, { start, end }: TextRange): number {
  if (end - start < LEAST_CONTEXT) return 0
  return Math.max(0, 1 - errorsBetween(alignment, { start, end }) / (end - start))
}

/** Errors in a part of the pattern, without what is put in at its borders. */
function errorsBetween({ errorsBefore, errorsBehind }: Alignment, { start, end }: TextRange): number {
  return Math.max(0, (errorsBefore[end] ?? 0) - (errorsBehind[start] ?? 0))
}

/** How many errors stand together, each time some do. */
function slipsOf({ errorsBefore, errorsBehind }: Alignment, { start, end }: TextRange): readonly number[] {
  const slips: number[] = []
  let lastError = -ONE_SLIP
  for (let at = start; at < end; at += 1) {
    const inUnit = (errorsBefore[at + 1] ?? 0) - (errorsBehind[at] ?? 0)
    const putIn = at + 1 < end ? (errorsBehind[at + 1] ?? 0) - (errorsBefore[at + 1] ?? 0) : 0
    if (inUnit + putIn === 0) continue
    if (at - lastError < ONE_SLIP) slips.push((slips.pop() ?? 0) + inUnit + putIn)
    else slips.push(inUnit + putIn)
    lastError = at
  }
  return slips
}

function digitsOf(text: string): string {
  return text.replace(/\P{Nd}+/gu, ' ')
}
