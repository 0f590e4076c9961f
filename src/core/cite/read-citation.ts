import type { CitedPlace } from './cited-place'
import { type DeepLink, linkIn, readDeepLink } from './deep-link'
import { plainly, readPlace } from './read-place'

/** What a citation says of the briefing that it is from. */
export interface ReadCitation {
  /** Leads to the briefing by itself. */
  readonly link: DeepLink | null
  /** `YYYY-MM-DD` */
  readonly date: string | null
  /** What stands before date and place: it may end with the title, and is empty for the open briefing. */
  readonly before: string
  readonly edition: number | null
  readonly place: CitedPlace | null
}

const EDITION = /[([]?\s*\b(?:edition|ed\.?)\s*(\d{1,9})\s*[)\]]?$/iu
const DATE = /(?:^|[^\d-])(\d{4}-\d{2}-\d{2})$/u
/** What may stand between the parts of a citation and around it. */
const SEPARATORS = /[\s,;.(–—-]+$/u
const CLOSING = /[\s).,;]+$/u

/**
 * Read a citation as it is copied or typed: `2024-01-16 (edition 2) §3 ¶2`, `Title §3 ¶2`, the whole
 * `“quote” (Title, 2024-01-16 §3 ¶2)`, or a link; `null` for anything else.
 */
export function readCitation(text: string): ReadCitation | null {
  const address = linkIn(text)
  if (address !== null) return ofLink(readDeepLink(address))
  const { before: words, place } = cutPlace(plainly(text).replace(CLOSING, ''))
  const { before: named, found: edition } = cut(words, EDITION)
  const { before, found: date } = cut(named, DATE)
  const isCitation = date !== null || edition !== null || (place !== null && before !== '')
  if (!isCitation) return null
  return { link: null, date, before, edition: edition === null ? null : Number(edition), place }
}

function ofLink(link: DeepLink | null): ReadCitation | null {
  if (link === null) return null
  return { link, date: null, before: '', edition: link.edition, place: link.place }
}

/** The longest ending of `text` that names a place. Without § or ¶ it must stand behind a date or an edition. */
function cutPlace(text: string): { readonly before: string; readonly place: CitedPlace | null } {
  for (const { index } of text.matchAll(/[§¶]|(?<=(?:\d{4}-\d{2}-\d{2}|\d\)?),?\s)\d/gu)) {
    const place = readPlace(text.slice(index))
    if (place !== null) return { before: trimmed(text.slice(0, index)), place }
  }
  return { before: trimmed(text), place: null }
}

function cut(text: string, ending: RegExp): { readonly before: string; readonly found: string | null } {
  const match = ending.exec(text)
  const found = match?.[1]
  if (match === null || found === undefined) return { before: text, found: null }
  return { before: trimmed(text.slice(0, text.length - match[0].length)), found }
}

function trimmed(text: string): string {
  return text.replace(SEPARATORS, '')
}
