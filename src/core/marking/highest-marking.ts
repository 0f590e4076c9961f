import { foldedLabel } from '../text/folded-label'
import { MAX_MARKING_LENGTH } from './marking'

/** Between markings of which nobody says which is the higher. */
const SEPARATOR = ' / '
/** A line with more letters is not read; two markings of any length fit. */
const LONGEST_LINE = 2 * MAX_MARKING_LENGTH + SEPARATOR.length

/**
 * The highest of several markings, `null` when there is none; `levels` are the known ones, the lowest
 * first. What is not among them may be anything, lower or higher: it is named behind the highest that is
 * known, several in the order given. Those that fit on no line are counted.
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
  const known = levels[highest]
  const named = [...(known === undefined ? [] : [known]), ...unknown.values()]
  return named.length === 0 ? null : lineOf(named)
}

/** As many as fit, and how many more there are. */
function lineOf(markings: readonly string[]): string {
  let end = -SEPARATOR.length
  const fitting = markings.filter((marking) => {
    end += SEPARATOR.length + marking.length
    return end <= LONGEST_LINE
  })
  const left = markings.length - fitting.length
  return [...fitting, ...(left === 0 ? [] : [`and ${left} more`])].join(SEPARATOR)
}

/** Where a marking stands among the levels, or -1. */
function levelOf(marking: string, levels: readonly string[]): number {
  return levels.findIndex((level) => foldedLabel(level) === foldedLabel(marking))
}
