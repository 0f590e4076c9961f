import type { Anchor } from '../anchor/anchor'
import type { TextRange } from '../text/text-range'

/** How one paragraph is to be handled; it goes with the paragraph into later editions. */
export interface ParagraphMarking {
  readonly id: string
  /** Number of the edition that `anchor`, which holds the whole paragraph, speaks of. */
  readonly edition: number
  readonly anchor: Anchor
  /** `null` since it was taken away. */
  readonly marking: string | null
}

/** A paragraph's marking with its place in one edition. */
export interface PlacedMarking {
  readonly id: string
  readonly marking: string
  /** The words of its paragraph there; `null` when the paragraph is gone, and the marking still counts. */
  readonly range: TextRange | null
  /** The paragraph's words as they are there, or as they were when it was marked. */
  readonly quote: string
}
