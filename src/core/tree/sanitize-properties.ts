import type * as Hast from 'hast'
import { LINK_ADDRESS } from './tree-schema'
import type { Properties, TagName } from './tree'

/** A picture that was brought in: the name of its asset and its size in pixels. */
export interface StoredPicture {
  readonly asset: string
  readonly width: number
  readonly height: number
}

const LANGUAGE_TAG = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/

/** `lang` and `dir`, where they are valid. */
export function universalProperties({ lang, dir }: Hast.Properties): Properties {
  const language = typeof lang === 'string' && LANGUAGE_TAG.test(lang) ? lang : null
  const direction = typeof dir === 'string' ? directionOf(dir.toLowerCase()) : null
  return {
    ...(language === null ? {} : { lang: language }),
    ...(direction === null ? {} : { dir: direction })
  }
}

/** Everything that an element of the closed set keeps of its HTML attributes. */
export function propertiesOf(tagName: TagName, properties: Hast.Properties): Properties {
  const universal = universalProperties(properties)
  if (tagName === 'td' || tagName === 'th') return { ...universal, ...cellProperties(properties) }
  if (tagName === 'ol') {
    const start = wholeNumber(properties['start'])
    return start === null || start === 1 ? universal : { ...universal, start }
  }
  return universal
}

/** The address of a link as it is kept, or `null` when it is none that may be opened. */
export function linkAddress(href: Hast.Properties[string]): string | null {
  if (typeof href !== 'string') return null
  // As the URL Standard does it: control characters and space around, tab and line ends inside.
  const address = readable(href.replace(/^[\0-\x20]+|[\0-\x20]+$|[\t\n\r]+/g, ''))
  return LINK_ADDRESS.test(address) ? address : null
}

/** What an `img` keeps, or `null` when there is nothing to show of it. */
export function pictureProperties(
  { src, alt }: Hast.Properties,
  pictures: ReadonlyMap<string, StoredPicture>
): Properties | null {
  const stored = typeof src === 'string' ? pictures.get(src) : undefined
  const description = typeof alt === 'string' ? { alt: readable(alt).replace(/\s+/g, ' ').trim() } : {}
  if (stored !== undefined) return { ...stored, ...description }
  const source = typeof src === 'string' ? placeholderSource(src) : null
  if (source === null && (description.alt ?? '') === '') return null
  return { ...(source === null ? {} : { source }), ...description }
}

/** Text without what nobody can see or a document cannot hold: control characters, lone surrogates. */
export function readable(value: string): string {
  return withoutControls(value).toWellFormed()
}

function withoutControls(value: string): string {
  return value.replace(/[\0-\x08\x0b\x0e-\x1f\x7f-\x9f]/g, '')
}

/** Only an address or a path says anything to a person; `data:` and `javascript:` do not. */
function placeholderSource(src: string): string | null {
  const address = readable(src.replace(/[\t\n\r\f]+/g, '')).trim()
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase()
  const isTold = scheme === undefined || scheme === 'http' || scheme === 'https' || scheme === 'file'
  return isTold && address !== '' ? address : null
}

function cellProperties({ colSpan, rowSpan, align }: Hast.Properties): Properties {
  const columns = wholeNumber(colSpan)
  const rows = wholeNumber(rowSpan)
  const alignment = typeof align === 'string' ? alignmentOf(align.toLowerCase()) : null
  return {
    ...(columns !== null && columns > 1 ? { colSpan: Math.min(columns, 1000) } : {}),
    ...(rows !== null && rows > 1 ? { rowSpan: Math.min(rows, 65534) } : {}),
    ...(alignment === null ? {} : { align: alignment })
  }
}

function wholeNumber(value: Hast.Properties[string]): number | null {
  const number = typeof value === 'string' ? Number.parseInt(value, 10) : value
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : null
}

function alignmentOf(value: string): 'left' | 'center' | 'right' | null {
  return value === 'left' || value === 'center' || value === 'right' ? value : null
}

function directionOf(value: string): 'ltr' | 'rtl' | 'auto' | null {
  return value === 'ltr' || value === 'rtl' || value === 'auto' ? value : null
}
