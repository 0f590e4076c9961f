import { SearchedText } from '../anchor/searched-text'
import { matchMoved, takenBy } from './match-moved'
import { matchTokens } from './match-tokens'
import { alignGaps, dropStrays } from './settle-matches'
import { type Tokens, tokensOf, Vocabulary } from './tokens'

/** Two editions of a briefing, word beside word. */
export interface EditionDiff {
  readonly before: string
  readonly after: string
  /** The same, to look for many quotes in. */
  readonly searched: { readonly before: SearchedText; readonly after: SearchedText }
  readonly beforeTokens: Tokens
  readonly afterTokens: Tokens
  /** Which token of `after` each token of `before` became where it stood, or `UNMATCHED`; these never cross. */
  readonly matched: Int32Array
  /** Which token each of the others became in a passage that stands elsewhere now, or `UNMATCHED`. */
  readonly moved: Int32Array
  /** For each token of `after`, 1 when it is what a token of `before` became. */
  readonly claimed: Uint8Array
}

/** Compare the canonical texts of two editions. */
export function compareEditions(before: string, after: string): EditionDiff {
  const vocabulary = new Vocabulary()
  const beforeTokens = tokensOf(before, vocabulary)
  const afterTokens = tokensOf(after, vocabulary)
  const matched = matchTokens(beforeTokens.words, afterTokens.words)
  const matches = { before: beforeTokens, after: afterTokens, matched, texts: { before, after } }
  dropStrays(matches)
  alignGaps(matches)
  const moved = matchMoved(matches)
  const claimed = takenBy([matched, moved], afterTokens.words.length)
  const searched = { before: new SearchedText(before), after: new SearchedText(after) }
  return { before, after, searched, beforeTokens, afterTokens, matched, moved, claimed }
}
