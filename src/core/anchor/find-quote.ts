import type { TextRange } from '../text/text-range'
import { ContextSide } from './context-side'
import { inkOf } from './ink'
import { SearchedText } from './searched-text'
import { standingQuotes } from './standing-quotes'

/** A quote as a person typed or pasted it; context narrows down which occurrence is meant. */
export interface QuoteQuery {
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
}

/**
 * Every range of `text` that reads as `query`, in order; white space, signs of list items and the kind of
 * quotation marks make no difference.
 */
export function findQuote(text: string, { exact, prefix, suffix }: QuoteQuery): readonly TextRange[] {
  const searched = new SearchedText(text)
  const before = new ContextSide(inkOf(prefix).units, -1)
  const behind = new ContextSide(inkOf(suffix).units, 1)
  const { units } = searched.ink
  return standingQuotes(searched, exact, Infinity)
    .filter(({ ink }) => before.standsAt(units, ink.start) && behind.standsAt(units, ink.end))
    .map(({ range }) => range)
}
