import { join } from 'node:path'
import type { Annotation } from '#core/annotation/annotation'
import { briefingIdFrom } from '#core/briefing/briefing-id'
import type { Briefing, BriefingSummary, ReadingPosition } from '#core/briefing/briefing'
import type { LibraryFault } from '#core/contract/api'
import type { ImportedFile } from '#core/import/imported-file'
import { ReaderError } from '#core/problem/reader-error'
import type { Library } from '#core/service/ports'
import { ASSET_NAME } from '#core/store/stored-tree'
import type { Root } from '#core/tree/tree'
import type { BriefingFolder } from '../briefing/briefing-folder'
import { readChecked, readOriginal, readTree } from '../briefing/edition-files'
import { importEdition } from '../briefing/import-edition'
import type { Catalogue } from '../catalogue/catalogue'
import { checkLibrary } from '../check/check-library'
import { Turns } from '../documents/turns'
import type { LibraryContext } from './context'
import { briefingsFolder, placesOfBriefing } from './places'
import type { Notices } from './notices'
import type { OpenBriefings } from './open-briefings'

/** A library that is open; `close` when no more is asked of it. */
export interface OpenLibrary extends Library {
  /** Whether a newer program wrote it: everything can be read and nothing is changed. */
  readonly isReadOnly: boolean
  close(): Promise<void>
}

interface FileLibraryParts {
  /** As the person named it. */
  readonly path: string
  readonly isReadOnly: boolean
  readonly context: LibraryContext
  readonly briefings: OpenBriefings
  readonly catalogue: Catalogue
  readonly notices: Notices
}

/** The library in a folder. */
export class FileLibrary implements OpenLibrary {
  readonly path: string
  readonly isReadOnly: boolean
  readonly #parts: FileLibraryParts
  readonly #imports = new Turns()

  constructor(parts: FileLibraryParts) {
    this.path = parts.path
    this.isReadOnly = parts.isReadOnly
    this.#parts = parts
  }

  list(): Promise<readonly BriefingSummary[]> {
    return this.#parts.catalogue.list()
  }

  async find(id: string): Promise<Briefing | null> {
    return this.#parts.catalogue.find(id)
  }

  async tree(id: string, edition: number): Promise<Root> {
    const { around } = this.#parts.context
    return this.#read(id, async (folder) => readTree(await folder.edition(edition), around))
  }

  async original(id: string, edition: number): Promise<Uint8Array> {
    const { around } = this.#parts.context
    return this.#read(id, async (folder) => readOriginal(await folder.edition(edition), around))
  }

  async asset(id: string, name: string): Promise<Uint8Array | null> {
    if (!ASSET_NAME.test(name) || (await this.find(id)) === null) return null
    const { context } = this.#parts
    const { assets } = placesOfBriefing(join(briefingsFolder(context.root), id))
    return readChecked(join(assets, name), name.slice(0, name.indexOf('.')), context.around)
  }

  /** The same bytes again change nothing and answer what is there. */
  add(file: ImportedFile): Promise<BriefingSummary> {
    const id = briefingIdFrom(file.sha256)
    return this.#imports.take(async () => {
      this.#refuseReadOnly()
      const known = await this.#parts.catalogue.find(id)
      if (known !== null) return known
      await importEdition(id, file, this.#parts.context)
      const added = await this.#parts.catalogue.refresh(id)
      if (added === null) throw new Error(`imported but not found: ${id}`)
      return added
    })
  }

  rename(id: string, title: string): Promise<BriefingSummary> {
    return this.#change(id, async (folder) => {
      await folder.rename(title)
      return (await this.#parts.catalogue.refresh(id)) ?? this.#refuseUnknown(id)
    })
  }

  annotations(id: string): Promise<readonly Annotation[]> {
    return this.#read(id, (folder) => folder.annotations())
  }

  saveAnnotation(annotation: Annotation): Promise<void> {
    return this.#change(annotation.briefing, async (folder) =>
      this.#gain(folder, await folder.saveAnnotation(annotation))
    )
  }

  deleteAnnotation(briefing: string, id: string): Promise<void> {
    return this.#change(briefing, async (folder) => this.#gain(folder, await folder.deleteAnnotation(id)))
  }

  restoreAnnotation(briefing: string, id: string): Promise<Annotation> {
    return this.#change(briefing, async (folder) => {
      const { annotation, gained } = await folder.restoreAnnotation(id)
      await this.#gain(folder, gained)
      return annotation
    })
  }

  readingPosition(id: string): Promise<ReadingPosition | null> {
    return this.#read(id, (folder) => folder.position())
  }

  saveReadingPosition(id: string, position: ReadingPosition): Promise<void> {
    return this.#change(id, async (folder) => {
      await folder.savePosition(position)
      await this.#gain(folder, 0)
    })
  }

  check(): Promise<readonly LibraryFault[]> {
    return checkLibrary(this.#parts.context, this.#parts.notices.mended)
  }

  takeNotices(): readonly string[] {
    return this.#parts.notices.take()
  }

  async close(): Promise<void> {
    await this.#imports.take(() => Promise.resolve())
    await this.#parts.briefings.settle()
    await this.#parts.catalogue.keep()
  }

  async #read<Result>(id: string, action: (folder: BriefingFolder) => Promise<Result>): Promise<Result> {
    if ((await this.find(id)) === null) this.#refuseUnknown(id)
    return this.#parts.briefings.use(id, action)
  }

  async #change<Result>(id: string, action: (folder: BriefingFolder) => Promise<Result>): Promise<Result> {
    this.#refuseReadOnly()
    return this.#read(id, action)
  }

  #gain(folder: BriefingFolder, gained: number): Promise<void> {
    return this.#parts.catalogue.note(folder.id, (summary) => ({
      ...summary,
      annotations: summary.annotations + gained
    }))
  }

  #refuseReadOnly(): void {
    if (this.isReadOnly) throw new ReaderError({ code: 'library-newer', path: this.path })
  }

  #refuseUnknown(id: string): never {
    throw new ReaderError({ code: 'briefing-unknown', id, nearest: null })
  }
}
