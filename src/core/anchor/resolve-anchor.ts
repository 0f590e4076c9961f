import type { TextRange } from '../text/text-range'
import { type Anchor, isPlaceless } from './anchor'
import { placeSelectors } from './place-selectors'
import type { SearchedText } from './searched-text'

/** Where an anchor lies. */
export interface ResolvedAnchor {
  readonly range: TextRange
  /** How sure the place is, above 0, at most 1. */
  readonly confidence: number
}

/**
 * Find where `anchor` lies in `searched`: at its position, else at its quote, else where words like it
 * stand; `null` when there is no such place or nothing says which of several.
 *
 * On the text that it was made on this costs one comparison: nothing is searched, nothing indexed.
 */
export function resolveAnchor(searched: SearchedText, anchor: Anchor): ResolvedAnchor | null {
  const { position, quote } = anchor
  if (quote.exact === '' || isPlaceless(anchor)) return null
  const place = placeSelectors(searched, { positions: [position], quote })
  return 'reason' in place ? null : place
}
