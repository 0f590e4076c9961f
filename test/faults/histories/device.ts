import { existsSync, rmSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import type { FileSystem } from '../../../src/main/store/files/file-system'
import type { OpenLibrary } from '../../../src/main/store/library/file-library'
import { openLibrary } from '../../../src/main/store/open-library'
import { becomeDevice } from './device-identity'

/** One of the devices: its own folders, its own id, its own clock. */
export class Device {
  readonly id: string
  /** Its copy of the library. */
  readonly root: string
  /** What its clock says; RFC 3339 in UTC. */
  now = '2024-01-01T00:00:00.000Z'
  readonly #folder: string
  readonly #files: FileSystem
  #library: OpenLibrary | null = null

  constructor(folder: string, id: string, files: FileSystem) {
    this.id = id
    this.root = join(folder, 'library')
    this.#folder = folder
    this.#files = files
  }

  /** The same id in every run, so that a seed always gives the same history. */
  async start(): Promise<void> {
    becomeDevice(join(this.#folder, 'config'), this.id)
    await this.reopen()
  }

  get library(): OpenLibrary {
    if (this.#library === null) throw new Error('the device was not started')
    return this.#library
  }

  async close(): Promise<void> {
    await this.#library?.close()
  }

  /**
   * As after a quiet night: folders were last changed long before the catalogue is kept, so that it is
   * believed when the library is opened again.
   */
  async rest(briefings: readonly string[]): Promise<void> {
    for (const id of briefings) {
      const folder = join(this.root, 'briefings', id)
      if (!existsSync(folder)) continue
      const changed = new Date(statSync(folder).mtimeMs - NIGHT_MS)
      utimesSync(folder, changed, changed)
    }
    await this.library.upkeep.lookForChanges(null)
  }

  async reopen(cache?: 'without a cache'): Promise<void> {
    await this.close()
    const cacheFolder = join(this.#folder, 'cache')
    if (cache !== undefined) rmSync(cacheFolder, { recursive: true, force: true })
    this.#library = await openLibrary({
      path: this.root,
      configFolder: join(this.#folder, 'config'),
      cacheFolder,
      clock: () => this.now,
      create: true,
      files: this.#files
    })
  }
}

const NIGHT_MS = 8 * 3_600_000
