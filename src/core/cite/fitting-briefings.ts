import type { BriefingSummary } from '../briefing/briefing'
import { foldForSearch } from '../text/fold-for-search'
import { plainly } from './read-place'
import type { ReadCitation } from './read-citation'

/**
 * The briefings that a citation may be from: those of its day, or by their title. A title that stands
 * before the day narrows them down; of titles that end alike the longest is meant.
 */
export function fitting(
  briefings: readonly BriefingSummary[],
  { date, before }: Pick<ReadCitation, 'date' | 'before'>
): readonly BriefingSummary[] {
  const ofTheDay = date === null ? briefings : briefings.filter((briefing) => briefing.date === date)
  const named = ofTheDay
    .map((briefing) => ({ briefing, length: lengthOfTitle(briefing, before) }))
    .filter(({ length }) => length > 0)
  if (named.length === 0) return date === null ? [] : ofTheDay
  const longest = Math.max(...named.map(({ length }) => length))
  return named.filter(({ length }) => length === longest).map(({ briefing }) => briefing)
}

/** Length of a title that `before` ends with, or 0: it must not begin in the middle of a word. */
function lengthOfTitle({ title }: BriefingSummary, before: string): number {
  const [wanted, text] = [comparable(title), comparable(before)]
  if (wanted === '' || !text.endsWith(wanted)) return 0
  return /[\p{L}\p{N}]$/u.test(text.slice(0, -wanted.length)) && /^[\p{L}\p{N}]/u.test(wanted)
    ? 0
    : wanted.length
}

/** A citation loses the signs at the end of a title, and its capitals when it is typed. */
function comparable(words: string): string {
  return foldForSearch(plainly(words)).replace(/[\s\p{P}]+$/u, '')
}
