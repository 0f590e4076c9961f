import type { Annotation } from '../annotation/annotation'
import { withPlacement } from '../annotation/change-annotation'
import type { Anchor } from '../anchor/anchor'
import type { ForeignAnnotation } from './foreign-annotation'

/** An annotation that came in, with the place that was found for it. */
export interface Incoming {
  readonly annotation: ForeignAnnotation
  /** `null` where it has no place in that edition. */
  readonly place: { readonly edition: number; readonly anchor: Anchor } | null
}

/**
 * `own`, which is here, after an annotation with its id came in: what is newer holds. `own` itself when
 * nothing is to be changed.
 */
export function mergeAnnotation(own: Annotation, { annotation, place }: Incoming): Annotation {
  const { note, tags, type, owner, due, modified } = annotation
  const color = annotation.color ?? own.color
  const style = annotation.style ?? own.style
  const said = { ...own, note, tags, type, owner, due, color, style }
  const merged = place === null || standsThere(own, place) ? said : withPlacement(said, place)
  if (isSame(own, merged) || modified === null || modified <= own.modified) return own
  return { ...merged, modified }
}

/** The same words in the same edition: a shift of numbers is no change. */
function standsThere(own: Annotation, { edition, anchor }: NonNullable<Incoming['place']>): boolean {
  const placed = own.placements.find((placement) => placement.edition === edition)
  const known = placed === undefined ? own.anchor : placed.anchor
  return known?.quote.exact === anchor.quote.exact
}

function isSame(a: Annotation, b: Annotation): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
