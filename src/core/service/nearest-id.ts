/** More edits than this, and the two ids have nothing to do with each other. */
const MAX_DISTANCE = 12

/** The one of `ids` that `id` was probably meant to be, or `null` when none is like it. */
export function nearestId(id: string, ids: readonly string[]): string | null {
  const completed = ids.filter((candidate) => id.length >= 4 && candidate.startsWith(id))
  if (completed.length === 1) return completed[0] ?? null
  const ranked = ids
    .map((candidate) => ({ candidate, distance: editDistance(id, candidate) }))
    .sort((a, b) => a.distance - b.distance)
  const [best] = ranked
  return best !== undefined && best.distance <= MAX_DISTANCE ? best.candidate : null
}

/** Levenshtein distance, by the two-row method of Wagner and Fischer (1974). */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1
      current.push(
        Math.min(
          (previous[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (previous[column - 1] ?? 0) + cost
        )
      )
    }
    previous = current
  }
  return previous[b.length] ?? 0
}
