import type { BriefingFacts } from '../briefing/briefing'
import type { Root } from '../tree/tree'

/** What an importer makes of one file. */
export interface ImportedFile {
  /** Where it came from, as the person gave it. */
  readonly source: string
  /** The bytes that were read, kept as the original. */
  readonly bytes: Uint8Array
  /** SHA-256 of `bytes`, 64 lower-case hexadecimal digits. */
  readonly sha256: string
  /** Extension under which the original is kept, without the dot. */
  readonly extension: string
  readonly document: ImportedDocument
  readonly assets: readonly Asset[]
}

/** The briefing that stood in the file. */
export interface ImportedDocument extends BriefingFacts {
  readonly tree: Root
  /** Character encoding of the file, by its WHATWG name. */
  readonly encoding: string
  /** Sentences about what could not be brought in. */
  readonly warnings: readonly string[]
}

/** A picture that is stored with the briefing. */
export interface Asset {
  /** `<sha256>.<ext>`, as `img` elements name it. */
  readonly name: string
  readonly bytes: Uint8Array
}
