import { tokensOf, Vocabulary } from './tokens'

/** Words in a row that are compared: fewer are alike by chance, more are torn by every edit. */
const ROW = 4

/**
 * How much two texts have in common, from 0 to 1: of the rows of four words that stand in either, the
 * part that stands in both (A. Broder, "On the resemblance and containment of documents", 1997).
 */
export function likenessOf(before: string, after: string): number {
  const vocabulary = new Vocabulary()
  const a = rowsOf(before, vocabulary)
  const b = rowsOf(after, vocabulary)
  if (a.size === 0 || b.size === 0) return before === after ? 1 : 0
  let shared = 0
  for (const row of a) if (b.has(row)) shared += 1
  return shared / (a.size + b.size - shared)
}

function rowsOf(text: string, vocabulary: Vocabulary): ReadonlySet<string> {
  const { words } = tokensOf(text, vocabulary)
  const rows = new Set<string>()
  for (let at = 0; at + ROW <= words.length; at += 1) rows.add(words.subarray(at, at + ROW).join(' '))
  return rows
}
