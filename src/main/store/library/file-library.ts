import type { Annotation } from '#core/annotation/annotation'
import type { AnnotationVersion } from '#core/annotation/annotation-version'
import type { Briefing, BriefingSummary, EditionFacts, ReadingPosition } from '#core/briefing/briefing'
import type { LibraryFault } from '#core/contract/api'
import type { ImportedFile } from '#core/import/imported-file'
import type { ParagraphMarking } from '#core/marking/paragraph-marking'
import { ReaderError } from '#core/problem/reader-error'
import type { Library } from '#core/service/ports'
import { type ChangedMark, withChangedMark } from '#core/store/summary'
import type { Trash, TrashItems } from '#core/trash/trash'
import type { Root } from '#core/tree/tree'
import type { BriefingFolder } from '../briefing/briefing-folder'
import type { Catalogue } from '../catalogue/catalogue'
import { checkLibrary } from '../check/check-library'
import { BriefingAccess } from './briefing-access'
import type { LibraryContext } from './context'
import { LibraryEditions } from './library-editions'
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
  readonly #access: BriefingAccess
  readonly #editions: LibraryEditions

  constructor(parts: FileLibraryParts) {
    this.path = parts.path
    this.isReadOnly = parts.isReadOnly
    this.root = parts.context.root
    this.#parts = parts
    this.#access = new BriefingAccess(parts)
    this.#editions = new LibraryEditions({ ...parts, access: this.#access })
    this.upkeep = new Upkeep(parts)
  }

  list(): Promise<readonly BriefingSummary[]> {
    return this.#parts.catalogue.list()
  }

  find(id: string): Promise<Briefing | null> {
    return this.#access.find(id)
  }

  withdrawEdition(id: string, sha256: string): Promise<BriefingSummary> {
    return this.#editions.setWithdrawn(id, sha256, true)
  }

  restoreEdition(id: string, sha256: string): Promise<BriefingSummary> {
    return this.#editions.setWithdrawn(id, sha256, false)
  }

  tree(id: string, edition: number): Promise<Root> {
    return this.#editions.tree(id, edition)
  }

  original(id: string, edition: number): Promise<Uint8Array> {
    return this.#editions.original(id, edition)
  }

  file(id: string, edition: number): Promise<ImportedFile> {
    return this.#editions.file(id, edition)
  }

  editions(id: string): Promise<readonly EditionFacts[]> {
    return this.#editions.facts(id)
  }

  asset(id: string, name: string): Promise<Uint8Array | null> {
    return this.#editions.asset(id, name)
  }

  add(file: ImportedFile): Promise<BriefingSummary> {
    return this.#editions.add(file)
  }

  addEdition(id: string, file: ImportedFile): Promise<BriefingSummary> {
    return this.#editions.addTo(id, file)
  }

  holdersOf(sha256: string): Promise<readonly string[]> {
    return this.#editions.holdersOf(sha256)
  }

  rename(id: string, title: string): Promise<BriefingSummary> {
    return this.#access.change(id, async (folder) => {
      await folder.rename(title)
      return (await this.#parts.catalogue.refresh(id))?.summary ?? this.#access.refuseUnknown(id)
    })
  }

  setMarking(id: string, marking: string | null): Promise<BriefingSummary> {
    return this.#access.change(id, async (folder) => {
      await folder.setMarking(marking)
      return (await this.#parts.catalogue.refresh(id))?.summary ?? this.#access.refuseUnknown(id)
    })
  }

  paragraphMarkings(id: string): Promise<readonly ParagraphMarking[]> {
    return this.#access.read(id, (folder) => folder.paragraphMarkings())
  }

  saveParagraphMarkings(id: string, markings: readonly ParagraphMarking[]): Promise<void> {
    return this.#access.change(id, async (folder) => {
      await folder.saveParagraphMarkings(markings)
      await this.#parts.catalogue.note(id, (briefing) => briefing)
    })
  }

  annotations(id: string): Promise<readonly Annotation[]> {
    return this.#access.read(id, (folder) => folder.annotations())
  }

  annotation(briefing: string, id: string): Promise<Annotation | null> {
    return this.#access.read(briefing, (folder) => folder.annotation(id))
  }

  saveAnnotation(annotation: Annotation): Promise<void> {
    return this.saveAnnotations(annotation.briefing, [annotation])
  }

  deleteAnnotation(briefing: string, id: string): Promise<void> {
    return this.deleteAnnotations(briefing, [id])
  }

  async restoreAnnotation(briefing: string, id: string): Promise<Annotation> {
    const [restored] = await this.restoreAnnotations(briefing, [id])
    if (restored === undefined) throw new ReaderError({ code: 'annotation-unknown', id })
    return restored
  }

  saveAnnotations(briefing: string, annotations: readonly Annotation[]): Promise<void> {
    return this.#access.change(briefing, async (folder) =>
      this.#note(folder, await folder.saveAnnotations(annotations))
    )
  }

  deleteAnnotations(briefing: string, ids: readonly string[]): Promise<void> {
    return this.#access.change(briefing, async (folder) =>
      this.#note(folder, await folder.deleteAnnotations(ids))
    )
  }

  restoreAnnotations(briefing: string, ids: readonly string[]): Promise<readonly Annotation[]> {
    return this.#access.change(briefing, async (folder) => {
      const changed = await folder.restoreAnnotations(ids)
      await this.#note(folder, changed)
      return changed.map(({ annotation }) => annotation)
    })
  }

  annotationVersions(briefing: string, id: string): Promise<readonly AnnotationVersion[]> {
    return this.#access.read(briefing, (folder) => folder.annotationVersions(id))
  }

  deleteBriefing(id: string): Promise<void> {
    return this.#access.change(id, () => this.#parts.trash.put(id))
  }

  async restoreBriefing(id: string): Promise<BriefingSummary> {
    this.#access.refuseReadOnly()
    return this.#access.doubting(id, async () => (await this.#parts.trash.bringBack(id)).summary)
  }

  trash(): Promise<Trash> {
    return this.#parts.trash.content()
  }

  expiredTrash(): Promise<TrashItems> {
    return this.#parts.trash.expired()
  }

  async deleteForGood(items: TrashItems): Promise<void> {
    this.#access.refuseReadOnly()
    await this.#parts.trash.deleteForGood(items)
  }

  readingPosition(id: string): Promise<ReadingPosition | null> {
    return this.#access.read(id, (folder) => folder.position())
  }

  saveReadingPosition(id: string, position: ReadingPosition): Promise<void> {
    return this.#access.change(id, async (folder) => {
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
    await this.#editions.settle()
    await this.#parts.briefings.settle()
    await this.#parts.catalogue.close()
  }

  #note({ id }: BriefingFolder, changed: readonly ChangedMark[]): Promise<void> {
    return this.#parts.catalogue.note(id, (briefing) => changed.reduce(withChangedMark, briefing))
  }
}
