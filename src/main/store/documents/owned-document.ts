import { Low } from 'lowdb'
import {
  type DocumentType,
  emptyDocument,
  nextGeneration,
  SCHEMA,
  type StoredDocument
} from '#core/store/document'
import { ReaderError } from '#core/problem/reader-error'
import { Turns } from './turns'
import { DocumentFile, type Surroundings } from './document-file'

interface OwnedDocumentOptions<Content> {
  readonly path: string
  readonly type: DocumentType<Content>
  readonly device: string
  readonly around: Surroundings
}

/**
 * A document that this device writes: what is in memory is what is on the disk.
 *
 * Changes are made one after the other, each on what the one before left; a change that fails does
 * not fail those before or after it.
 */
export class OwnedDocument<Content> {
  readonly #low: Low<StoredDocument<Content>>
  readonly #type: DocumentType<Content>
  readonly #around: Surroundings
  #loaded = false
  readonly #turns = new Turns()

  constructor({ path, type, device, around }: OwnedDocumentOptions<Content>) {
    this.#type = type
    this.#around = around
    this.#low = new Low(new DocumentFile(path, type, around), emptyDocument(type, device))
  }

  /** What is on the disk, or the empty content when it was never written. */
  read(): Promise<Content> {
    return this.#turns.take(async () => {
      await this.#load()
      return this.#low.data.content
    })
  }

  /** Whether a newer program wrote it, which makes it read-only. */
  get isNewer(): boolean {
    return this.#low.data.schema > SCHEMA
  }

  /** Whether it was ever written. */
  get exists(): boolean {
    return this.#low.data.sequence > 0
  }

  /** Resolves when the changed content is on the disk, in both copies. */
  update(change: (content: Content) => Content | Promise<Content>): Promise<void> {
    return this.#turns.take(async () => {
      await this.#load()
      if (this.isNewer) throw new ReaderError({ code: 'library-newer', path: this.#around.library })
      const before = this.#low.data
      const content = await change(before.content)
      if (!this.#type.fits(content)) throw new Error(`${this.#type.kind}: would be written but not read`)
      this.#low.data = nextGeneration(before, content)
      try {
        await this.#low.write()
      } catch (error) {
        await this.#rollBack(before)
        throw error
      }
    })
  }

  async #load(): Promise<void> {
    if (this.#loaded) return
    await this.#low.read()
    this.#loaded = true
  }

  /** Memory must not show what the disk does not hold; where even reading fails, it is read again later. */
  async #rollBack(before: StoredDocument<Content>): Promise<void> {
    this.#low.data = before
    this.#loaded = false
    await this.#load().catch(() => undefined)
  }
}
