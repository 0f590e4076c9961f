import type { PlacedAnnotation } from '../annotation/placed-annotation'
import type { TextRange } from '../text/text-range'

/** An annotation with the place of its words in the printed edition. */
export interface PlacedMark {
  readonly annotation: PlacedAnnotation
  readonly range: TextRange
}

/** A briefing's annotations, sorted into those that have a place in its text, those that lost it and the rest. */
export interface PlacedMarks {
  /** By place, the longer one first where two begin together. */
  readonly placed: readonly PlacedMark[]
  /** By age. */
  readonly orphans: readonly PlacedAnnotation[]
  /** Notes on the whole briefing, by age. */
  readonly general: readonly PlacedAnnotation[]
}

/** Sort the annotations of the edition that is printed; a mark without a visible character has no place. */
export function placeMarks(text: string, annotations: readonly PlacedAnnotation[]): PlacedMarks {
  const placed: PlacedMark[] = []
  const orphans: PlacedAnnotation[] = []
  const general: PlacedAnnotation[] = []
  for (const annotation of annotations) {
    const { anchor, range } = annotation
    if (anchor === null) general.push(annotation)
    else if (range === null || text.slice(range.start, range.end).trim() === '') orphans.push(annotation)
    else placed.push({ annotation, range })
  }
  return { placed: placed.sort(byPlace), orphans: orphans.sort(byAge), general: general.sort(byAge) }
}

/** A mark that has a note behind the text. */
export interface NotedMark extends PlacedMark {
  /** From 1, in the order in which the numbers stand in the text: where the marks end. */
  readonly number: number
}

/** Number the marks that say more than that their words are marked. */
export function numberNotes(placed: readonly PlacedMark[]): {
  readonly noted: readonly NotedMark[]
  /** The same numbers by the index of the mark. */
  readonly numbers: ReadonlyMap<number, number>
} {
  const ordered = placed
    .map((mark, index) => ({ mark, index }))
    .filter(({ mark }) => saysMore(mark.annotation))
    .sort((a, b) => a.mark.range.end - b.mark.range.end || a.index - b.index)
  return {
    noted: ordered.map(({ mark }, at) => ({ ...mark, number: at + 1 })),
    numbers: new Map(ordered.map(({ index }, at) => [index, at + 1]))
  }
}

/** Whether a mark says more than that its words are marked. */
export function saysMore({ note, tags, type }: PlacedAnnotation): boolean {
  return note.trim() !== '' || tags.length > 0 || type !== 'note'
}

function byPlace(a: PlacedMark, b: PlacedMark): number {
  return a.range.start - b.range.start || b.range.end - a.range.end || compare(a.annotation, b.annotation)
}

function byAge(a: PlacedAnnotation, b: PlacedAnnotation): number {
  return a.created < b.created ? -1 : a.created > b.created ? 1 : compare(a, b)
}

function compare(a: PlacedAnnotation, b: PlacedAnnotation): number {
  return a.id < b.id ? -1 : 1
}
