import type { ArticleView } from '../dom/article-view'
import type { CardItem } from '../state/shown-marks.svelte'
import { heightAt, type SliceSpan } from '../minimap/slice-spans'
import { layMargin, type MarginCard } from './lay-margin'

/** A card and where it stands: pixels from the top of the margin. */
export interface PlacedCard {
  readonly item: CardItem
  readonly index: number
  readonly top: number
}

/** What the places of cards depend on; measures are in pixels from the top of the margin. */
export interface MarginScene {
  readonly view: ArticleView
  /** In the order of the text: first what speaks of the whole briefing, last what has lost its words. */
  readonly items: readonly CardItem[]
  readonly heightOf: (id: string) => number
  /** The stretch whose cards are to be on the page. */
  readonly from: number
  readonly to: number
  /** Where the slices of the text stand, from the top of the article, and where that is. */
  readonly spans: readonly SliceSpan[]
  readonly spansTop: number
  /** Of the margin in the window. */
  readonly origin: number
  /** What stands above all cards ends here. */
  readonly floor: number
  /** The card that stands beside its line in any case, and is on the page in any case. */
  readonly exact: string | null
}

/**
 * The cards that are to be on the page, and where. Only lines in or near the stretch are asked for
 * their places, all in one go and before anything is written, so that the page is laid out once; where
 * the lines above stand, which may push cards down from far away, is worked out from their slices.
 */
export function placeCards(scene: MarginScene): readonly PlacedCard[] {
  const { items, from, to, exact } = scene
  const cards = cardsUpTo(scene)
  const tops = layMargin(cards, exact)
  const placed = cards.flatMap(({ id, height }, index): PlacedCard[] => {
    const [item, top] = [items[index], tops[index] ?? 0]
    const isNear = id === exact || (top + height >= from && top <= to)
    return item === undefined || !isNear ? [] : [{ item, index, top }]
  })
  const isThere = exact === null || placed.some(({ item }) => item.id === exact)
  return isThere ? placed : [...placed, ...farCard(scene)]
}

/** All cards from the first one to the last one whose line is above the end of the stretch. */
function cardsUpTo(scene: MarginScene): readonly MarginCard[] {
  const { view, items, from, to, origin, heightOf } = scene
  const near = view.offsetAtHeight(origin + from) ?? 0
  const cards: MarginCard[] = []
  for (const item of items) {
    const start = startOf(item)
    const line = start < near ? roughLine(scene, start) : lineOf(scene, start)
    if (line > to && start !== Infinity) break
    cards.push({ id: item.id, line, height: heightOf(item.id) })
  }
  return cards
}

/** The one that is worked on stays on the page when its line is scrolled far away. */
function farCard(scene: MarginScene): readonly PlacedCard[] {
  const index = scene.items.findIndex(({ id }) => id === scene.exact)
  const item = scene.items[index]
  return item === undefined ? [] : [{ item, index, top: lineOf(scene, startOf(item)) }]
}

/** The line at an offset; where nothing is drawn yet, about where it will be. */
function lineOf(scene: MarginScene, start: number): number {
  const top = Number.isFinite(start) ? scene.view.lineTop(start) : null
  return top === null ? roughLine(scene, start) : Math.max(scene.floor, top - scene.origin)
}

/** What has no place comes behind the text, what speaks of all of it before. */
function roughLine({ floor, spans, spansTop }: MarginScene, start: number): number {
  if (start === -Infinity) return floor
  const height = start === Infinity ? (spans.at(-1)?.bottom ?? 0) : heightAt(spans, start)
  return Math.max(floor, spansTop + height)
}

/** Where in the text a card belongs: before everything, or behind it where it has no place. */
function startOf(item: CardItem): number {
  if (item.kind === 'draft') return item.draft.range?.start ?? -Infinity
  return item.mark.range?.start ?? (item.mark.anchor === null ? -Infinity : Infinity)
}
