import type { TextRange } from '#core/text/text-range'

/** Marks lie upon each other in at most so many layers; deeper ones share the topmost. */
export const LAYERS = 3

/**
 * The layer of each range: 0 at the bottom, and one above the longest that it overlaps, so that the
 * shorter of two marks is seen and hit first.
 */
export function layersOf(ranges: readonly TextRange[]): readonly number[] {
  const order = ranges
    .map((range, index) => ({ range, index }))
    .sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end)
  const layers = ranges.map(() => 0)
  let open: { end: number; layer: number }[] = []
  for (const { range, index } of order) {
    open = open.filter(({ end }) => end > range.start)
    const taken = Math.max(-1, ...open.map(({ layer }) => layer))
    const layer = Math.min(LAYERS - 1, taken + 1)
    layers[index] = layer
    open.push({ end: range.end, layer })
  }
  return layers
}
