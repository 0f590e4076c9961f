import type { StoredPicture } from '../tree/sanitize-properties'
import type { Root } from '../tree/tree'

/** What a format's reader makes of a file, before what all formats have in common is added. */
export interface Draft {
  readonly tree: Root
  /** As the file says it, or `null` when the text must give one. */
  readonly title: string | null
  /** `YYYY-MM-DD` */
  readonly date: string | null
  /** BCP 47, as the file says it. */
  readonly language: string | null
  readonly tags: readonly string[]
  readonly sourceUrl: string | null
  /** Sentences about what could not be brought in. */
  readonly warnings: readonly string[]
}

/** Stores the pictures that a text names; those that are not in its answer become placeholders. */
export type StorePictures = (addresses: readonly string[]) => Promise<ReadonlyMap<string, StoredPicture>>
