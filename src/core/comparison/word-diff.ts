import type { EditionDiff } from '../carry-over/edition-diff'
import { matchTokens } from '../carry-over/match-tokens'
import { tokensOf, Vocabulary } from '../carry-over/tokens'

/** Two texts word beside word. */
export type WordDiff = Pick<EditionDiff, 'before' | 'after' | 'beforeTokens' | 'afterTokens' | 'matched'>

/**
 * Match the words of two texts as marks are carried over, but keep what matches by chance: a mark must
 * not follow a lone word, while a table's cells are told apart by nothing else.
 */
export function diffWords(before: string, after: string): WordDiff {
  const vocabulary = new Vocabulary()
  const beforeTokens = tokensOf(before, vocabulary)
  const afterTokens = tokensOf(after, vocabulary)
  const matched = matchTokens(beforeTokens.words, afterTokens.words)
  return { before, after, beforeTokens, afterTokens, matched }
}
