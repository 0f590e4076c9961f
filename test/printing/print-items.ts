import { describeRange } from '#core/anchor/describe-range'
import type { Annotation } from '#core/annotation/annotation'
import { SearchedText } from '#core/anchor/searched-text'
import { placeAtHome } from '#core/annotation/place-annotation'
import type { Briefing } from '#core/briefing/briefing'
import type { PrintItem } from '#core/service/ports'
import { bareMark } from '#core/testing/bare-mark'
import { canonicalText } from '#core/text/canonical-text'
import type { Root } from '#core/tree/tree'

/** A mark on the first place where `quote` stands, or on the one that `nth` says. */
export type MarkWish = Partial<Omit<Annotation, 'anchor'>> & { readonly quote: string; readonly nth?: number }

/** A briefing of a tree with marks on quotes of it, all with fixed ids and dates. */
export function printItem(
  tree: Root,
  briefing: Partial<Briefing> = {},
  marks: readonly MarkWish[] = []
): PrintItem {
  const text = canonicalText(tree)
  const searched = new SearchedText(text)
  return {
    briefing: { ...BRIEFING, ...briefing },
    tree,
    markings: [],
    annotations: marks.map(({ quote, nth = 1, ...given }, index) =>
      placeAtHome(
        {
          ...ANNOTATION,
          id: annotationId(index + 1),
          anchor: describeRange(text, rangeOf(text, quote, nth)),
          ...given
        },
        searched
      )
    )
  }
}

/** The id of the nth mark of `printItem`. */
export function annotationId(nth: number): string {
  return `01900000-0000-7000-8000-${String(nth).padStart(12, '0')}`
}

const BRIEFING: Briefing = {
  id: 'a1b2c3d4-0000-8000-8000-000000000000',
  title: 'A briefing',
  date: '2024-01-16',
  language: 'en',
  dir: 'ltr',
  tags: [],
  sourceUrl: null,
  words: 0,
  edition: 1,
  added: '2024-01-17T08:00:00Z',
  marking: null
}

const ANNOTATION = {
  briefing: BRIEFING.id,
  edition: 1,
  ...bareMark('2024-02-03T09:15:00Z', '2024-02-04T10:30:00Z')
}

function rangeOf(text: string, quote: string, nth: number): { start: number; end: number } {
  let start = -1
  for (let count = 0; count < nth; count += 1) start = text.indexOf(quote, start + 1)
  if (start === -1) throw new Error(`the text does not hold ${quote}`)
  return { start, end: start + quote.length }
}
