import type { Quote } from '../anchor/anchor'
import { ContextSide } from '../anchor/context-side'
import { cutsWords } from '../anchor/cuts-words'
import { inkOf } from '../anchor/ink'
import { standingQuotes } from '../anchor/standing-quotes'
import type { TextRange } from '../text/text-range'
import type { EditionDiff } from './edition-diff'
import { tokensIn } from './tokens'

/** Words that stand in more places say nothing by themselves. */
const MOST_PLACES = 64
/** So many code units say by themselves which passage is meant. */
const SPEAKING_LENGTH = 24
/** This part of the words of a passage may be what other words became: the small ones stand everywhere. */
const MOST_CLAIMED = 0.4
/** Less context than this stands beside many words. */
const LEAST_CONTEXT = 12
/** This much of the context beside a short quote is to be as it was. */
const SAME_CONTEXT = 0.9

/**
 * The words that stood at `from` in a passage that is new, when there is no doubt which. What other words of the old
 * edition became is theirs: of a refrain that lost one of its lines the others are not the lost one.
 */
export function findUnclaimed(diff: EditionDiff, from: TextRange, quote: Quote): TextRange | null {
  const { exact, prefix, suffix } = quote
  const { after } = diff.searched
  const standing = standingQuotes(after, exact, MOST_PLACES)
  if (standing.length === MOST_PLACES) return null
  const mayCut = cutsWords(diff.before, from)
  const all = standing.filter(
    ({ range }) => claimedShare(diff, range) <= MOST_CLAIMED && (mayCut || !cutsWords(diff.after, range))
  )
  const [only] = all
  if (only === undefined) return null
  if (all.length === 1 && exact.length >= SPEAKING_LENGTH) return only.range
  const sides = [new ContextSide(inkOf(prefix).units, -1), new ContextSide(inkOf(suffix).units, 1)]
  const known = all.filter(({ ink }) =>
    sides.some((side, index) => {
      const place = index === 0 ? ink.start : ink.end
      return side.units.length >= LEAST_CONTEXT && side.likenessAt(after.ink.units, place) >= SAME_CONTEXT
    })
  )
  return known.length === 1 ? (known[0]?.range ?? null) : null
}

/**
 * The same words where part of them is known to stand: of words that stood twice side by side and now
 * stand once, either may be the ones that are left.
 */
export function findAround(diff: EditionDiff, part: TextRange, { exact }: Quote): TextRange | null {
  const all = standingQuotes(diff.searched.after, exact, MOST_PLACES).filter(
    ({ range }) => range.start < part.end && range.end > part.start
  )
  return all.length === 1 ? (all[0]?.range ?? null) : null
}

/** The part of the tokens in a range of the new edition that some token of the old one became. */
function claimedShare(diff: EditionDiff, range: TextRange): number {
  const { start, end } = tokensIn(diff.afterTokens, range)
  let claimed = 0
  for (let token = start; token < end; token += 1) if (diff.claimed[token] === 1) claimed += 1
  return end <= start ? 1 : claimed / (end - start)
}
