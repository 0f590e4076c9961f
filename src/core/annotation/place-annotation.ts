import { resolveAnchor } from '../anchor/resolve-anchor'
import type { Annotation } from './annotation'
import type { PlacedAnnotation } from './placed-annotation'

/** Find a mark in `text`, the canonical text of the edition that it was made on. */
export function placeAtHome(annotation: Annotation, text: string): PlacedAnnotation {
  const { anchor } = annotation
  const settled = { ...annotation, shownIn: annotation.edition, isReviewed: true }
  if (anchor === null) return { ...settled, range: null, quote: '', status: 'exact', confidence: 1 }
  const range = resolveAnchor(text, anchor)
  if (range === null) {
    return { ...settled, range: null, quote: anchor.quote.exact, status: 'orphan', confidence: 0 }
  }
  const status = range.start === anchor.position.start ? 'exact' : 'moved'
  return { ...settled, range, quote: text.slice(range.start, range.end), status, confidence: 1 }
}
