import type { ParagraphNumber } from '../text/paragraphs'
import type { TextRange } from '../text/text-range'
import type { CitedPlace } from './cited-place'
import { readPlace, withoutDirectionMarks } from './read-place'

/** The scheme of links into the library, without its colon. */
export const LINK_SCHEME = 'briefing-reader'

/** What a link into the library leads to. */
export interface DeepLink {
  /** The briefing's id. */
  readonly briefing: string
  readonly edition: number | null
  readonly place: CitedPlace | null
  /** The passage itself, in UTF-16 code units of the canonical text of the edition. */
  readonly range: TextRange | null
  /** Words to look for; white space is folded. */
  readonly quote: string | null
}

const LINK = new RegExp(String.raw`\b${LINK_SCHEME}:[^\s<>"”)\]]+`, 'iu')
const WHOLE_LINK = new RegExp(String.raw`^${LINK_SCHEME}://briefing/([^/?#]+)/?(?:\?([^#]*))?$`, 'iu')
const RANGE = /^(\d{1,15})-(\d{1,15})$/u

const DAMAGED = Symbol('damaged')

/**
 * The link as it is handed on: `briefing-reader://briefing/<id>?edition=1&at=3.2&text=120-160`.
 *
 * It is written in ASCII, since many programs end a link at the first letter that is not (RFC 3986).
 */
export function writeDeepLink({ briefing, edition, place, range, quote }: DeepLink): string {
  const parts = [
    edition === null ? '' : `edition=${edition}`,
    place === null ? '' : `at=${dotted(place)}`,
    range === null ? '' : `text=${range.start}-${range.end}`,
    quote === null ? '' : `quote=${encodeURIComponent(quote)}`
  ].filter((part) => part !== '')
  const query = parts.length === 0 ? '' : `?${parts.join('&')}`
  return `${LINK_SCHEME}://briefing/${encodeURIComponent(briefing)}${query}`
}

/** The first link in a text, as it stands there, or `null`. */
export function linkIn(text: string): string | null {
  return LINK.exec(withoutDirectionMarks(text))?.[0].replace(/[.,;:!?]+$/u, '') ?? null
}

/**
 * What `link` leads to, or `null` when it is none of ours or damaged: half a link must not lead to a
 * wrong place. `at` may also be `§3¶2`; what is not known is passed over.
 */
export function readDeepLink(link: string): DeepLink | null {
  const found = WHOLE_LINK.exec(link)
  const briefing = decoded(found?.[1] ?? '')
  if (briefing === null || briefing === '') return null
  const values = valuesIn(found?.[2] ?? '')
  const edition = read(values.get('edition'), numberIn)
  const place = read(values.get('at'), readPlace)
  const range = read(values.get('text'), rangeIn)
  if (edition === DAMAGED || place === DAMAGED || range === DAMAGED) return null
  return { briefing, edition, place, range, quote: values.get('quote') ?? null }
}

function dotted({ from, to }: CitedPlace): string {
  const isSame = from.section === to.section && from.paragraph === to.paragraph
  return isSame ? dottedPoint(from) : `${dottedPoint(from)}-${dottedPoint(to)}`
}

function dottedPoint({ section, paragraph }: ParagraphNumber): string {
  return `${section}.${paragraph}`
}

/** The values behind `?` by their names; a value that cannot be decoded is `''`, which is damaged everywhere. */
function valuesIn(query: string): ReadonlyMap<string, string> {
  const pairs = query.split('&').map((pair): [string, string] => {
    const [name = '', ...value] = pair.split('=')
    return [name, decoded(value.join('=')) ?? '']
  })
  return new Map(pairs)
}

/** What a value says; `null` when there is none. */
function read<Value>(
  value: string | undefined,
  readValue: (value: string) => Value | null
): Value | null | typeof DAMAGED {
  return value === undefined ? null : (readValue(value) ?? DAMAGED)
}

function numberIn(text: string): number | null {
  return /^[1-9]\d{0,8}$/u.test(text) ? Number(text) : null
}

function rangeIn(text: string): TextRange | null {
  const found = RANGE.exec(text)
  const [start, end] = [Number(found?.[1]), Number(found?.[2])]
  return found !== null && start < end ? { start, end } : null
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}
