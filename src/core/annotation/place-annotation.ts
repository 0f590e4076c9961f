import { resolveAnchor } from '../anchor/resolve-anchor'
import type { SearchedText } from '../anchor/searched-text'
import type { Annotation } from './annotation'
import type { PlacedAnnotation } from './placed-annotation'

/** Find a mark in the canonical text of the edition that it was made on, to be shown in an edition. */
export function placeAtHome(
  annotation: Annotation,
  searched: SearchedText,
  shownIn = annotation.edition
): PlacedAnnotation {
  return { ...annotation, ...placeIn(annotation, searched), shownIn, isReviewed: true }
}

function placeIn(
  { anchor }: Annotation,
  searched: SearchedText
): Pick<PlacedAnnotation, 'range' | 'quote' | 'status' | 'confidence'> {
  if (anchor === null) return { range: null, quote: '', status: 'exact', confidence: 1 }
  const place = resolveAnchor(searched, anchor)
  const { exact } = anchor.quote
  if (place === null) return { range: null, quote: exact, status: 'orphan', confidence: 0 }
  const { range, confidence } = place
  const quote = searched.text.slice(range.start, range.end)
  const isThere = range.start === anchor.position.start
  return { range, quote, status: quote !== exact ? 'changed' : isThere ? 'exact' : 'moved', confidence }
}

/** A mark on the edition that it was made on, where it was stored: the text itself is not looked at. */
export function placeAsStored(annotation: Annotation): PlacedAnnotation {
  const { anchor, edition } = annotation
  const settled = {
    ...annotation,
    shownIn: edition,
    isReviewed: true,
    status: 'exact',
    confidence: 1
  } as const
  return { ...settled, range: anchor === null ? null : anchor.position, quote: anchor?.quote.exact ?? '' }
}
