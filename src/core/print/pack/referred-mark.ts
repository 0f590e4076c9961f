import type { PlacedAnnotation } from '../../annotation/placed-annotation'
import { citePlace, placeOf } from '../../cite/cited-place'
import type { NumberedText } from '../../cite/cited-place'
import { numberParagraphs } from '../../text/paragraphs'
import type { Block } from '../../text/canonical-text'
import { markingsAt } from '../paragraph-markings'
import type { MarkedParagraph } from '../paragraph-markings'
import type { PlacedMarks } from '../placed-mark'

/** A mark as other pages of its document speak of it. */
export interface ReferredMark {
  readonly annotation: PlacedAnnotation
  /** The `id` of its words, or of its entry where it has none in the text; `null` when neither is printed. */
  readonly target: string | null
  /** Of the paragraph, as `§3 ¶2`; '' for a mark without a place. */
  readonly citation: string
  /** How the paragraphs of its words are to be handled. */
  readonly markings: readonly string[]
}

/** The `id` of the place where the words of a mark begin; `index` is its place among the marks of its briefing. */
export const markTarget = (prefix: string, index: number): string => `${prefix}mark-${index + 1}`
/** The `id` of the entry of a mark without words in the text. */
export const unplacedTarget = (prefix: string, { id }: PlacedAnnotation): string => `${prefix}entry-${id}`

/** The briefing that the marks stand in. */
export interface ReferringBriefing {
  readonly blocks: readonly Block[]
  readonly marked: readonly MarkedParagraph[]
  /** Begins every id of it. */
  readonly prefix: string
  /** Whether what has no words in the text stands among the notes. */
  readonly hasEntries: boolean
}

/** Every mark of a briefing: those in the text by place, then those on the whole of it, then the orphans. */
export function referredMarks(
  { placed, general, orphans }: PlacedMarks,
  { blocks, marked, prefix, hasEntries }: ReferringBriefing
): readonly ReferredMark[] {
  const text: NumberedText = { blocks, numbers: numberParagraphs(blocks) }
  const inText = placed.map(({ annotation, range }, index) => {
    const place = placeOf(text, range)
    return {
      annotation,
      target: markTarget(prefix, index),
      citation: place === null ? '' : citePlace(place),
      markings: markingsAt(marked, range)
    }
  })
  const elsewhere = [...general, ...orphans].map((annotation) => {
    const target = hasEntries ? unplacedTarget(prefix, annotation) : null
    return { annotation, target, citation: '', markings: [] }
  })
  return [...inText, ...elsewhere]
}
