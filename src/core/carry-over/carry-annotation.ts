import type { Anchor } from '../anchor/anchor'
import { resolveAnchor } from '../anchor/resolve-anchor'
import type { SearchedText } from '../anchor/searched-text'
import type { Annotation } from '../annotation/annotation'
import type { PlacedAnnotation } from '../annotation/placed-annotation'
import { carryRange } from './carry-range'
import type { EditionDiff } from './edition-diff'

/** What a mark is carried over from: the last edition before in which a person said where it stands. */
export interface CarryBasis {
  readonly edition: number
  readonly anchor: Anchor
}

/** Where to carry `annotation` over from to `edition`; `null` for a note on the whole briefing. */
export function basisOf(
  { edition: home, anchor, placements }: Annotation,
  edition: number
): CarryBasis | null {
  if (anchor === null) return null
  return placements.reduce<CarryBasis>(
    (basis, placement) =>
      placement.anchor !== null && placement.edition < edition && placement.edition > basis.edition
        ? { edition: placement.edition, anchor: placement.anchor }
        : basis,
    { edition: home, anchor }
  )
}

/** The editions that a mark is carried between. */
export interface EditionsBetween {
  readonly edition: number
  /** The edition of the basis beside `edition`, which has its canonical text as `after`. */
  readonly diff: EditionDiff
}

/**
 * Find a mark in an edition after its own. What a person said of that edition holds; else its words
 * are carried over, and it waits to be looked at unless nothing around them changed.
 */
export function carryAnnotation(
  annotation: Annotation,
  basis: CarryBasis,
  { edition, diff }: EditionsBetween
): PlacedAnnotation {
  const decision = annotation.placements.find((placement) => placement.edition === edition)
  if (decision !== undefined)
    return placeAsDecided({ ...annotation, shownIn: edition }, decision.anchor, diff.searched.after)
  const range = resolveAnchor(diff.searched.before, basis.anchor)?.range ?? null
  const orphan = { range: null, status: 'orphan', confidence: 0 } as const
  const carried = range === null ? orphan : carryRange(diff, range, basis.anchor.quote)
  return {
    ...annotation,
    ...carried,
    shownIn: edition,
    quote: wordsAt(diff.after, carried.range) ?? basis.anchor.quote.exact,
    isReviewed: false
  }
}

function placeAsDecided(
  annotation: Annotation & { readonly shownIn: number },
  anchor: Anchor | null,
  searched: SearchedText
): PlacedAnnotation {
  const words = annotation.anchor?.quote.exact ?? ''
  const range = anchor === null ? null : (resolveAnchor(searched, anchor)?.range ?? null)
  const settled = { ...annotation, range, isReviewed: true }
  if (range === null)
    return { ...settled, quote: words, status: 'orphan', confidence: anchor === null ? 1 : 0 }
  const quote = searched.text.slice(range.start, range.end)
  return { ...settled, quote, status: quote === words ? 'moved' : 'changed', confidence: 1 }
}

function wordsAt(text: string, range: PlacedAnnotation['range']): string | null {
  return range === null ? null : text.slice(range.start, range.end)
}
