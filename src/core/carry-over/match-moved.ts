import { UNMATCHED } from './match-tokens'
import type { Matches } from './settle-matches'

/** Words in a row that are looked up: fewer stand everywhere. */
const ROW = 4
/** A row of words that stands in more places than this says nothing about which moved where. */
const MOST_PLACES = 8
/** A shorter passage may stand in both texts by chance. */
const LEAST_LENGTH = 24
/** So many words of a passage that moved may have been edited at one place. */
const MOST_EDITED = 24

/**
 * Which token of the new text each token became that is in none of the matches: passages that stand
 * elsewhere now, the longest first found at each place (W. Tichy, "The string-to-string correction problem
 * with block moves", ACM TOCS 2, 1984). Unlike `matched` these may cross.
 */
export function matchMoved({ before, after, matched }: Matches): Int32Array {
  const moved = new Int32Array(matched.length).fill(UNMATCHED)
  const isTaken = takenBy([matched], after.words.length)
  const places = placesOfRows(after.words, isTaken)
  let last: Passage | null = null
  for (let at = 0; at + ROW <= matched.length;) {
    const passage = longestAt({ before: before.words, after: after.words, matched, isTaken }, at, places)
    const length =
      passage === null ? 0 : (before.ends[at + passage.length - 1] ?? 0) - (before.starts[at] ?? 0)
    if (passage === null || length < LEAST_LENGTH) {
      at += 1
      continue
    }
    take(passage, moved, isTaken)
    if (last !== null)
      bridge(last, passage, { words: before.words, others: after.words, moved, matched, isTaken })
    last = passage
    at += passage.length
  }
  return moved
}

interface Passage {
  readonly from: number
  readonly other: number
  readonly length: number
}

/** Which tokens of the new text are what some token of the old one became. */
export function takenBy(became: readonly Int32Array[], length: number): Uint8Array {
  const isTaken = new Uint8Array(length)
  for (const others of became) {
    for (const other of others) if (other !== UNMATCHED) isTaken[other] = 1
  }
  return isTaken
}

function placesOfRows(words: Uint32Array, isTaken: Uint8Array): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>()
  for (let at = 0, free = 0; at < words.length; at += 1) {
    free = isTaken[at] === 1 ? 0 : free + 1
    if (free < ROW) continue
    const start = at - ROW + 1
    const key = words.subarray(start, at + 1).join(' ')
    const known = places.get(key)
    if (known === undefined) places.set(key, [start])
    else known.push(start)
  }
  return places
}

interface Texts {
  readonly before: Uint32Array
  readonly after: Uint32Array
  readonly matched: Int32Array
  readonly isTaken: Uint8Array
}

/** The longest passage that begins at `at` and stands in the new text where nothing else went, unless two are. */
function longestAt(texts: Texts, at: number, places: ReadonlyMap<string, readonly number[]>): Passage | null {
  for (let offset = 0; offset < ROW; offset += 1) if (texts.matched[at + offset] !== UNMATCHED) return null
  const candidates = places.get(texts.before.subarray(at, at + ROW).join(' ')) ?? []
  if (candidates.length > MOST_PLACES) return null
  const passages = candidates
    .map((other) => ({ from: at, other, length: lengthAt(texts, at, other) }))
    .filter(({ length }) => length >= ROW)
    .sort((a, b) => b.length - a.length)
  const [longest, second] = passages
  return longest === undefined || longest.length === second?.length ? null : longest
}

function lengthAt({ before, after, matched, isTaken }: Texts, at: number, other: number): number {
  let length = 0
  while (
    at + length < before.length &&
    other + length < after.length &&
    matched[at + length] === UNMATCHED &&
    isTaken[other + length] !== 1 &&
    before[at + length] === after[other + length]
  ) {
    length += 1
  }
  return length
}

function take({ from, other, length }: Passage, moved: Int32Array, isTaken: Uint8Array): void {
  for (let offset = 0; offset < length; offset += 1) {
    moved[from + offset] = other + offset
    isTaken[other + offset] = 1
  }
}

interface Bridged {
  readonly words: Uint32Array
  readonly others: Uint32Array
  readonly matched: Int32Array
  readonly moved: Int32Array
  readonly isTaken: Uint8Array
}

/** Match the words that stayed beside one edit inside a passage that moved: in order, each the first that is free. */
function bridge(last: Passage, next: Passage, { words, others, matched, moved, isTaken }: Bridged): void {
  const [from, to] = [last.from + last.length, next.from]
  const [otherFrom, otherTo] = [last.other + last.length, next.other]
  const isNear = otherTo >= otherFrom && otherTo - otherFrom <= MOST_EDITED && to - from <= MOST_EDITED
  if (!isNear) return
  let other = otherFrom
  for (let at = from; at < to; at += 1) {
    if (matched[at] !== UNMATCHED) continue
    const found = others.subarray(other, otherTo).indexOf(words[at] ?? 0)
    if (found === -1 || isTaken[other + found] === 1) continue
    take({ from: at, other: other + found, length: 1 }, moved, isTaken)
    other += found + 1
  }
}
