import { join } from 'node:path'
import { reading } from '../files/failures'
import { discardFile } from '../files/write-whole'
import type { LibraryContext } from '../library/context'

/** The names in a briefing's folder. */
export class FolderNames {
  readonly #folder: string
  readonly #context: LibraryContext
  #isClean = false

  constructor(folder: string, context: LibraryContext) {
    this.#folder = folder
    this.#context = context
  }

  async read(): Promise<readonly string[]> {
    const { files } = this.#context.around
    const names = await reading(this.#folder, () => files.names(this.#folder))
    if (!this.#isClean) await this.#cleanAway(names)
    return names
  }

  /** What a crash left of this device's own writing; before anything is written, so nothing is in use. */
  async #cleanAway(names: readonly string[]): Promise<void> {
    this.#isClean = true
    const { device, around } = this.#context
    if (!around.mayWrite()) return
    for (const name of names) {
      if (!name.startsWith('.') || !name.endsWith('.tmp') || !name.includes(device)) continue
      await discardFile(around.files, join(this.#folder, name))
    }
  }
}
