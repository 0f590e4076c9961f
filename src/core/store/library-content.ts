import * as v from 'valibot'
import type { DocumentType } from './document'

/** `library.<device>.json`: its being there is what makes a folder a library. */
export interface LibraryContent {
  /** RFC 3339 in UTC: when this device first opened the library. */
  readonly created: string
  readonly collections: readonly unknown[]
  readonly savedSearches: readonly unknown[]
}

const LibrarySchema = v.looseObject({
  created: v.string(),
  collections: v.array(v.unknown()),
  savedSearches: v.array(v.unknown())
})

export const LIBRARY: DocumentType<LibraryContent> = {
  kind: 'library',
  fits: (content): content is LibraryContent => v.is(LibrarySchema, content),
  empty: { created: '', collections: [], savedSearches: [] }
}
