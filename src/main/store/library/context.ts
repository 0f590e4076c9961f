import type { Surroundings } from '../documents/document-file'
import type { LibraryDocuments } from './library-documents'

/** What every part of an open library knows. */
export interface LibraryContext {
  /** The library's folder with links followed. */
  readonly root: string
  readonly device: string
  /** RFC 3339 in UTC. */
  readonly now: () => string
  readonly around: Surroundings
  readonly documents: LibraryDocuments
}
