import { expect } from 'vitest'
import { placeSelectors } from '#core/anchor/place-selectors'
import { SearchedText } from '#core/anchor/searched-text'
import type { TextRange } from '#core/text/text-range'
import { drawnBoundary } from './boundary'
import type { Selector } from './foreign-cases'
import {
  canonicalRange,
  drawPage,
  type ForeignPage,
  inkBefore,
  inkOf,
  offsetOfInk,
  selectionIn
} from './foreign-page'
import type { Tally } from './tally'

/** A case of a corpus, and where it is counted. */
interface Case {
  readonly name: string
  readonly tally: Tally
}

/** Draw a page, look at it, and take it away. */
export function whenDrawn(html: string, look: (page: ForeignPage) => void, scope?: string): void {
  const page = drawPage(html, scope)
  try {
    expect(inkOf(page.drawn.plan.text), 'the words of the page').toBe(inkOf(page.scope.textContent))
    look(page)
  } finally {
    page.drawn.remove()
  }
}

/** The words and the boundaries that a canonical range has on the page, and the way back from there. */
export function expectOnPage(
  page: ForeignPage,
  range: TextRange,
  foreign: Range,
  { tally, name }: Case
): void {
  const { drawn } = page
  expect(range, 'the same words of the text').toEqual(canonicalRange(page, foreign))
  const onPage = drawn.map.domRange(range)
  if (onPage === null) throw new Error('nothing is drawn there')
  expect(inkOf(onPage.toString())).toBe(inkOf(foreign.toString()))
  tally.pass('words of the drawn range')
  expect(selectionIn(page, onPage)).toEqual(range)
  tally.pass('the drawn range selected gives the canonical range')
  for (const side of ['start', 'end'] as const) expectBoundary(page, { onPage, foreign, side }, tally)
  expectForeignSelection(page, { range, foreign }, { tally, name })
}

/** In the same text node at the same place; a boundary between two nodes may belong to the other one. */
function expectBoundary(
  page: ForeignPage,
  { onPage, foreign, side }: { onPage: Range; foreign: Range; side: 'start' | 'end' },
  tally: Tally
): void {
  const kept = drawnBoundary(page, foreign, side)
  const ours =
    side === 'start' ? [onPage.startContainer, onPage.startOffset] : [onPage.endContainer, onPage.endOffset]
  expect(inkBefore(page.drawn.article, onPage, side), `ink before the ${side}`).toBe(
    inkBefore(page.scope, foreign, side)
  )
  if (kept !== null && kept.container === ours[0]) {
    expect(ours[1], `offset of the ${side}`).toBe(kept.offset)
    tally.pass('boundary in the same node at the same offset')
  } else tally.pass('boundary at the same point, from the node beside it or around it')
}

/** The boundaries as the other program has them, elements included, are the same passage to a selection. */
function expectForeignSelection(
  page: ForeignPage,
  { range, foreign }: { range: TextRange; foreign: Range },
  { tally, name }: Case
): void {
  const [start, end] = [drawnBoundary(page, foreign, 'start'), drawnBoundary(page, foreign, 'end')]
  if (start === null || end === null)
    return tally.leaveOut('by its own boundaries, whose nodes became others here', name)
  const selected = selectionIn(page, {
    startContainer: start.container,
    startOffset: start.offset,
    endContainer: end.container,
    endOffset: end.offset
  })
  expect(selected, 'the boundaries of the other program selected').toEqual(range)
  tally.pass('its own boundaries selected give the canonical range')
}

/**
 * Places of the page as it was, in the text as it is here: its white space was folded on the way in.
 * Numbers may count code points, as the W3C says, or UTF-16 units, as Hypothesis does.
 */
function readingsOf({ scope, drawn }: ForeignPage, { start, end }: TextRange): readonly TextRange[] {
  const words = scope.textContent
  const units = (count: number): number => [...words].slice(0, count).join('').length
  const readings = [
    { start: units(start), end: units(end) },
    { start, end }
  ]
  return readings.map((reading) => ({
    start: offsetOfInk(drawn.plan.text, inkOf(words.slice(0, reading.start)).length),
    end: offsetOfInk(drawn.plan.text, inkOf(words.slice(0, reading.end)).length - 1) + 1
  }))
}

/** Where the annotation stands by its selectors. */
export function place(page: ForeignPage, selectors: readonly Selector[]): TextRange | null {
  const positions = selectors.flatMap((own) =>
    own.type === 'TextPositionSelector' ? readingsOf(page, own) : []
  )
  const quote = selectors.find((own) => own.type === 'TextQuoteSelector') ?? null
  const found = placeSelectors(new SearchedText(page.drawn.plan.text), { positions, quote })
  return 'range' in found ? found.range : null
}
