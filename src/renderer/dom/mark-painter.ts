import { COLORS } from '#core/annotation/annotation'
import { rangesOverlap, type TextRange } from '#core/text/text-range'
import { boundsIn } from './entries'
import { LAYERS } from './mark-layers'
import type { Patch } from './patches'
import { nameAmong, nameMarks, type NamedMark, type PaintedMark, strokesWithin } from './strokes'

/** What is painted of a stroke on the page. */
interface Painted {
  readonly highlight: Highlight
  readonly range: StaticRange
}

/**
 * Paints marks with the CSS Custom Highlight API: one highlight for each colour and layer, and one
 * below the words for each colour with a note. The page itself is not touched.
 *
 * Only the patches in sight are painted. Chromium takes all painted ranges up anew after every change
 * of the page, whatever was changed (`HighlightRegistry::ValidateHighlightMarkers`), so ten thousand of
 * them would hold up every key by half a second.
 */
export class MarkPainter {
  readonly #highlights = new Map<string, Highlight>()
  readonly #painted = new Map<Patch, ReadonlyMap<string, Painted>>()
  #marks: readonly NamedMark[] = []
  #pending: readonly NamedMark[] = []

  constructor() {
    for (const color of COLORS) {
      for (let layer = 0; layer < LAYERS; layer += 1) this.#register(`mark-${color}-${layer}`, layer)
      for (const line of ['underline', 'strike', 'note']) this.#register(`${line}-${color}`, LAYERS)
    }
  }

  /** Paint these marks and no others. */
  show(marks: readonly PaintedMark[]): void {
    this.#marks = nameMarks(marks)
    for (const patch of this.#painted.keys()) this.#paint(patch)
  }

  /** Paint these marks, too, that are not among the others yet. However many those are, little is painted anew. */
  showPending(marks: readonly PaintedMark[]): void {
    const before = this.#pending
    this.#pending = marks.map((mark) => nameAmong(this.#marks, mark))
    const changed = [...before, ...this.#pending]
    for (const patch of this.#painted.keys())
      if (changed.some(({ range }) => rangesOverlap(patch.range, range))) this.#paint(patch)
  }

  /** Paint a patch, from now on. */
  enter(patch: Patch): void {
    this.#paint(patch)
  }

  /** Paint a patch no more. */
  leave(patch: Patch): void {
    this.#erase(patch)
    this.#painted.delete(patch)
  }

  /** Paint what lies in `range` anew, since the page was changed around its words. */
  repaint(range: TextRange): void {
    for (const patch of this.#painted.keys()) {
      if (!rangesOverlap(patch.range, range)) continue
      this.#erase(patch)
      this.#painted.set(patch, new Map())
      this.#paint(patch)
    }
  }

  /** Take every mark off the page. */
  destroy(): void {
    for (const [name, highlight] of this.#highlights) {
      if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name)
    }
  }

  /** What is painted already stays: only what differs touches the page. */
  #paint(patch: Patch): void {
    const before = new Map(this.#painted.get(patch))
    const painted = new Map<string, Painted>()
    const strokes = [this.#marks, ...this.#pending.map((mark) => [mark])].flatMap((marks) =>
      strokesWithin(marks, patch.range)
    )
    for (const { name, range } of strokes) {
      const key = `${name} ${range.start} ${range.end}`
      if (painted.has(key)) continue
      const bounds = before.has(key) ? null : boundsIn(patch.entries, range)
      const highlight = this.#highlights.get(name)
      const stroke =
        bounds !== null && highlight !== undefined
          ? { highlight, range: new StaticRange(bounds) }
          : before.get(key)
      if (stroke === undefined) continue
      if (!before.delete(key)) stroke.highlight.add(stroke.range)
      painted.set(key, stroke)
    }
    for (const gone of before.values()) erase(gone)
    this.#painted.set(patch, painted)
  }

  #erase(patch: Patch): void {
    for (const painted of this.#painted.get(patch)?.values() ?? []) erase(painted)
  }

  #register(name: string, priority: number): void {
    const highlight = new Highlight()
    highlight.priority = priority
    this.#highlights.set(name, highlight)
    CSS.highlights.set(name, highlight)
  }
}

function erase({ highlight, range }: Painted): void {
  highlight.delete(range)
}
