import type { TextRange } from '../text/text-range'

/**
 * Where an annotation points: TextPositionSelector and TextQuoteSelector of the W3C Web Annotation
 * Data Model (sections 4.2.5 and 4.2.4), in UTF-16 code units of the canonical text of one edition.
 */
export interface Anchor {
  readonly position: TextRange
  readonly quote: Quote
}

/** The words themselves and what stands right before and after them. */
export interface Quote {
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
}

/** Whether an anchor came in without a place in its edition: it keeps the words, and is an orphan until a person puts it somewhere. */
export function isPlaceless({ position }: Anchor): boolean {
  return position.start === position.end
}

/** The anchor of words that have no place. */
export function placelessAnchor(quote: Quote): Anchor {
  return { position: { start: 0, end: 0 }, quote }
}
