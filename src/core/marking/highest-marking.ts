import { foldedLabel } from '../text/folded-label'

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
    if (level === -1 && !unknown.has(foldedLabel(marking))) unknown.set(foldedLabel(marking), marking)
    highest = Math.max(highest, level)
  }
  if (unknown.size > 0) return [...unknown.values()].join(SEPARATOR)
  return levels[highest] ?? null
}

/** Where a marking stands among the levels, or -1. */
function levelOf(marking: string, levels: readonly string[]): number {
  return levels.findIndex((level) => foldedLabel(level) === foldedLabel(marking))
}
