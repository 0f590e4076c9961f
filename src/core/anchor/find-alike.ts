import type { TextRange } from '../text/text-range'
import { align } from './align'
import { GRAM, type GramIndex } from './gram-index'
import { type Alike, readAlike } from './read-alike'
import type { SearchedText } from './searched-text'

/** The ink of a quote and of what stood beside it. */
export interface QuoteInk {
  readonly prefix: string
  readonly exact: string
  readonly suffix: string
}

/** Units of context that are laid beside a text together with their quote. */
const NEAR = 32
/** A row of units that stands in more places than this says nothing about which place is meant. */
const MOST_PLACES = 64
/** Places that are looked at more closely. */
const MOST_CANDIDATES = 4
/** Units by which a quote may have grown or shrunk beyond what its common rows show. */
const SLACK = 16
/** A longer quote is found by its two ends. */
const LONGEST = 1_024
const END = 512
/** So many rows of the middle of a long quote are looked up, and this part of them is to be there. */
const MIDDLE_ROWS = 64
const LEAST_OF_MIDDLE = 0.6

/** The places where something like `quote` stands, the likest first. */
export function findAlike(searched: SearchedText, quote: QuoteInk): readonly Alike[] {
  const found = quote.exact.length > LONGEST ? findLong(searched, quote) : findShort(searched, quote)
  return [...found].sort((a, b) => b.score - a.score)
}

function findShort({ ink, grams }: SearchedText, { exact, ...context }: QuoteInk): readonly Alike[] {
  const prefix = context.prefix.slice(-NEAR)
  const pattern = prefix + exact + context.suffix.slice(0, NEAR)
  const part = { start: prefix.length, end: prefix.length + exact.length }
  return bestDiagonals(grams, pattern).flatMap(({ least, most }) => {
    const from = Math.max(0, least - SLACK)
    const text = ink.units.slice(from, most + pattern.length + SLACK)
    const alignment = align(pattern, text, { first: least - SLACK - from, last: most + SLACK - from })
    const alike = alignment === null ? null : readAlike(alignment, { pattern, part, text })
    return alike === null ? [] : { ...alike, ink: shifted(alike.ink, from) }
  })
}

function findLong(searched: SearchedText, { prefix, exact, suffix }: QuoteInk): readonly Alike[] {
  const [head] = findAlike(searched, { prefix, exact: exact.slice(0, END), suffix: '' })
  const [tail] = findAlike(searched, { prefix: '', exact: exact.slice(-END), suffix })
  if (head === undefined || tail === undefined) return []
  const ink = { start: head.ink.start, end: tail.ink.end }
  const middle = shareOfMiddle(searched.grams, exact, ink)
  if (middle < LEAST_OF_MIDDLE) return []
  return [
    {
      ink,
      sameness: Math.min(head.sameness, tail.sameness, middle),
      hasOnlyTypos: head.hasOnlyTypos && tail.hasOnlyTypos && middle > 0.9,
      keepsDigits: head.keepsDigits && tail.keepsDigits,
      prefix: head.prefix,
      suffix: tail.suffix,
      score: head.score + tail.score
    }
  ]
}

/** Which part of some rows from the middle of a long quote stands within `ink`. */
function shareOfMiddle(grams: GramIndex, exact: string, ink: TextRange): number {
  const step = (exact.length - 2 * END) / MIDDLE_ROWS
  let found = 0
  for (let row = 0; row < MIDDLE_ROWS; row += 1) {
    const places = grams.placesOf(exact, Math.floor(END + row * step))
    if (places.some((place) => place >= ink.start && place < ink.end)) found += 1
  }
  return found / MIDDLE_ROWS
}

/** A row of neighbouring diagonals: how far into the text a pattern begins where rows of both are the same. */
interface Diagonals {
  readonly least: number
  readonly most: number
  readonly rows: number
}

/** Where most rows of `pattern` stand in the order that they have in it. */
function bestDiagonals(grams: GramIndex, pattern: string): readonly Diagonals[] {
  const diagonals: number[] = []
  for (let at = 0; at + GRAM <= pattern.length; at += 1) {
    const places = grams.placesOf(pattern, at)
    if (places.length <= MOST_PLACES) for (const place of places) diagonals.push(place - at)
  }
  const width = Math.max(2 * SLACK, pattern.length >> 2)
  const best: Diagonals[] = []
  for (const group of grouped(Int32Array.from(diagonals).sort(), width)) {
    best.push(group)
    best.sort((a, b) => b.rows - a.rows)
    best.length = Math.min(best.length, MOST_CANDIDATES)
  }
  return best
}

/** Neighbours in `sorted` that lie within `width`. */
function grouped(sorted: Int32Array, width: number): readonly Diagonals[] {
  const groups: Diagonals[] = []
  for (const diagonal of sorted) {
    const last = groups.at(-1)
    if (last !== undefined && diagonal - last.least <= width) {
      groups[groups.length - 1] = { least: last.least, most: diagonal, rows: last.rows + 1 }
    } else groups.push({ least: diagonal, most: diagonal, rows: 1 })
  }
  return groups
}

function shifted({ start, end }: TextRange, by: number): TextRange {
  return { start: start + by, end: end + by }
}
