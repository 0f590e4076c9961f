import type { Color, Style } from '#core/annotation/annotation'
import type { TextRange } from '#core/text/text-range'
import { layersOf } from './mark-layers'

/** What is painted of an annotation. */
export interface PaintedMark {
  readonly id: string
  readonly range: TextRange
  readonly color: Color
  readonly style: Style
  readonly hasNote: boolean
}

/** A mark, and the names of the highlights that it is painted with. */
export interface NamedMark {
  readonly range: TextRange
  readonly names: readonly string[]
}

/** A stretch of the text that is painted with one highlight. */
export interface Stroke {
  readonly name: string
  readonly range: TextRange
}

/**
 * How each of `marks` is painted, in the order of the text: one highlight for each colour and layer, and
 * one below the words of a note. They may come in any order: one that is being resized has left its place.
 */
export function nameMarks(marks: readonly PaintedMark[]): readonly NamedMark[] {
  const inOrder = [...marks].sort((a, b) => inText(a.range, b.range))
  const layers = layersOf(inOrder.map(({ range }) => range))
  return inOrder.map((mark, index) => named(mark, layers[index]))
}

/** How a mark is painted that is not among `marks` yet: as it will be when it is. */
export function nameAmong(marks: readonly NamedMark[], mark: PaintedMark): NamedMark {
  const before = marks.filter(({ range }) => inText(range, mark.range) <= 0)
  return named(mark, layersOf([...before, mark].map(({ range }) => range)).at(-1))
}

/** In the order of the text, the longer of two that begin together first. */
function inText(a: TextRange, b: TextRange): number {
  return a.start - b.start || b.end - a.end
}

function named({ range, color, style, hasNote }: PaintedMark, layer = 0): NamedMark {
  const name = style === 'highlight' ? `mark-${color}-${layer}` : `${style}-${color}`
  return { range, names: hasNote ? [name, `note-${color}`] : [name] }
}

/**
 * What is to be painted of `marks`, which stand in the order of the text, within a part of it.
 *
 * Marks that meet and look the same are one stroke: it is what would be seen, and keeps a heap of
 * marks from costing more than the words that it lies on.
 */
export function strokesWithin(marks: readonly NamedMark[], part: TextRange): readonly Stroke[] {
  const strokes = new Map<string, { start: number; end: number }[]>()
  for (const { range, names } of marks) {
    if (range.start >= part.end) break
    if (range.end <= part.start) continue
    const start = Math.max(range.start, part.start)
    const end = Math.min(range.end, part.end)
    for (const name of names) extend(strokes, name, { start, end })
  }
  return [...strokes].flatMap(([name, ranges]) => ranges.map((range) => ({ name, range })))
}

function extend(
  strokes: Map<string, { start: number; end: number }[]>,
  name: string,
  { start, end }: TextRange
): void {
  const own = strokes.get(name) ?? []
  const last = own.at(-1)
  if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end)
  else own.push({ start, end })
  strokes.set(name, own)
}
