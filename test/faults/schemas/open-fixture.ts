import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FileSystem } from '../../../src/main/store/files/file-system'
import { nodeFiles } from '../../../src/main/store/files/node-files'
import type { OpenLibrary } from '../../../src/main/store/library/file-library'
import { openLibrary } from '../../../src/main/store/open-library'
import { becomeDevice } from '../histories/device-identity'

/** The device that imported and renamed, and the one that changed marks at the same time. */
export const FIRST_DEVICE = '1111111111111111'
export const SECOND_DEVICE = '2222222222222222'

/** A library as schema 1 wrote it, stored as plain files. */
const FROZEN = join(import.meta.dirname, 'schema-1', 'library')

/** A copy of a frozen library that a test may do anything to. */
export interface LibraryCopy {
  readonly root: string
  /** Each time as the device that is asked for, with an empty cache, on the day after it was frozen. */
  open(device: string, files?: FileSystem): Promise<OpenLibrary>
  remove(): Promise<void>
}

/** Copy the frozen library. */
export async function copyOfFrozen(): Promise<LibraryCopy> {
  const place = await emptyCopy()
  await cp(FROZEN, place.root, { recursive: true })
  return place
}

/** As `copyOfFrozen`, with nothing in it yet. */
export async function emptyCopy(): Promise<LibraryCopy> {
  const folder = await mkdtemp(join(tmpdir(), 'schema-'))
  const root = join(folder, 'library')
  return {
    root,
    async open(device, files = nodeFiles) {
      const own = await mkdtemp(join(folder, 'device-'))
      becomeDevice(join(own, 'config'), device)
      return openLibrary({
        ...{ path: root, configFolder: join(own, 'config'), cacheFolder: join(own, 'cache') },
        clock: () => '2024-06-02T08:00:00.000Z',
        create: true,
        files
      })
    },
    remove: () => rm(folder, { recursive: true, force: true })
  }
}
