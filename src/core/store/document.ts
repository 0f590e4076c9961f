import * as v from 'valibot'

/** The version of the library's format that this program writes and the newest that it understands. */
export const SCHEMA = 1

/** What a document holds; part of the document, so that a file under a wrong name is not taken for another. */
export type DocumentKind =
  'library' | 'meta' | 'marks' | 'state' | 'source' | 'history' | 'device' | 'known-libraries' | 'settings'

/** Everything below the checksum. Unknown fields are kept when a document is rewritten. */
export interface StoredDocument<Content> {
  readonly schema: number
  readonly kind: DocumentKind
  /** Counts the generations of this document, from 1. Of two valid copies the higher one is the newer. */
  readonly sequence: number
  readonly device: string
  readonly content: Content
}

/** What a file turned out to be once its checksum was found right. */
export type ParsedDocument<Content> =
  | { readonly state: 'valid'; readonly document: StoredDocument<Content> }
  /** Written by a newer program; `document` when what is known of it still fits. */
  | { readonly state: 'newer'; readonly document: StoredDocument<Content> | null }
  | { readonly state: 'damaged' }

/** How a kind of document is recognised, and what stands in for one that was never written. */
export interface DocumentType<Content> {
  readonly kind: DocumentKind
  readonly fits: (content: unknown) => content is Content
  readonly empty: Content
}

const Envelope = v.looseObject({
  schema: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  kind: v.string(),
  sequence: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  device: v.string(),
  content: v.unknown()
})

/** Read the JSON text of a document's body. */
export function parseDocument<Content>(body: string, type: DocumentType<Content>): ParsedDocument<Content> {
  const value = parseJson(body)
  if (!v.is(Envelope, value)) return { state: 'damaged' }
  const document = isDocument(value, type) ? value : null
  if (value.schema > SCHEMA) return { state: 'newer', document }
  return document === null ? { state: 'damaged' } : { state: 'valid', document }
}

/** A document that was never written: its first generation will be number 1. */
export function emptyDocument<Content>(type: DocumentType<Content>, device: string): StoredDocument<Content> {
  return { schema: SCHEMA, kind: type.kind, sequence: 0, device, content: type.empty }
}

/** The next generation of `document`; what this program does not know of it stays. */
export function nextGeneration<Content>(
  document: StoredDocument<Content>,
  content: Content
): StoredDocument<Content> {
  return { ...document, sequence: document.sequence + 1, content }
}

function isDocument<Content>(
  value: v.InferInput<typeof Envelope>,
  type: DocumentType<Content>
): value is v.InferInput<typeof Envelope> & StoredDocument<Content> {
  return value.kind === type.kind && type.fits(value.content)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
