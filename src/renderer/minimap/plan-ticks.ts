import { COLORS, type Color } from '#core/annotation/annotation'
import type { PlacedAnnotation } from '#core/annotation/placed-annotation'
import { heightAt, type SliceSpan } from './slice-spans'

/** Pixels between the lines of ticks: closer ones could not be told apart. */
export const TICK_STEP = 3
/** How near the pointer must come to a tick, in pixels. */
const REACH = 5

/** A mark on the map. */
export interface Tick {
  readonly mark: PlacedAnnotation
  /** Of its middle, in pixels from the top of the map. */
  readonly y: number
}

/** What the map shows: the text's height, and the map's. */
export interface MapScale {
  readonly spans: readonly SliceSpan[]
  readonly contentHeight: number
  readonly mapHeight: number
}

/** One path for the ticks that look alike. */
export interface TickPath {
  readonly key: string
  readonly color: Color
  readonly d: string
}

/** A tick for each mark that stands in the text, from top to bottom. */
export function planTicks(marks: readonly PlacedAnnotation[], scale: MapScale): readonly Tick[] {
  const { spans, contentHeight, mapHeight } = scale
  if (contentHeight === 0 || mapHeight === 0) return []
  return marks.flatMap((mark) => {
    if (mark.range === null) return []
    const part = heightAt(spans, mark.range.start) / contentHeight
    const line = Math.round((part * mapHeight) / TICK_STEP)
    return [{ mark, y: line * TICK_STEP + TICK_STEP / 2 }]
  })
}

/**
 * The ticks as a few paths, however many they are: a tick of a mark with a note goes from edge to
 * edge, a bare one half as far, so that they differ without colour too.
 */
export function pathsOf(ticks: readonly Tick[], width: number): readonly TickPath[] {
  const lines = new Map<string, Set<number>>()
  for (const { mark, y } of ticks) {
    const key = keyOf(mark.color, mark.note.trim() !== '')
    const known = lines.get(key)
    if (known === undefined) lines.set(key, new Set([y]))
    else known.add(y)
  }
  return COLORS.flatMap((color) =>
    [false, true].flatMap((hasNote) => {
      const key = keyOf(color, hasNote)
      const at = lines.get(key)
      const length = hasNote ? width : width / 2
      return at === undefined
        ? []
        : [{ key, color, d: [...at].map((y) => stroke(width, y, length)).join('') }]
    })
  )
}

/** The tick that the pointer is on, or `null`. */
export function tickNear(ticks: readonly Tick[], y: number): Tick | null {
  let nearest: Tick | null = null
  for (const tick of ticks) {
    const distance = Math.abs(tick.y - y)
    if (distance <= REACH && (nearest === null || distance < Math.abs(nearest.y - y))) nearest = tick
  }
  return nearest
}

/** From the edge beside the scroll bar inwards. */
function stroke(width: number, y: number, length: number): string {
  return `M${width} ${y}h${-length}`
}

function keyOf(color: Color, hasNote: boolean): string {
  return `${color}-${hasNote ? 'note' : 'bare'}`
}
