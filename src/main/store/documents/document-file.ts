import type { Adapter } from 'lowdb'
import { basename, dirname } from 'node:path'
import type { DocumentType, StoredDocument } from '#core/store/document'
import { copyName } from '#core/store/file-name'
import { ReaderError } from '#core/problem/reader-error'
import { codeOf, writing } from '../files/failures'
import type { FileSystem } from '../files/file-system'
import { DAMAGED, setAside } from '../files/set-aside'
import { discardFile, placeFile, stageFile, stageFiles, writeWhole } from '../files/write-whole'
import { encodeDocument } from './encode-document'
import { otherCopyUsed, oneCopyDamaged } from './notices'
import { type CopyOnDisk, readCopies, readCopy } from './read-copy'

/** What every document needs to know of the library it lies in. */
export interface Surroundings {
  readonly files: FileSystem
  /** The library's folder, as it is named in what the person hears. */
  readonly library: string
  /** Whether anything may be written, be it only to mend. */
  readonly mayWrite: () => boolean
  /** Tell the person what was restored. */
  readonly tell: (sentence: string, path: string) => void
  /** Tell the person, once, what is damaged and was not restored. */
  readonly warn: (sentence: string) => void
}

/**
 * A document on disk, in two copies of the same generation, behind lowdb's `Low`.
 *
 * `write` resolves when both copies are on the disk. `read` takes the newer of the valid copies and
 * brings the other one up to it; what is damaged is set aside first, never overwritten.
 */
export class DocumentFile<Content> implements Adapter<StoredDocument<Content>> {
  readonly path: string
  readonly #type: DocumentType<Content>
  readonly #around: Surroundings

  constructor(path: string, type: DocumentType<Content>, around: Surroundings) {
    this.path = path
    this.#type = type
    this.#around = around
  }

  /** `null` when the document was never written. */
  async read(): Promise<StoredDocument<Content> | null> {
    const { files } = this.#around
    const [first, second] = await readCopies(files, [this.path, copyName(this.path)], this.#type)
    if (first.state === 'newer' || second.state === 'newer') return this.#readNewer(first, second)
    const best = newest(first, second)
    if (best !== null) {
      await this.#mend(best, [first, second])
      return best
    }
    if (first.state === 'missing' && second.state === 'missing' && !(await this.#wasSetAside())) return null
    await this.#setDamagedAside([first, second])
    throw new ReaderError({ code: 'library-damaged', path: this.path })
  }

  /**
   * Both copies are on the disk under temporary names before either gets its place, so that a full
   * disk changes nothing; then one after the other, so that one of them stands at any moment. When
   * only the first could be placed, the second still holds what was before and takes it back.
   */
  async write(document: StoredDocument<Content>): Promise<void> {
    const { files, library } = this.#around
    const bytes = encodeDocument(document)
    await writing({ library, path: this.path }, async () => {
      const paths = [this.path, copyName(this.path)]
      const staged = await stageFiles(files, paths, bytes)
      try {
        for (const file of staged) await placeFile(files, file)
      } catch (error) {
        for (const { temporary } of staged) await discardFile(files, temporary)
        await this.#takeBack(document)
        throw error
      }
    })
  }

  /** Write the first generation unless another process just did. */
  async create(document: StoredDocument<Content>): Promise<void> {
    const { files, library } = this.#around
    const bytes = encodeDocument(document)
    await writing({ library, path: this.path }, async () => {
      const { temporary } = await stageFile(files, this.path, bytes)
      try {
        await files.link(temporary, this.path)
      } catch (error) {
        if (codeOf(error) === 'EEXIST') return
        throw error
      } finally {
        await discardFile(files, temporary)
      }
      await files.syncFolder(dirname(this.path))
      await writeWhole(files, copyName(this.path), bytes)
    })
  }

  #readCopy(path: string): Promise<CopyOnDisk<Content>> {
    return readCopy(this.#around.files, path, this.#type)
  }

  /** Nothing is mended beside what a newer program wrote: it may keep its copies in another way. */
  #readNewer(...copies: readonly CopyOnDisk<Content>[]): StoredDocument<Content> {
    const newer = copies.find((copy) => copy.state === 'newer' && copy.document !== null)
    if (newer?.state === 'newer' && newer.document !== null) return newer.document
    throw new ReaderError({ code: 'library-newer', path: this.#around.library })
  }

  async #takeBack(unsaved: StoredDocument<Content>): Promise<void> {
    const second = await this.#readCopy(copyName(this.path)).catch(() => null)
    if (second?.state !== 'valid' || second.document.sequence !== unsaved.sequence - 1) return
    await writeWhole(this.#around.files, this.path, encodeDocument(second.document)).catch(() => undefined)
  }

  async #mend(best: StoredDocument<Content>, copies: readonly CopyOnDisk<Content>[]): Promise<void> {
    const paths = [this.path, copyName(this.path)]
    for (const [index, copy] of copies.entries()) {
      const path = paths[index]
      if (path === undefined || (copy.state === 'valid' && sameGeneration(copy.document, best))) continue
      await this.#mendCopy(path, copy.state === 'damaged', best)
    }
  }

  /** That a copy cannot be mended now (a full disk) is no reason to keep the other one from the reader. */
  async #mendCopy(path: string, damaged: boolean, best: StoredDocument<Content>): Promise<void> {
    const { files, mayWrite, tell } = this.#around
    const cleared = !damaged || (mayWrite() && (await setAside(files, path)))
    if (damaged) tell(cleared ? oneCopyDamaged(path) : otherCopyUsed(path), path)
    if (cleared && mayWrite()) await writeWhole(files, path, encodeDocument(best)).catch(() => undefined)
  }

  async #setDamagedAside(copies: readonly CopyOnDisk<Content>[]): Promise<void> {
    const { files, mayWrite } = this.#around
    if (!mayWrite()) return
    const paths = [this.path, copyName(this.path)]
    for (const [index, path] of paths.entries()) {
      if (copies[index]?.state === 'damaged') await setAside(files, path)
    }
  }

  /** A document whose copies were both set aside is not one that was never written. */
  async #wasSetAside(): Promise<boolean> {
    const names = await this.#around.files.names(dirname(this.path)).catch(() => [])
    return names.some((name) => name.startsWith(`${basename(this.path)}${DAMAGED}`))
  }
}

function newest<Content>(...copies: readonly CopyOnDisk<Content>[]): StoredDocument<Content> | null {
  let best: StoredDocument<Content> | null = null
  for (const copy of copies) {
    if (copy.state !== 'valid') continue
    if (best === null || copy.document.sequence > best.sequence) best = copy.document
  }
  return best
}

function sameGeneration(a: StoredDocument<unknown>, b: StoredDocument<unknown>): boolean {
  return a.sequence === b.sequence
}
