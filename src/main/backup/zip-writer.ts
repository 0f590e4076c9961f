import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { FileSystem, WritableFile } from '../store/files/file-system'
import { writeAll } from '../store/files/write-whole'

/** What was written of one entry. */
export interface WrittenEntry {
  readonly size: number
  /** Lower-case hexadecimal. */
  readonly sha256: string
}

/** Writes a zip entry by entry; of what goes through it nothing is kept. */
export class ZipWriter {
  readonly #zip = new ZipFile()
  readonly #file: WritableFile
  readonly #written: Promise<void>
  #failure: { readonly error: unknown } | null = null
  /** Tells the entry that is being added. */
  #fail: (error: unknown) => void = () => undefined

  private constructor(file: WritableFile) {
    this.#file = file
    this.#written = this.#pump()
    // Whoever adds an entry, or finishes, hears of it.
    this.#written.catch((error: unknown) => {
      this.#failure = { error }
      this.#fail(error)
    })
  }

  /** A new file at `path`; fails when there is one. */
  static async create(files: FileSystem, path: string): Promise<ZipWriter> {
    return new ZipWriter(await files.create(path, 0o600))
  }

  /** Add an entry; resolves when all of it has gone into the zip. One at a time. */
  async add(path: string, pieces: Iterable<string | Uint8Array>): Promise<WrittenEntry> {
    const hash = createHash('sha256')
    let size = 0
    const counted = function* (): Generator<Buffer> {
      for (const piece of pieces) {
        const bytes = Buffer.from(piece)
        hash.update(bytes)
        size += bytes.length
        yield bytes
      }
    }
    await new Promise<void>((resolve, reject) => {
      if (this.#failure !== null) return reject(this.#failure.error)
      this.#fail = reject
      this.#zip.addReadStreamLazy(path, { mode: 0o100600 }, (give) => {
        const stream = Readable.from(counted(), { objectMode: false })
        stream.once('end', resolve).once('error', reject)
        give(null, stream)
      })
    })
    return { size, sha256: hash.digest('hex') }
  }

  /** Resolves when everything is on the disk. */
  async finish(comment: string): Promise<void> {
    this.#zip.end({ comment, forceZip64Format: false })
    await this.#written
    await this.#file.sync()
    await this.#file.close()
  }

  /** Close the file without finishing: it is no zip. */
  async abandon(): Promise<void> {
    await this.#file.close().catch(() => undefined)
  }

  async #pump(): Promise<void> {
    for await (const chunk of this.#zip.outputStream) await writeAll(this.#file, Buffer.from(chunk))
  }
}
