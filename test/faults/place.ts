import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LibraryOptions } from '../../src/main/store/open-library'

/** Folders for one library and for what its devices keep elsewhere, all under `root`. */
export interface Place {
  readonly root: string
  readonly library: string
  options(overrides?: Partial<LibraryOptions> & { readonly device?: string }): LibraryOptions
  remove(): Promise<void>
}

/** The same time always, for cases in which the clock is not the question. */
export const NOON = '2026-03-01T12:00:00.000Z'

/** Folders under `root`; nothing is made yet. */
export function placeAt(root: string): Place {
  const library = join(root, 'library')
  return {
    root,
    library,
    options: ({ device = 'one', ...overrides } = {}) => ({
      path: library,
      configFolder: join(root, device, 'config'),
      cacheFolder: join(root, device, 'cache'),
      clock: () => NOON,
      create: true,
      ...overrides
    }),
    remove: () => rm(root, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** A new place on the disk, where `fsync` costs what it costs. */
export async function placeOnDisk(): Promise<Place> {
  return placeAt(await mkdtemp(join(tmpdir(), 'faults-')))
}

/** A new place in memory where the system has such a folder: for the many cases that ask nothing of the disk. */
export async function placeInMemory(): Promise<Place> {
  return placeAt(await mkdtemp(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'faults-')))
}
