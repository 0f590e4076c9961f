import { join } from 'node:path'
import type { Annotation } from '#core/annotation/annotation'
import type { AnnotationVersion } from '#core/annotation/annotation-version'
import { briefingIdFrom } from '#core/briefing/briefing-id'
import type { Briefing, BriefingSummary, ReadingPosition } from '#core/briefing/briefing'
import type { LibraryFault } from '#core/contract/api'
import type { ImportedFile } from '#core/import/imported-file'
import { ReaderError } from '#core/problem/reader-error'
import type { Library } from '#core/service/ports'
import { ASSET_NAME } from '#core/store/stored-tree'
import { type ChangedMark, withChangedMark } from '#core/store/summary'
import type { Trash, TrashItems } from '#core/trash/trash'
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
import type { TrashCan } from './trash-can'
import { Upkeep } from './upkeep'

/** A library that is open; `close` when no more is asked of it. */
export interface OpenLibrary extends Library {
  /** Whether a newer program wrote it: everything can be read and nothing is changed. */
  readonly isReadOnly: boolean
  /** With links followed. */
  readonly root: string
  readonly upkeep: Upkeep
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
  readonly trash: TrashCan
}

/** The library in a folder. */
export class FileLibrary implements OpenLibrary {
  readonly path: string
  readonly isReadOnly: boolean
  readonly root: string
  readonly upkeep: Upkeep
  readonly #parts: FileLibraryParts
  readonly #imports = new Turns()

  constructor(parts: FileLibraryParts) {
    this.path = parts.path
    this.isReadOnly = parts.isReadOnly
    this.root = parts.context.root
    this.#parts = parts
    this.upkeep = new Upkeep(parts)
  }

  list(): Promise<readonly BriefingSummary[]> {
    return this.#parts.catalogue.list()
  }

  async find(id: string): Promise<Briefing | null> {
    const known = await this.#parts.catalogue.find(id)
    if (known?.trashed != null) throw new ReaderError({ code: 'briefing-in-trash', id })
    return known?.summary ?? null
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

  /** The same bytes again change nothing but bring a briefing back from the trash. */
  add(file: ImportedFile): Promise<BriefingSummary> {
    const id = briefingIdFrom(file.sha256)
    const { catalogue, context, trash } = this.#parts
    return this.#imports.take(async () => {
      this.#refuseReadOnly()
      const known = await catalogue.find(id)
      if (known !== null) return (await trash.bringBack(id)).summary
      await importEdition(id, file, context)
      const added = (await catalogue.refresh(id)) ?? (await trash.show(id))
      return added.summary
    })
  }

  rename(id: string, title: string): Promise<BriefingSummary> {
    return this.#change(id, async (folder) => {
      await folder.rename(title)
      return (await this.#parts.catalogue.refresh(id))?.summary ?? this.#refuseUnknown(id)
    })
  }

  annotations(id: string): Promise<readonly Annotation[]> {
    return this.#read(id, (folder) => folder.annotations())
  }

  saveAnnotation(annotation: Annotation): Promise<void> {
    return this.#change(annotation.briefing, async (folder) =>
      this.#note(folder, await folder.saveAnnotation(annotation))
    )
  }

  deleteAnnotation(briefing: string, id: string): Promise<void> {
    return this.#change(briefing, async (folder) => this.#note(folder, await folder.deleteAnnotation(id)))
  }

  restoreAnnotation(briefing: string, id: string): Promise<Annotation> {
    return this.#change(briefing, async (folder) => {
      const changed = await folder.restoreAnnotation(id)
      await this.#note(folder, changed)
      return changed.annotation
    })
  }

  annotationVersions(briefing: string, id: string): Promise<readonly AnnotationVersion[]> {
    return this.#read(briefing, (folder) => folder.annotationVersions(id))
  }

  deleteBriefing(id: string): Promise<void> {
    return this.#change(id, () => this.#parts.trash.put(id))
  }

  async restoreBriefing(id: string): Promise<BriefingSummary> {
    this.#refuseReadOnly()
    return this.#doubting(id, async () => (await this.#parts.trash.bringBack(id)).summary)
  }

  trash(): Promise<Trash> {
    return this.#parts.trash.content()
  }

  expiredTrash(): Promise<TrashItems> {
    return this.#parts.trash.expired()
  }

  async deleteForGood(items: TrashItems): Promise<void> {
    this.#refuseReadOnly()
    await this.#parts.trash.deleteForGood(items)
  }

  readingPosition(id: string): Promise<ReadingPosition | null> {
    return this.#read(id, (folder) => folder.position())
  }

  saveReadingPosition(id: string, position: ReadingPosition): Promise<void> {
    return this.#change(id, async (folder) => {
      await folder.savePosition(position)
      await this.#parts.catalogue.note(id, (briefing) => briefing)
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
    await this.#parts.catalogue.close()
  }

  async #read<Result>(id: string, action: (folder: BriefingFolder) => Promise<Result>): Promise<Result> {
    if ((await this.find(id)) === null) this.#refuseUnknown(id)
    return this.#parts.briefings.use(id, action)
  }

  async #change<Result>(id: string, action: (folder: BriefingFolder) => Promise<Result>): Promise<Result> {
    this.#refuseReadOnly()
    return this.#doubting(id, () => this.#read(id, action))
  }

  async #doubting<Result>(id: string, action: () => Promise<Result>): Promise<Result> {
    try {
      return await action()
    } catch (error) {
      this.#parts.catalogue.doubt(id)
      throw error
    }
  }

  #note({ id }: BriefingFolder, changed: ChangedMark): Promise<void> {
    return this.#parts.catalogue.note(id, (briefing) => withChangedMark(briefing, changed))
  }

  #refuseReadOnly(): void {
    if (this.isReadOnly) throw new ReaderError({ code: 'library-newer', path: this.path })
  }

  #refuseUnknown(id: string): never {
    throw new ReaderError({ code: 'briefing-unknown', id, nearest: null })
  }
}
