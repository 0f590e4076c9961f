import type { TextRange } from '../text/text-range'
import type { Annotation } from './annotation'

/**
 * What became of a mark in an edition.
 *
 * - `exact`: the same words in a paragraph that is as it was.
 * - `moved`: the same words in a paragraph that was edited, or elsewhere.
 * - `changed`: the words themselves were edited.
 * - `orphan`: they are gone.
 */
export type MarkStatus = 'exact' | 'moved' | 'changed' | 'orphan'

/** A mark together with its place in one edition of its briefing. */
export interface PlacedAnnotation extends Annotation {
  /** Number of that edition. */
  readonly shownIn: number
  /** In its canonical text; `null` for an orphan and for a note on the whole briefing. */
  readonly range: TextRange | null
  /** Its words in that edition; those that it was made on for an orphan, none on the whole briefing. */
  readonly quote: string
  readonly status: MarkStatus
  /** How sure the place is, from 0 to 1. */
  readonly confidence: number
  /** Whether a person made it there, or looked at where it was carried to. */
  readonly isReviewed: boolean
}

/** Whether a mark has words in the edition that it is shown in. */
export function isPlaced({ range }: PlacedAnnotation): boolean {
  return range !== null
}

/** The marks that are waiting for a person to look at where they were carried to. */
export function unreviewed(annotations: readonly PlacedAnnotation[]): readonly PlacedAnnotation[] {
  return annotations.filter(({ status, isReviewed }) => status !== 'exact' && !isReviewed)
}

/** By place, the longer one first where two begin together; what has no place comes last. */
export function byPlace(a: PlacedAnnotation, b: PlacedAnnotation): number {
  if (a.range === null || b.range === null) {
    return rank(a) - rank(b) || (a.id < b.id ? -1 : Number(a.id > b.id))
  }
  return a.range.start - b.range.start || b.range.end - a.range.end || (a.id < b.id ? -1 : 1)
}

/** `list`, which is in the order of the text, with `mark` in the place of the one with its id, or as a new one. */
export function withMark(
  list: readonly PlacedAnnotation[],
  mark: PlacedAnnotation
): readonly PlacedAnnotation[] {
  const others = list.filter(({ id }) => id !== mark.id)
  const after = others.findIndex((other) => byPlace(mark, other) < 0)
  return others.toSpliced(after === -1 ? others.length : after, 0, mark)
}

/** Notes on the whole briefing come before everything, orphans behind it. */
function rank({ anchor, range }: PlacedAnnotation): number {
  if (range !== null) return 1
  return anchor === null ? 0 : 2
}
