import type { PrintItem } from '../service/ports'
import { highestMarking } from './highest-marking'

/**
 * What stands at the top and the bottom of every page of a document: the highest of what was said of
 * the whole, of each briefing, and of each paragraph, also of those that are gone from this edition.
 */
export function documentMarking(
  items: readonly Pick<PrintItem, 'briefing' | 'markings'>[],
  said: string | undefined,
  levels: readonly string[]
): string | null {
  const inside = items.flatMap(({ briefing, markings }) => [
    briefing.marking,
    ...markings.map(({ marking }) => marking)
  ])
  return highestMarking([said ?? null, ...inside], levels)
}
