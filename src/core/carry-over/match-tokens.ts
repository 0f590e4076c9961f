/** Not matched with anything. */
export const UNMATCHED = -1

/** Above this, every pair is not looked at any more: 500 × 500 words. */
const MOST_PAIRS = 250_000

interface Part {
  readonly from: number
  readonly to: number
  readonly otherFrom: number
  readonly otherTo: number
}

/**
 * Which word of `after` each word of `before` became, or `UNMATCHED`; matches never cross.
 *
 * Words that occur once in both texts hold them together (Bram Cohen's patience diff), and between
 * them small parts are matched by their longest common subsequence. So the time grows with the
 * length of the texts and not with its square.
 */
export function matchTokens(before: Uint32Array, after: Uint32Array): Int32Array {
  const matched = new Int32Array(before.length).fill(UNMATCHED)
  const parts: Part[] = [{ from: 0, to: before.length, otherFrom: 0, otherTo: after.length }]
  for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
    const rest = matchEnds(before, after, { part, matched })
    const length = rest.to - rest.from
    const otherLength = rest.otherTo - rest.otherFrom
    if (length === 0 || otherLength === 0) continue
    const held = length * otherLength <= MOST_PAIRS ? [] : commonOnce(before, after, rest)
    if (held.length > 0) parts.push(...between(rest, held))
    else if (length * otherLength <= MOST_PAIRS) matchLongest(before, after, { part: rest, matched })
  }
  return matched
}

interface Matching {
  readonly part: Part
  readonly matched: Int32Array
}

/** Match what both begin and end with; answers what is left between. */
function matchEnds(before: Uint32Array, after: Uint32Array, { part, matched }: Matching): Part {
  let { from, to, otherFrom, otherTo } = part
  while (from < to && otherFrom < otherTo && before[from] === after[otherFrom]) {
    matched[from] = otherFrom
    from += 1
    otherFrom += 1
  }
  while (from < to && otherFrom < otherTo && before[to - 1] === after[otherTo - 1]) {
    to -= 1
    otherTo -= 1
    matched[to] = otherTo
  }
  return { from, to, otherFrom, otherTo }
}

interface Pair {
  readonly at: number
  readonly other: number
}

/** The longest row of words that occur once in each part, in the same order in both. */
function commonOnce(before: Uint32Array, after: Uint32Array, part: Part): readonly Pair[] {
  const here = placesOfSingles(before, part.from, part.to)
  const there = placesOfSingles(after, part.otherFrom, part.otherTo)
  const pairs: Pair[] = []
  for (const [word, at] of here) {
    const other = there.get(word)
    if (at !== UNMATCHED && other !== undefined && other !== UNMATCHED) pairs.push({ at, other })
  }
  return longestRising(pairs.sort((a, b) => a.at - b.at))
}

function placesOfSingles(words: Uint32Array, from: number, to: number): ReadonlyMap<number, number> {
  const places = new Map<number, number>()
  for (let at = from; at < to; at += 1) {
    const word = words[at] ?? 0
    places.set(word, places.has(word) ? UNMATCHED : at)
  }
  return places
}

/** Patience sorting (Aldous and Diaconis, 1999): the longest row whose `other` rises. */
function longestRising(pairs: readonly Pair[]): readonly Pair[] {
  const piles: number[] = []
  const previous = new Int32Array(pairs.length).fill(UNMATCHED)
  const other = (index: number): number => pairs[index]?.other ?? 0
  for (let index = 0; index < pairs.length; index += 1) {
    let low = 0
    let high = piles.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (other(piles[middle] ?? 0) < other(index)) low = middle + 1
      else high = middle
    }
    previous[index] = piles[low - 1] ?? UNMATCHED
    piles[low] = index
  }
  const row: Pair[] = []
  for (let index = piles.at(-1) ?? UNMATCHED; index !== UNMATCHED; index = previous[index] ?? UNMATCHED) {
    const pair = pairs[index]
    if (pair !== undefined) row.push(pair)
  }
  return row.reverse()
}

/** The parts around the words of `held`; each begins with one, so that it is matched there. */
function between({ from, to, otherFrom, otherTo }: Part, held: readonly Pair[]): readonly Part[] {
  const parts: Part[] = []
  let last: Pair = { at: from, other: otherFrom }
  for (const pair of held) {
    parts.push({ from: last.at, to: pair.at, otherFrom: last.other, otherTo: pair.other })
    last = pair
  }
  return [...parts, { from: last.at, to, otherFrom: last.other, otherTo }]
}

/** The longest common subsequence (Wagner and Fischer, 1974), of which runs are not torn apart. */
function matchLongest(before: Uint32Array, after: Uint32Array, { part, matched }: Matching): void {
  const { from, to, otherFrom, otherTo } = part
  const width = otherTo - otherFrom + 1
  const lengths = new Uint16Array((to - from + 1) * width)
  const length = (at: number, other: number): number => lengths[(at - from) * width + other - otherFrom] ?? 0
  for (let at = to - 1; at >= from; at -= 1) {
    for (let other = otherTo - 1; other >= otherFrom; other -= 1) {
      lengths[(at - from) * width + other - otherFrom] =
        before[at] === after[other]
          ? length(at + 1, other + 1) + 1
          : Math.max(length(at + 1, other), length(at, other + 1))
    }
  }
  let at = from
  let other = otherFrom
  while (at < to && other < otherTo) {
    if (before[at] === after[other]) matched[at++] = other++
    else if (length(at + 1, other) >= length(at, other + 1)) at += 1
    else other += 1
  }
}
