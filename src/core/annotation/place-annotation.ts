import { resolveAnchor } from '../anchor/resolve-anchor'
import type { SearchedText } from '../anchor/searched-text'
import type { Annotation } from './annotation'
import type { PlacedAnnotation } from './placed-annotation'

/** Find a mark in the canonical text of the edition that it was made on. */
export function placeAtHome(annotation: Annotation, searched: SearchedText): PlacedAnnotation {
  const { anchor } = annotation
  const settled = { ...annotation, shownIn: annotation.edition, isReviewed: true }
  if (anchor === null) return { ...settled, range: null, quote: '', status: 'exact', confidence: 1 }
  const place = resolveAnchor(searched, anchor)
  if (place === null) {
    return { ...settled, range: null, quote: anchor.quote.exact, status: 'orphan', confidence: 0 }
  }
  const quote = searched.text.slice(place.range.start, place.range.end)
  const isSame = quote === anchor.quote.exact
  const isThere = isSame && place.range.start === anchor.position.start
  return { ...settled, ...place, quote, status: isThere ? 'exact' : isSame ? 'moved' : 'changed' }
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
