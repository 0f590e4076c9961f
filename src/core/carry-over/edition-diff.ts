import { SearchedText } from '../anchor/searched-text'
import type { TextRange } from '../text/text-range'
import { matchTokens, UNMATCHED } from './match-tokens'
import { type Tokens, tokensIn, tokensOf, Vocabulary } from './tokens'

/** Two editions of a briefing, word beside word. */
export interface EditionDiff {
  readonly before: string
  readonly after: string
  /** The same, to look for many quotes in. */
  readonly searched: { readonly before: SearchedText; readonly after: SearchedText }
  readonly beforeTokens: Tokens
  readonly afterTokens: Tokens
  /** Which token of `after` each token of `before` became, or `UNMATCHED`. */
  readonly matched: Int32Array
}

/** Compare the canonical texts of two editions. */
export function compareEditions(before: string, after: string): EditionDiff {
  const vocabulary = new Vocabulary()
  const beforeTokens = tokensOf(before, vocabulary)
  const afterTokens = tokensOf(after, vocabulary)
  const matched = matchTokens(beforeTokens.words, afterTokens.words)
  const searched = { before: new SearchedText(before), after: new SearchedText(after) }
  return { before, after, searched, beforeTokens, afterTokens, matched }
}

/** What became of a range, where it stood. */
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

/** What became of `range` of `before` where it stood, or `null` when no word of it is left there. */
export function survivorsOf(diff: EditionDiff, range: TextRange): Survivors | null {
  const { beforeTokens, afterTokens, matched } = diff
  const { start, end } = tokensIn(beforeTokens, range)
  let first = start
  while (first < end && matched[first] === UNMATCHED) first += 1
  let last = end - 1
  while (last > first && matched[last] === UNMATCHED) last -= 1
  const from = matched[first] ?? UNMATCHED
  const to = matched[last] ?? UNMATCHED
  if (first >= end || from === UNMATCHED || to === UNMATCHED) return null
  const share = sharesOf(diff, { start, end })
  const isWhole = share === 1 && to - from === last - first
  const opening = isWhole ? from : from - replacedBefore(diff, { start, first })
  const closing = isWhole ? to : to + replacedAfter(diff, { last, end })
  const cut = edgesWithin(beforeTokens, range, { start, end })
  return {
    range: {
      start: (afterTokens.starts[opening] ?? 0) + (first === start ? cut.start : 0),
      end: (afterTokens.ends[closing] ?? 0) - (last === end - 1 ? cut.end : 0)
    },
    share,
    isWhole,
    isFramed: isLeft(matched, start - 1) && isLeft(matched, end)
  }
}

function sharesOf({ beforeTokens, matched }: EditionDiff, { start, end }: TextRange): number {
  let all = 0
  let left = 0
  for (let at = start; at < end; at += 1) {
    const length = (beforeTokens.ends[at] ?? 0) - (beforeTokens.starts[at] ?? 0)
    all += length
    if (matched[at] !== UNMATCHED) left += length
  }
  return all === 0 ? 0 : left / all
}

/** How many new words in front of the first that is left took the place of words of the range. */
function replacedBefore(
  { matched }: EditionDiff,
  { start, first }: { start: number; first: number }
): number {
  if (first === start) return 0
  let earlier = start - 1
  while (earlier >= 0 && matched[earlier] === UNMATCHED) earlier -= 1
  const added = (matched[first] ?? 0) - (earlier < 0 ? UNMATCHED : (matched[earlier] ?? 0)) - 1
  return shareOf(added, first - start, first - earlier - 1)
}

/** How many new words behind the last that is left took the place of words of the range. */
function replacedAfter(
  { matched, afterTokens }: EditionDiff,
  { last, end }: { last: number; end: number }
): number {
  if (last === end - 1) return 0
  let later = end
  while (later < matched.length && matched[later] === UNMATCHED) later += 1
  const next = later < matched.length ? (matched[later] ?? 0) : afterTokens.words.length
  return shareOf(next - (matched[last] ?? 0) - 1, end - 1 - last, later - last - 1)
}

/** Of `added` words that replaced `all`, those for `own` of them. */
function shareOf(added: number, own: number, all: number): number {
  return all === 0 ? 0 : Math.round((added * own) / all)
}

/** How many code units of its first and last word a range leaves out. */
function edgesWithin({ starts, ends }: Tokens, range: TextRange, { start, end }: TextRange): TextRange {
  return {
    start: Math.max(0, range.start - (starts[start] ?? 0)),
    end: Math.max(0, (ends[end - 1] ?? 0) - range.end)
  }
}

/** The ends of the text count as left. */
function isLeft(matched: Int32Array, at: number): boolean {
  return matched[at] !== UNMATCHED
}
