import { dirname } from 'node:path'
import type { FileSystem } from '../files/file-system'
import { discardFile, writeWhole } from '../files/write-whole'

/**
 * Says that a catalogue was kept when its library was closed, and that nothing was written since.
 *
 * It is gone, down to the disk, before anything can be written: what a crash leaves is looked at file
 * by file, and what was closed in order is not.
 */
export class ClosedMarker {
  readonly #files: FileSystem
  readonly #path: string

  constructor(files: FileSystem, cataloguePath: string) {
    this.#files = files
    this.#path = `${cataloguePath}.closed`
  }

  /** Take it away; answers the checksum of the catalogue that it spoke of, or `null` when it was not there. */
  async take(): Promise<string | null> {
    const bytes = await this.#files.read(this.#path).catch(() => null)
    if (bytes === null) return null
    try {
      await this.#files.removeFile(this.#path)
      await this.#files.syncFolder(dirname(this.#path))
      return new TextDecoder().decode(bytes)
    } catch {
      // What cannot be taken away would lie after the next change.
      return null
    }
  }

  /** Put it back when the library is closed. */
  async put(checksum: string): Promise<void> {
    await writeWhole(this.#files, this.#path, Buffer.from(checksum)).catch(() =>
      discardFile(this.#files, this.#path)
    )
  }
}
