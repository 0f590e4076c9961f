import { placeSelectors, type SelectorPlace, type Selectors } from '../anchor/place-selectors'
import { SearchedText } from '../anchor/searched-text'
import { CodePointPlaces } from '../text/code-points'
import type { TextRange } from '../text/text-range'
import type { ForeignQuote, ForeignSelector } from './foreign-annotation'

/** Why a passage was not found. */
export type WhyNowhere = 'absent' | 'ambiguous' | 'no-quote'

export type TargetPlace = { readonly range: TextRange } | { readonly reason: WhyNowhere }

/** A text in which the passages of many annotations are looked for. */
export class TargetText {
  readonly searched: SearchedText
  readonly codePoints: CodePointPlaces

  constructor(text: string) {
    this.searched = new SearchedText(text)
    this.codePoints = new CodePointPlaces(text)
  }
}

/**
 * Find the passage that `selectors` tell; any one of them would do, and the quote is believed first.
 *
 * What narrows a passage down (`refinedBy`) is looked for in it only; a selector that says nothing about
 * a text (a `CssSelector`, …) is passed over for what refines it.
 */
export function placeTarget(target: TargetText, selectors: readonly ForeignSelector[]): TargetPlace {
  const refined = selectors.find(({ refinedBy }) => refinedBy.length > 0)
  if (refined !== undefined) return placeRefined(target, refined)
  const range = selectors.find((selector) => selector.kind === 'range')
  const quote = quoteIn(selectors)
  const positions = selectors.flatMap((selector) =>
    selector.kind === 'position' ? readingsOf(target, selector) : []
  )
  if (quote === null && positions.length === 0) {
    return range === undefined ? { reason: 'no-quote' } : placeRange(target, range)
  }
  return placed(target, { quote, positions })
}

function placed({ searched }: TargetText, selectors: Selectors): TargetPlace {
  const place: SelectorPlace = placeSelectors(searched, selectors)
  return 'range' in place ? { range: place.range } : place
}

function placeRefined(target: TargetText, selector: ForeignSelector): TargetPlace {
  const outer = placeTarget(target, [{ ...selector, refinedBy: [] }])
  if ('reason' in outer && outer.reason !== 'no-quote') return outer
  if ('reason' in outer) return placeTarget(target, selector.refinedBy)
  const { start, end } = outer.range
  const inner = placeTarget(new TargetText(target.searched.text.slice(start, end)), selector.refinedBy)
  if ('range' in inner) return { range: { start: start + inner.range.start, end: start + inner.range.end } }
  // The passage is known, only what is meant in it is not.
  return inner.reason === 'no-quote' ? outer : inner
}

/** From the start of one passage to the start of the other (section 4.2.9). */
function placeRange(
  target: TargetText,
  { from, to }: Extract<ForeignSelector, { kind: 'range' }>
): TargetPlace {
  const start = placeTarget(target, from)
  const end = placeTarget(target, to)
  if ('reason' in start) return start
  if ('reason' in end) return end
  const range = { start: start.range.start, end: end.range.start }
  return range.start < range.end ? { range } : { reason: 'absent' }
}

/** The words that selectors quote, or `null` when none does; for an orphan these are what is left. */
export function quoteIn(selectors: readonly ForeignSelector[]): ForeignQuote | null {
  for (const selector of selectors) {
    const inner = quoteIn(selector.refinedBy)
    if (inner !== null) return inner
    if (selector.kind === 'quote') return selector.quote
  }
  return null
}

/** The W3C counts code points (section 4.2.5), programs that do not know count UTF-16 code units. */
function readingsOf({ searched, codePoints }: TargetText, { start, end }: TextRange): readonly TextRange[] {
  const [from, to] = [codePoints.offsetAt(start), codePoints.offsetAt(end)]
  const asUnits = end <= searched.text.length ? [{ start, end }] : []
  if (from === null || to === null) return asUnits
  return from === start && to === end ? asUnits : [{ start: from, end: to }, ...asUnits]
}
