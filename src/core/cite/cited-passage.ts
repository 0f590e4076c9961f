import type { BriefingSummary } from '../briefing/briefing'
import type { CarryStatus } from '../carry-over/carry-range'
import type { TextRange } from '../text/text-range'

/** Where a citation leads. */
export type CitedPassage =
  | {
      readonly kind: 'passage'
      readonly briefing: string
      /** The edition to show it in. */
      readonly edition: number
      /** `null` for the briefing as a whole. */
      readonly range: TextRange | null
      /** Of what was cited from an older edition than the newest: what became of it. */
      readonly aged: AgedPassage | null
    }
  /** Several briefings fit; the person says which. */
  | { readonly kind: 'several'; readonly briefings: readonly BriefingSummary[] }

/** What became of a passage of an older edition; with `orphan` the old edition is the one to show. */
export interface AgedPassage {
  readonly edition: number
  readonly newest: number
  readonly status: CarryStatus
  /** As it was cited in its own edition, and as it is cited where it is shown; `''` for none. */
  readonly was: string
  readonly is: string
}
