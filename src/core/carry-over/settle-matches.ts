import { UNMATCHED } from './match-tokens'
import type { Tokens } from './tokens'

/** A longer row of words is no chance when all around it was written anew, but may be a refrain. */
const SPEAKING_LENGTH = 24
/** A longer one is the same passage, whatever is around it. */
const REFRAIN_LENGTH = 60
/** Dropping one row may leave the next one alone. */
const MOST_ROUNDS = 4

/** Two texts in words, and which became which; `matched` is changed in place. */
export interface Matches {
  readonly before: Tokens
  readonly after: Tokens
  readonly matched: Int32Array
  readonly texts: { readonly before: string; readonly after: string }
}

/**
 * Undo matches that are mere chance: a short row of words between two passages that were written anew,
 * each longer than it (N. Fraser, "Diff strategies", 2006, section 3.2, semantic cleanup).
 */
export function dropStrays(matches: Matches): void {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    if (!dropOnce(matches)) return
  }
}

function dropOnce(matches: Matches): boolean {
  const { before, after, matched } = matches
  const rows = rowsOf(matched)
  let dropped = false
  for (const [index, row] of rows.entries()) {
    const last = rows[index - 1]
    const next = rows[index + 1]
    const left = Math.max(
      widthBetween(before, last?.to ?? 0, row.from),
      widthBetween(after, last === undefined ? 0 : last.other + last.to - last.from, row.other)
    )
    const right = Math.max(
      widthBetween(before, row.to, next?.from ?? matched.length),
      widthBetween(after, row.other + row.to - row.from, next?.other ?? after.words.length)
    )
    if (!isStray(matches, row, { left, right })) continue
    matched.fill(UNMATCHED, row.from, row.to)
    dropped = true
  }
  return dropped
}

/** Whether a row between gaps of these widths is chance; a whole line that became a part of one is so sooner. */
function isStray(matches: Matches, row: Row, { left, right }: { left: number; right: number }): boolean {
  const weight = widthBetween(matches.before, row.from, row.to)
  if (weight < SPEAKING_LENGTH) return weight <= left && weight <= right
  if (weight >= REFRAIN_LENGTH) return false
  return 2 * weight <= (isSameOfLine(matches, row) ? Math.min(left, right) : Math.max(left, right))
}

/** Whether a row begins and ends a line in one text where it does in the other. */
function isSameOfLine({ before, after, texts }: Matches, { from, to, other }: Row): boolean {
  const otherTo = other + to - from
  return (
    startsLine(texts.before, before, from) === startsLine(texts.after, after, other) &&
    startsLine(texts.before, before, to) === startsLine(texts.after, after, otherTo)
  )
}

/** Code units from one token up to another, without the white space around them. */
function widthBetween({ starts, ends }: Tokens, from: number, to: number): number {
  return to <= from ? 0 : (ends[to - 1] ?? 0) - (starts[from] ?? 0)
}

interface Row {
  readonly from: number
  readonly to: number
  /** Where it begins in the other text. */
  readonly other: number
}

/** The rows of words that stand side by side in both texts. */
function rowsOf(matched: Int32Array): readonly Row[] {
  const rows: Row[] = []
  for (let at = 0; at < matched.length; at += 1) {
    const other = matched[at] ?? UNMATCHED
    if (other === UNMATCHED) continue
    const from = at
    while (at + 1 < matched.length && matched[at + 1] === (matched[at] ?? 0) + 1) at += 1
    rows.push({ from, to: at + 1, other })
  }
  return rows
}

/**
 * Move what was only left out, or only put in, to where a line or a sentence begins, when the same words
 * stand at both its ends (the same, section 3.2, semantic alignment): "A. The end. The end of B." without
 * its second sentence has lost that one, and not parts of two.
 */
export function alignGaps({ before, after, matched, texts }: Matches): void {
  for (let at = 1; at < matched.length; at += 1) {
    const last = matched[at - 1] ?? UNMATCHED
    if (last === UNMATCHED) continue
    const gapEnd = endOfGap(matched, at)
    const next = gapEnd < matched.length ? (matched[gapEnd] ?? 0) : after.words.length
    if (gapEnd > at && next === last + 1) {
      const steps = bestShift(
        texts.before,
        before,
        { from: at, to: gapEnd },
        (step) => matched[at - step] === last + 1 - step
      )
      for (let step = 1; step <= steps; step += 1) {
        matched[gapEnd - step] = matched[at - step] ?? UNMATCHED
        matched[at - step] = UNMATCHED
      }
    } else if (gapEnd === at && next > last + 1) {
      const steps = bestShift(
        texts.after,
        after,
        { from: last + 1, to: next },
        (step) => matched[at - step] === last + 1 - step
      )
      for (let step = 1; step <= steps; step += 1) matched[at - step] = next - step
    }
  }
}

function endOfGap(matched: Int32Array, from: number): number {
  let end = from
  while (end < matched.length && matched[end] === UNMATCHED) end += 1
  return end
}

/** By how many words a gap is best moved to the front: 0 when it is best where it is. */
function bestShift(
  text: string,
  tokens: Tokens,
  gap: { readonly from: number; readonly to: number },
  isRow: (step: number) => boolean
): number {
  let best = { steps: 0, rank: rankOf(text, tokens, gap.from) }
  for (let steps = 1; steps <= gap.from && isRow(steps); steps += 1) {
    if (tokens.words[gap.from - steps] !== tokens.words[gap.to - steps]) break
    const rank = rankOf(text, tokens, gap.from - steps)
    if (rank > best.rank) best = { steps, rank }
  }
  return best.steps
}

/** How natural a place in front of a token is to cut a text: 2 where a line begins, 1 where a sentence does. */
function rankOf(text: string, tokens: Tokens, at: number): number {
  if (startsLine(text, tokens, at)) return 2
  return /[.!?。！？]/u.test(text.charAt((tokens.ends[at - 1] ?? 0) - 1)) ? 1 : 0
}

/** Whether a line begins in front of a token; the end of the text begins one too. */
function startsLine(text: string, { starts, ends }: Tokens, at: number): boolean {
  return at === 0 || at === starts.length || text.slice(ends[at - 1], starts[at]).includes('\n')
}
