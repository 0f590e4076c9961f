import { join } from 'node:path'
import type { Annotation } from '#core/annotation/annotation'
import type { AnnotationVersion } from '#core/annotation/annotation-version'
import type { ReadingPosition } from '#core/briefing/briefing'
import { annotationVersions } from '#core/store/history'
import {
  annotationOf,
  liveAnnotations,
  type MarkRecord,
  recordsInTrash,
  storedAnnotation
} from '#core/store/marks'
import { withField } from '#core/store/meta'
import { mergeParagraphMarkings } from '#core/store/paragraph-markings'
import { type BriefingRecords, type ChangedMark, trashVersions } from '#core/store/summary'
import type { ImportedFile } from '#core/import/imported-file'
import type { ParagraphMarking } from '#core/marking/paragraph-marking'
import { ReaderError } from '#core/problem/reader-error'
import { Turns } from '../documents/turns'
import type { LibraryContext } from '../library/context'
import { briefingsFolder, type BriefingPlaces, placesOfBriefing } from '../library/places'
import { Details } from './details'
import { type Edition, Editions } from './editions'
import { FolderNames } from './folder-names'
import { importEdition } from './import-edition'
import { MarkStore, type MarkWish } from './mark-store'

/** One briefing on disk. Changes to it are made one after the other. */
export class BriefingFolder {
  readonly id: string
  readonly places: BriefingPlaces
  readonly #context: LibraryContext
  readonly #editions: Editions
  readonly #marks: MarkStore
  readonly #details: Details
  readonly #folder: FolderNames
  readonly #turns = new Turns()

  constructor(id: string, context: LibraryContext) {
    this.id = id
    this.places = placesOfBriefing(join(briefingsFolder(context.root), id))
    this.#context = context
    this.#editions = new Editions(id, this.places.editions, context)
    this.#marks = new MarkStore(this.places, context)
    this.#details = new Details(this.places.folder, context)
    this.#folder = new FolderNames(this.places.folder, context)
  }

  /** Those that are here and were not taken back, in the order of their numbers. */
  async editions(): Promise<readonly Edition[]> {
    const withdrawn = await this.#details.withdrawn(await this.#names())
    const editions = await this.#editions.read()
    return editions.filter(({ source }) => !withdrawn.includes(source.sha256))
  }

  /** @throws ReaderError `edition-unknown` */
  async edition(number: number): Promise<Edition> {
    const edition = (await this.editions())[number - 1]
    if (edition === undefined)
      throw new ReaderError({ code: 'edition-unknown', id: this.id, edition: number })
    return edition
  }

  /** Everything that the catalogue's line is made of. */
  async records(): Promise<BriefingRecords> {
    const names = await this.#names()
    const [editions, meta, marks] = await Promise.all([
      this.editions(),
      this.#details.read(names),
      this.#marks.merged(names)
    ])
    return {
      id: this.id,
      editions: editions.map(({ source }) => source),
      meta,
      marks,
      purged: this.#context.documents.purgedOf(this.id)
    }
  }

  /** The live ones, in no order. */
  async annotations(): Promise<readonly Annotation[]> {
    return liveAnnotations(await this.#marks.merged(await this.#names()), await this.#hashes())
  }

  /** A live one, or `null`. */
  async annotation(id: string): Promise<Annotation | null> {
    const shown = await this.#marks.shown(await this.#names(), id)
    return shown?.deleted === null ? annotationOf(shown, await this.#hashes()) : null
  }

  /** Those in the trash whose edition is here. */
  async annotationsInTrash(): Promise<readonly { record: MarkRecord; annotation: Annotation }[]> {
    const hashes = await this.#hashes()
    return recordsInTrash(await this.#marks.merged(await this.#names())).flatMap((record) => {
      const annotation = annotationOf(record, hashes)
      return annotation === null ? [] : { record, annotation }
    })
  }

  /** @throws ReaderError `annotation-unknown` when it was never there. */
  async annotationVersions(id: string): Promise<readonly AnnotationVersion[]> {
    const names = await this.#names()
    const current = (await this.#marks.merged(names)).get(id)
    if (current === undefined) throw new ReaderError({ code: 'annotation-unknown', id })
    const lines = await this.#marks.historyOf(names, id)
    return annotationVersions({ lines, current, editions: await this.#hashes() })
  }

  /** Create each annotation, or replace the one with its id. */
  async saveAnnotations(annotations: readonly Annotation[]): Promise<readonly ChangedMark[]> {
    for (const edition of new Set(annotations.map(({ edition }) => edition))) await this.edition(edition)
    const hashes = await this.#hashes()
    return this.#changeMarks(
      annotations.map((annotation) => ({
        id: annotation.id,
        decide: (shown) => ({
          ...{ kind: 'saved', deleted: null },
          annotation: storedAnnotation(annotation, hashes, shown?.annotation ?? null)
        })
      }))
    )
  }

  /** @throws ReaderError `annotation-unknown` when one is not there or in the trash already; none is deleted then. */
  deleteAnnotations(ids: readonly string[]): Promise<readonly ChangedMark[]> {
    return this.#changeMarks(
      ids.map((id) => ({
        id,
        decide: (shown) => {
          if (shown?.deleted !== null) throw new ReaderError({ code: 'annotation-unknown', id })
          const { now, documents } = this.#context
          return { kind: 'deleted', deleted: now(), day: documents.today(), annotation: shown.annotation }
        }
      }))
    )
  }

  /** @throws ReaderError `annotation-unknown` when one was never there, or was deleted for good; none comes back then. */
  async restoreAnnotations(
    ids: readonly string[]
  ): Promise<readonly (ChangedMark & { annotation: Annotation })[]> {
    const changed = await this.#changeMarks(
      ids.map((id) => ({
        id,
        decide: (shown) => {
          if (shown === null || shown.purged === true)
            throw new ReaderError({ code: 'annotation-unknown', id })
          return { kind: 'restored', deleted: null, annotation: shown.annotation }
        }
      }))
    )
    return changed.map((mark) => {
      const annotation = annotationOf(mark.after, mark.editions)
      if (annotation === null) throw new ReaderError({ code: 'annotation-unknown', id: mark.after.id })
      return { ...mark, annotation }
    })
  }

  /** Forget the words of marks that are in the trash, in this device's files; those that are not are passed over. */
  purgeAnnotations(ids: readonly string[]): Promise<void> {
    return this.#turns.take(async () => {
      const names = await this.#names()
      const inTrash = recordsInTrash(await this.#marks.merged(names)).map((record) => record.id)
      await this.#marks.purge(
        names,
        ids.filter((id) => inTrash.includes(id))
      )
    })
  }

  rename(title: string): Promise<void> {
    return this.#turns.take(async () =>
      this.#details.setField(await this.#names(), 'title', (next) => ({ ...next, value: title }))
    )
  }

  setMarking(marking: string | null): Promise<void> {
    return this.#turns.take(async () =>
      this.#details.setField(await this.#names(), 'marking', (next) => ({ ...next, value: marking }))
    )
  }

  async paragraphMarkings(): Promise<readonly ParagraphMarking[]> {
    return mergeParagraphMarkings(await this.#details.read(await this.#names()), await this.#hashes())
  }

  /** @throws ReaderError `edition-unknown` */
  async saveParagraphMarkings(markings: readonly ParagraphMarking[]): Promise<void> {
    const said = await Promise.all(
      markings.map(async (said) => ({ ...said, edition: (await this.edition(said.edition)).source.sha256 }))
    )
    return this.#turns.take(async () => this.#details.markParagraphs(await this.#names(), said))
  }

  /** Bring in a file as a later edition; one that was taken back is shown again. */
  addEdition(file: ImportedFile): Promise<void> {
    return this.#turns.take(async () => {
      const withdrawn = await this.#details.withdrawn(await this.#names())
      if (withdrawn.includes(file.sha256))
        return this.#details.withdraw(await this.#names(), file.sha256, false)
      await this.#details.announce(await this.#names(), file.sha256)
      await importEdition(this.id, file, this.#context)
    })
  }

  /** Take back the import of a later edition, or with `false` show it again; its files stay in either case. */
  setWithdrawn(edition: string, isWithdrawn: boolean): Promise<void> {
    return this.#turns.take(async () => this.#details.withdraw(await this.#names(), edition, isWithdrawn))
  }

  /** Put the briefing into the trash, or with `null` back among the others. */
  setTrashed(value: string | null): Promise<void> {
    const { documents } = this.#context
    return this.#turns.take(async () =>
      this.#details.change(await this.#names(), (meta, next) => {
        const versions = trashVersions({ meta, purged: documents.purgedOf(this.id) })
        const day = value === null ? {} : { day: documents.today() }
        return (own) => withField(own, 'trashed', { ...next(versions), value, ...day })
      })
    )
  }

  async position(): Promise<ReadingPosition | null> {
    return this.#details.position(await this.#names())
  }

  savePosition(value: ReadingPosition): Promise<void> {
    return this.#turns.take(async () => {
      const edition = (await this.#hashes()).at(-1) ?? ''
      await this.#details.savePosition(await this.#names(), edition, value)
    })
  }

  #changeMarks(wishes: readonly MarkWish[]): Promise<readonly ChangedMark[]> {
    return this.#turns.take(async () => {
      const changed = await this.#marks.change(await this.#names(), wishes)
      const editions = await this.#hashes()
      return changed.map((mark) => ({ ...mark, editions }))
    })
  }

  async #hashes(): Promise<readonly string[]> {
    return (await this.editions()).map(({ source }) => source.sha256)
  }

  #names(): Promise<readonly string[]> {
    return this.#folder.read()
  }
}
