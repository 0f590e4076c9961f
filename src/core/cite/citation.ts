import type { TextRange } from '../text/text-range'
import { citePlace, type CitedPlace, type NumberedText, placeOf } from './cited-place'
import { writeDeepLink } from './deep-link'

/** The edition of a briefing that is cited from. */
export interface CitedEdition {
  readonly id: string
  readonly title: string
  /** `YYYY-MM-DD` */
  readonly date: string | null
  readonly dir: 'ltr' | 'rtl'
  readonly edition: number
  /** Number of the newest edition: the only one is not named. */
  readonly newest: number
}

/** A passage of an edition, ready to be cited. */
export interface Citation {
  readonly source: CitedEdition
  /** `null` for the whole briefing. */
  readonly place: CitedPlace | null
  readonly range: TextRange | null
}

/** Cite a passage, or with `null` the whole briefing. */
export function citationOf(source: CitedEdition, text: NumberedText, range: TextRange | null): Citation {
  return { source, place: range === null ? null : placeOf(text, range), range }
}

/** The citation by the briefing's day, or by its title when it has none: `2024-01-16 (edition 2) §3 ¶2`. */
export function writeCitation({ source, place }: Citation): string {
  return joined([source.date ?? oneLine(source.title), editionOf(source), placeIn(place)])
}

/** The citation behind the title of the briefing: `2024-01-16 §3 ¶2`; empty when there is nothing to add. */
export function writePlaceAndDay({ source, place }: Citation): string {
  return joined([source.date ?? '', editionOf(source), placeIn(place)])
}

/** The link that leads to the passage. */
export function linkTo({ source, place, range }: Citation): string {
  return writeDeepLink({ briefing: source.id, edition: source.edition, place, range, quote: null })
}

/** A title on one line. */
export function oneLine(title: string): string {
  return title.replace(/\s+/gu, ' ').trim()
}

function editionOf({ edition, newest }: CitedEdition): string {
  return newest > 1 ? `(edition ${edition})` : ''
}

function placeIn(place: CitedPlace | null): string {
  return place === null ? '' : citePlace(place)
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ')
}
