import * as v from 'valibot'
import type { DocumentType } from './document'
import { DaysInUseSchema, type DaysInUse } from './days-in-use'
import { type Versioned, VersionVectorSchema } from './versioned'

/** `library.<device>.json`: its being there is what makes a folder a library. */
export interface LibraryContent {
  /** RFC 3339 in UTC: when this device first opened the library. */
  readonly created: string
  readonly collections: readonly unknown[]
  readonly savedSearches: readonly unknown[]
  /** The days on which this device had the library open. */
  readonly use?: DaysInUse
  /** Briefings that this device deleted for good. */
  readonly purged?: readonly PurgedBriefing[]
}

/**
 * That a briefing was deleted for good: a version of its `trashed` field which has seen those before.
 * What of it arrives afterwards from elsewhere is not shown unless it was restored there.
 */
export interface PurgedBriefing extends Versioned {
  readonly id: string
  /** Whether its files are gone; `false` when a crash may have cut their removal short. */
  readonly done: boolean
}

const LibrarySchema = v.looseObject({
  created: v.string(),
  collections: v.array(v.unknown()),
  savedSearches: v.array(v.unknown()),
  use: v.exactOptional(DaysInUseSchema),
  purged: v.exactOptional(
    v.array(
      v.looseObject({ id: v.string(), version: VersionVectorSchema, changed: v.string(), done: v.boolean() })
    )
  )
})

export const LIBRARY: DocumentType<LibraryContent> = {
  kind: 'library',
  fits: (content): content is LibraryContent => v.is(LibrarySchema, content),
  empty: { created: '', collections: [], savedSearches: [] }
}

/** `content` with what is known of one briefing's deletion. */
export function withPurged(content: LibraryContent, purged: PurgedBriefing): LibraryContent {
  const others = (content.purged ?? []).filter(({ id }) => id !== purged.id)
  return { ...content, purged: [...others, purged] }
}
