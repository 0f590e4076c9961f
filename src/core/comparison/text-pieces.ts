import { diffWords, type WordDiff } from './word-diff'
import { UNMATCHED } from '../carry-over/match-tokens'
import { tokensIn } from '../carry-over/tokens'
import type { TextRange } from '../text/text-range'
import type { Piece } from './compared-block'

/** The part of each edition that is set beside the other. */
export interface ComparedRanges {
  readonly before: TextRange
  readonly after: TextRange
}

/**
 * Two passages as one text: what both have, and what only one has, the removed words in front of those
 * that took their place. Without the added pieces it is the one, without the removed ones the other.
 */
export function piecesBetween(diff: WordDiff, { before, after }: ComparedRanges): readonly Piece[] {
  const { beforeTokens, afterTokens, matched } = diff
  const pieces: Piece[] = []
  const tokens = tokensIn(beforeTokens, before)
  let at = before.start
  let other = after.start
  for (let token = tokens.start; token < tokens.end; token += 1) {
    const match = matched[token] ?? UNMATCHED
    const start = afterTokens.starts[match] ?? UNMATCHED
    const end = afterTokens.ends[match] ?? UNMATCHED
    if (match === UNMATCHED || start < other || end > after.end) continue
    const from = beforeTokens.starts[token] ?? at
    pieces.push(...between(diff.before.slice(at, from), diff.after.slice(other, start)))
    pieces.push({ kind: 'same', text: diff.after.slice(start, end) })
    at = beforeTokens.ends[token] ?? from
    other = end
  }
  pieces.push(...between(diff.before.slice(at, before.end), diff.after.slice(other, after.end)))
  return readable(pieces)
}

/** Two whole texts as one. */
export function piecesOfTexts(before: string, after: string): readonly Piece[] {
  const ranges = { before: { start: 0, end: before.length }, after: { start: 0, end: after.length } }
  return piecesBetween(diffWords(before, after), ranges)
}

/** What stands between two words that stayed; white space at both ends of a change stays too. */
function between(before: string, after: string): readonly Piece[] {
  if (before === after) return [{ kind: 'same', text: before }]
  let start = 0
  while (start < before.length && before[start] === after[start] && isSpace(before[start])) start += 1
  let end = 0
  const longest = Math.min(before.length, after.length) - start
  while (end < longest && before.at(-1 - end) === after.at(-1 - end) && isSpace(before.at(-1 - end))) end += 1
  return [
    { kind: 'same', text: before.slice(0, start) },
    { kind: 'removed', text: before.slice(start, before.length - end) },
    { kind: 'added', text: after.slice(start, after.length - end) },
    { kind: 'same', text: before.slice(before.length - end) }
  ]
}

function isSpace(character: string | undefined): boolean {
  return character !== undefined && /\s/u.test(character)
}

/** A change, and what stayed behind it. */
interface Step {
  removed: string
  added: string
  same: string
}

/**
 * Neighbours of one kind joined; a lone word that stayed between two longer replacements is replaced with
 * them, since nobody can read words in splinters (N. Fraser, "Diff Strategies", 2006: semantic cleanup).
 */
function readable(pieces: readonly Piece[]): readonly Piece[] {
  const steps: Step[] = []
  let open: Step = { removed: '', added: '', same: '' }
  for (const { kind, text } of pieces) {
    if (text === '') continue
    if (kind !== 'same' && open.same !== '') {
      steps.push(open)
      open = { removed: '', added: '', same: '' }
    }
    open[kind] += text
  }
  return [...steps, open].reduce<Step[]>(joined, []).flatMap(piecesOf)
}

function joined(steps: Step[], next: Step): Step[] {
  const last = steps.at(-1)
  if (last === undefined || !isSplinter(last, next)) return pushed(steps, next)
  last.removed += last.same + next.removed
  last.added += last.same + next.added
  last.same = next.same
  return steps
}

/** In place, so that a text of many changes takes time in proportion to them. */
function pushed(steps: Step[], next: Step): Step[] {
  steps.push({ ...next })
  return steps
}

function isSplinter(last: Step, next: Step): boolean {
  const isReplaced = [last, next].every(({ removed, added }) => removed !== '' && added !== '')
  const word = last.same.trim()
  const shortest = Math.min(
    ...[last, next].map(({ removed, added }) => Math.max(removed.length, added.length))
  )
  return isReplaced && !/\s/u.test(word) && !last.same.includes('\n') && word.length <= Math.min(shortest, 4)
}

function piecesOf({ removed, added, same }: Step): readonly Piece[] {
  const all: readonly Piece[] = [
    { kind: 'removed', text: removed },
    { kind: 'added', text: added },
    { kind: 'same', text: same }
  ]
  return all.filter(({ text }) => text !== '')
}
