import type { FileSystem } from '../../src/main/store/files/file-system'
import type { OpenLibrary } from '../../src/main/store/library/file-library'

/** What a promise is tried on: the store as it is, or the store with a bug planted in it. */
export interface Subject {
  readonly name: string
  /** The file system that the store is given, over the one that is recorded, failed or damaged. */
  readonly files: (disk: FileSystem) => FileSystem
  /** The library that the person's changes go to. */
  readonly library: (library: OpenLibrary) => OpenLibrary
}

/** The store as it is. */
export const REAL: Subject = { name: 'the store', files: (disk) => disk, library: (library) => library }
