import { offsetNearPoint } from './hit-test'
import type { TextMap } from './text-map'

/** Between two paragraphs there is more room than between two lines: so many lines on is looked for one. */
const LINES = [1.3, 1.9, 2.6, 3.3]

/** The offset of the character a line below or above the one at `offset`; `null` where none is drawn. */
export function lineFrom(map: TextMap, offset: number, by: 1 | -1): number | null {
  const line = rectAt(map, offset)
  if (line === null) return null
  for (const lines of LINES) {
    const found = offsetNearPoint(map, line.left + 1, line.top + line.height * (0.5 + by * lines))
    if (found !== null && !isOnLine(rectAt(map, found), line)) return found
  }
  return null
}

function rectAt(map: TextMap, offset: number): DOMRect | null {
  return map.domRange({ start: offset, end: offset + 1 })?.getBoundingClientRect() ?? null
}

function isOnLine(rect: DOMRect | null, line: DOMRect): boolean {
  return rect !== null && rect.top < line.bottom && rect.bottom > line.top
}
