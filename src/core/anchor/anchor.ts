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
