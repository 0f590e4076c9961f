import type { TextRange } from '#core/text/text-range'

/** Marks lie upon each other in at most so many layers; deeper ones share the topmost. */
export const LAYERS = 3

/**
 * The layer of each range: 0 at the bottom, and one above the highest that it overlaps, so that the
 * shorter of two marks is seen and hit first. The ranges stand in the order of the text, the longer of
 * two that begin together first.
 */
export function layersOf(ranges: readonly TextRange[]): readonly number[] {
  // How far the marks of each layer reach: more need not be known of those that came before.
  const ends = Array.from({ length: LAYERS }, () => 0)
  return ranges.map(({ start, end }) => {
    const layer = Math.min(LAYERS - 1, ends.findLastIndex((furthest) => furthest > start) + 1)
    ends[layer] = Math.max(ends[layer] ?? 0, end)
    return layer
  })
}
