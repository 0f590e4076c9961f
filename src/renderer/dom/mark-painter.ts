import { COLORS, type Color, type Style } from '#core/annotation/annotation'
import { rangesOverlap, type TextRange } from '#core/text/text-range'
import { LAYERS, layersOf } from './mark-layers'
import type { TextMap } from './text-map'

/** What is painted of an annotation. */
export interface PaintedMark {
  readonly id: string
  readonly range: TextRange
  readonly color: Color
  readonly style: Style
  readonly hasNote: boolean
}

interface Painted {
  readonly mark: PaintedMark
  readonly layer: number
  readonly strokes: readonly { readonly highlight: Highlight; readonly range: StaticRange }[]
}

/**
 * Paints marks with the CSS Custom Highlight API: one highlight for each colour and layer, and one
 * below the words for each colour with a note. The page itself is not touched, and a change repaints
 * only what changed.
 */
export class MarkPainter {
  readonly #map: TextMap
  readonly #highlights = new Map<string, Highlight>()
  #painted = new Map<string, Painted>()

  constructor(map: TextMap) {
    this.#map = map
    for (const color of COLORS) {
      for (let layer = 0; layer < LAYERS; layer += 1) this.#register(`mark-${color}-${layer}`, layer)
      for (const line of ['underline', 'strike', 'note']) this.#register(`${line}-${color}`, LAYERS)
    }
  }

  /** Paint these marks and no others. */
  show(marks: readonly PaintedMark[]): void {
    const layers = layersOf(marks.map((mark) => mark.range))
    const next = new Map<string, Painted>()
    for (const [index, mark] of marks.entries()) {
      const layer = layers[index] ?? 0
      const before = this.#painted.get(mark.id)
      this.#painted.delete(mark.id)
      if (before !== undefined && isSame(before, mark, layer)) next.set(mark.id, before)
      else {
        if (before !== undefined) erase(before)
        next.set(mark.id, this.#paint(mark, layer))
      }
    }
    for (const gone of this.#painted.values()) erase(gone)
    this.#painted = next
  }

  /** Paint again what lies in `range`, since more of it is drawn now. */
  refresh(range: TextRange): void {
    for (const painted of this.#painted.values()) {
      if (!rangesOverlap(painted.mark.range, range)) continue
      erase(painted)
      this.#painted.set(painted.mark.id, this.#paint(painted.mark, painted.layer))
    }
  }

  /** Take every mark off the page. */
  destroy(): void {
    for (const [name, highlight] of this.#highlights) {
      if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name)
    }
  }

  #paint(mark: PaintedMark, layer: number): Painted {
    const names = [mark.style === 'highlight' ? `mark-${mark.color}-${layer}` : `${mark.style}-${mark.color}`]
    if (mark.hasNote) names.push(`note-${mark.color}`)
    const strokes = this.#map.staticRanges(mark.range).flatMap((range) =>
      names.flatMap((name) => {
        const highlight = this.#highlights.get(name)
        highlight?.add(range)
        return highlight === undefined ? [] : [{ highlight, range }]
      })
    )
    return { mark, layer, strokes }
  }

  #register(name: string, priority: number): void {
    const highlight = new Highlight()
    highlight.priority = priority
    this.#highlights.set(name, highlight)
    CSS.highlights.set(name, highlight)
  }
}

function erase({ strokes }: Painted): void {
  for (const { highlight, range } of strokes) highlight.delete(range)
}

function isSame(painted: Painted, mark: PaintedMark, layer: number): boolean {
  const { range, color, style, hasNote } = painted.mark
  return (
    painted.layer === layer &&
    range.start === mark.range.start &&
    range.end === mark.range.end &&
    color === mark.color &&
    style === mark.style &&
    hasNote === mark.hasNote
  )
}
