import type { ReadingUnits, Unit } from './reading-units'
import type { TextRange } from './text-range'

/**
 * Where a cursor of sentences and paragraphs stands: on the passage from `anchor`, which it was put on,
 * to `point`, which it was extended to. Not extended, `point` is the end of `anchor`.
 */
export interface CursorPlace {
  readonly anchor: TextRange
  readonly point: number
  readonly unit: Unit
}

/** 1 goes forward in the text, -1 back. */
export type Direction = 1 | -1

/** The cursor on a passage. */
export function cursorOn(anchor: TextRange, unit: Unit): CursorPlace {
  return { anchor, point: anchor.end, unit }
}

/** What the cursor stands on. */
export function passageOf({ anchor, point }: CursorPlace): TextRange {
  return { start: Math.min(anchor.start, point), end: Math.max(anchor.end, point) }
}

/**
 * The cursor on the next sentence or paragraph, or the one before; `null` where the text ends.
 *
 * From a paragraph the next sentence is its first one. From a sentence the paragraph before is its
 * own, unless it is the first in it.
 */
export function stepped(
  units: ReadingUnits,
  place: CursorPlace,
  { by, unit }: { readonly by: Direction; readonly unit: Unit }
): CursorPlace | null {
  const passage = passageOf(place)
  const isWhole = place.unit === 'paragraph' && place.point === place.anchor.end
  const inside = isWhole && unit === 'sentence' && by === 1 ? units.from(passage.start, unit) : null
  const next =
    inside !== null && inside.end < passage.end
      ? inside
      : by === 1
        ? units.from(passage.end, unit)
        : units.before(passage.start, unit)
  return next === null ? null : cursorOn(next, unit)
}

/** The cursor with its moving end one sentence or paragraph further; never less than it was put on. `null` where the text ends. */
export function extended(
  units: ReadingUnits,
  place: CursorPlace,
  { by, unit }: { readonly by: Direction; readonly unit: Unit }
): CursorPlace | null {
  const { anchor, point } = place
  const isBehind = point < anchor.start
  if (by === 1) {
    const next = isBehind ? units.startAfter(point, unit) : units.endAfter(point, unit)
    if (next === null) return null
    return { ...place, point: isBehind && next >= anchor.start ? anchor.end : next }
  }
  if (!isBehind && point > anchor.end) {
    return { ...place, point: Math.max(anchor.end, units.endBefore(point, unit) ?? anchor.end) }
  }
  const next = units.before(Math.min(point, anchor.start), unit)
  return next === null ? null : { ...place, point: next.start }
}
