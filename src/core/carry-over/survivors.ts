import type { TextRange } from '../text/text-range'
import type { EditionDiff } from './edition-diff'
import { type Gap, placeInGap } from './gap'
import { UNMATCHED } from './match-tokens'
import { tokensIn } from './tokens'

/** In a gap of more tokens on a side nothing is told apart, and looking for its ends would cost too much. */
const WIDEST = 256

/** What became of a range. */
export interface Survivors {
  /** What stands in its place in `after`: from the first word that is left to the last, and what replaced the ends. */
  readonly range: TextRange
  /** The part of its words, by their code units, that is left: from 0, which is left out, to 1. */
  readonly share: number
  /** Whether all of its words are left, and nothing between them. */
  readonly isWhole: boolean
  /** Whether the word right before and the word right behind it are left. */
  readonly isFramed: boolean
}

/**
 * What became of `range` of `before`, by which token each became (`diff.matched` where it stood,
 * `diff.moved` elsewhere), or `null` when nothing of it is left there.
 */
export function survivorsOf(diff: EditionDiff, range: TextRange, became: Int32Array): Survivors | null {
  const { start, end } = tokensIn(diff.beforeTokens, range)
  let first = start
  while (first < end && became[first] === UNMATCHED) first += 1
  if (first >= end) return withinGap(diff, range, { became, start, end })
  let last = end - 1
  while (became[last] === UNMATCHED) last -= 1
  const [from, to] = [became[first] ?? 0, became[last] ?? 0]
  const lost = lostTokens(diff, { start, end }, became)
  const opening =
    first === start
      ? edgeIn(diff, start, from, range.start)
      : openingIn(diff, range, { became, first, start })
  const closing =
    last === end - 1 ? edgeIn(diff, last, to, range.end) : closingIn(diff, range, { became, last, end })
  if (to < from || closing.place <= opening.place) return null
  const left = 1 - (lost - opening.kept - closing.kept) / lengthOfTokens(diff, { start, end })
  return {
    range: { start: opening.place, end: closing.place },
    share: Math.min(1, left),
    isWhole: lost === 0 && to - from === last - first,
    isFramed: became[start - 1] !== UNMATCHED && became[end] !== UNMATCHED
  }
}

/** Where an edge falls in `after`, and how many code units between it and the next word that is left stayed too. */
interface Edge {
  readonly place: number
  readonly kept: number
}

/** An edge in or at a token that is left. */
function edgeIn(
  { beforeTokens, afterTokens }: EditionDiff,
  token: number,
  other: number,
  edge: number
): Edge {
  const offset = Math.max(0, edge - (beforeTokens.starts[token] ?? 0))
  const [start, end] = [afterTokens.starts[other] ?? 0, afterTokens.ends[other] ?? 0]
  return { place: Math.min(end, start + offset), kept: 0 }
}

interface Opening {
  readonly became: Int32Array
  /** The first token of the range that is left, and the first of all. */
  readonly first: number
  readonly start: number
}

/** The front edge where the first words were replaced: by letters when they are alike, else in proportion. */
function openingIn(diff: EditionDiff, range: TextRange, { became, first, start }: Opening): Edge {
  const gap = gapAround(diff, became, start)
  const other = became[first] ?? 0
  const inGap = gap === null ? null : placeInGap(diff, gap, { start: range.start, end: gap.before.end })
  if (inGap !== null) return { place: inGap.range.start, kept: inGap.left }
  const from = gap === null ? other : other - shareOf(gap.others, first - start, gap.tokens)
  return { place: diff.afterTokens.starts[from] ?? 0, kept: 0 }
}

interface Closing {
  readonly became: Int32Array
  readonly last: number
  readonly end: number
}

function closingIn(diff: EditionDiff, range: TextRange, { became, last, end }: Closing): Edge {
  const gap = gapAround(diff, became, end - 1)
  const other = became[last] ?? 0
  const inGap = gap === null ? null : placeInGap(diff, gap, { start: gap.before.start, end: range.end })
  if (inGap !== null) return { place: inGap.range.end, kept: inGap.left }
  const to = gap === null ? other : other + shareOf(gap.others, end - 1 - last, gap.tokens)
  return { place: diff.afterTokens.ends[to] ?? 0, kept: 0 }
}

/** A range none of whose words is left as it was: words with slips in them may still be alike. */
function withinGap(
  diff: EditionDiff,
  range: TextRange,
  { became, start, end }: { became: Int32Array; start: number; end: number }
): Survivors | null {
  if (start >= end) return null
  const gap = gapAround(diff, became, start)
  const inGap = gap === null ? null : placeInGap(diff, gap, range)
  if (inGap === null) return null
  const all = range.end - range.start
  return { range: inGap.range, share: Math.min(1, inGap.left / all), isWhole: false, isFramed: true }
}

interface TokenGap extends Gap {
  /** How many tokens of `before` are not left, and how many of `after` stand in their place. */
  readonly tokens: number
  readonly others: number
}

/**
 * The words around `token` that are not left and what stands between the same neighbours now; `null` when
 * that is nothing, or when so much was written anew that nobody can say what became what.
 */
function gapAround(
  { beforeTokens, afterTokens }: EditionDiff,
  became: Int32Array,
  token: number
): TokenGap | null {
  let from = token
  while (from > 0 && token - from < WIDEST && became[from - 1] === UNMATCHED) from -= 1
  let to = token + 1
  while (to < became.length && to - token < WIDEST && became[to] === UNMATCHED) to += 1
  if (token - from === WIDEST || to - token === WIDEST) return null
  const otherFrom = from === 0 ? 0 : (became[from - 1] ?? 0) + 1
  const otherTo = to === became.length ? afterTokens.words.length : (became[to] ?? 0)
  if (otherTo <= otherFrom) return null
  return {
    before: { start: beforeTokens.starts[from] ?? 0, end: beforeTokens.ends[to - 1] ?? 0 },
    after: { start: afterTokens.starts[otherFrom] ?? 0, end: afterTokens.ends[otherTo - 1] ?? 0 },
    tokens: to - from,
    others: otherTo - otherFrom
  }
}

/** Of `added` words that replaced `all`, those for `own` of them. */
function shareOf(added: number, own: number, all: number): number {
  return all === 0 ? 0 : Math.round((added * own) / all)
}

/** Code units of the tokens that are not left. */
function lostTokens({ beforeTokens }: EditionDiff, { start, end }: TextRange, became: Int32Array): number {
  let lost = 0
  for (let at = start; at < end; at += 1) {
    if (became[at] === UNMATCHED) lost += (beforeTokens.ends[at] ?? 0) - (beforeTokens.starts[at] ?? 0)
  }
  return lost
}

function lengthOfTokens({ beforeTokens }: EditionDiff, { start, end }: TextRange): number {
  let length = 0
  for (let at = start; at < end; at += 1) {
    length += (beforeTokens.ends[at] ?? 0) - (beforeTokens.starts[at] ?? 0)
  }
  return length
}
