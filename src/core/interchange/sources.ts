/** What a briefing goes by outside the library. */
export interface KnownAs {
  readonly id: string
  /** The address that it was published at. */
  readonly sourceUrl: string | null
  /** The files of its editions; their folders are passed over. */
  readonly fileNames: readonly string[]
}

/**
 * Whether a document that an annotation names is this briefing.
 *
 * `unknown`: nothing says that it is, and nothing that it is not. A relative address, or that of a file,
 * means something only where it was written; so does any address for a briefing whose own is not known.
 */
export type SourceMatch = 'this' | 'other' | 'unknown'

/** Compare what an annotation names as its source with what is known of the briefing (docs/decisions/0014). */
export function matchSource(source: string | null, known: KnownAs): SourceMatch {
  if (source === null) return 'unknown'
  const uuid = /^urn:uuid:(.*)$/iu.exec(source)?.[1]?.toLowerCase()
  if (uuid !== undefined) return uuid === known.id ? 'this' : 'other'
  if (isOnTheWeb(source)) {
    if (known.sourceUrl === null) return 'unknown'
    return comparable(source) === comparable(known.sourceUrl) ? 'this' : 'other'
  }
  return known.fileNames.some((name) => lastSegment(name) === lastSegment(source)) ? 'this' : 'unknown'
}

function isOnTheWeb(address: string): boolean {
  return /^(?:https?:)?\/\//iu.test(address)
}

/**
 * An address without what does not tell documents apart: the scheme, the case of the host, a `www.`, the
 * fragment (RFC 3986, section 6), and a slash at the end.
 */
function comparable(address: string): string {
  const [, host = '', rest = ''] = /^(?:https?:)?\/\/([^/?#]*)([^#]*)/iu.exec(address) ?? []
  return `${host
    .toLowerCase()
    .replace(/^www\./u, '')
    .replace(/:(?:80|443)$/u, '')}${rest.replace(/\/$/u, '')}`
}

function lastSegment(path: string): string {
  const name =
    path
      .replace(/[?#].*$/u, '')
      .split(/[/\\]/u)
      .at(-1) ?? ''
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
