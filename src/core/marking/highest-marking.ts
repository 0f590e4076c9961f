/** Between markings of which nobody says which is the higher. */
const SEPARATOR = ' / '

/**
 * The highest of several markings, `null` when there is none; `levels` are the known ones, the lowest
 * first. What is not among them may be anything, so it counts as higher than all that are; several of
 * those are named together, in the order given.
 */
export function highestMarking(
  markings: readonly (string | null)[],
  levels: readonly string[]
): string | null {
  const given = markings.filter((marking) => marking !== null)
  const unknown = new Map<string, string>()
  let highest = -1
  for (const marking of given) {
    const level = levelOf(marking, levels)
    if (level === -1 && !unknown.has(folded(marking))) unknown.set(folded(marking), marking)
    highest = Math.max(highest, level)
  }
  if (unknown.size > 0) return [...unknown.values()].join(SEPARATOR)
  return levels[highest] ?? null
}

/** Where a marking stands among the levels, or -1. */
function levelOf(marking: string, levels: readonly string[]): number {
  return levels.findIndex((level) => folded(level) === folded(marking))
}

/** Case and the two i of Turkish make no other marking. */
function folded(marking: string): string {
  return marking
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\u0307/gu, '')
    .replace(/ı/gu, 'i')
    .trim()
}
