import { join } from 'node:path'
import type { Annotation } from '#core/annotation/annotation'
import type { ReadingPosition } from '#core/briefing/briefing'
import { annotationOf, liveAnnotations, type MarkRecord } from '#core/store/marks'
import { META, type MetaContent, titleVersions, withTitle } from '#core/store/meta'
import { STATE, type StateContent } from '#core/store/state'
import type { BriefingRecords } from '#core/store/summary'
import { mergeVersions, type Versioned } from '#core/store/versioned'
import { nextVersion } from '#core/store/version-vector'
import { ReaderError } from '#core/problem/reader-error'
import { DeviceDocuments } from '../documents/device-documents'
import { Turns } from '../documents/turns'
import { reading } from '../files/failures'
import { discardFile } from '../files/write-whole'
import type { LibraryContext } from '../library/context'
import { briefingsFolder, type BriefingPlaces, placesOfBriefing } from '../library/places'
import { type Edition, Editions } from './editions'
import { type MarkChange, MarkStore, storedAnnotation } from './mark-store'

/** One briefing on disk. Changes to it are made one after the other. */
export class BriefingFolder {
  readonly id: string
  readonly places: BriefingPlaces
  readonly #context: LibraryContext
  readonly #editions: Editions
  readonly #marks: MarkStore
  readonly #meta: DeviceDocuments<MetaContent>
  readonly #state: DeviceDocuments<StateContent>
  readonly #turns = new Turns()
  #isClean = false

  constructor(id: string, context: LibraryContext) {
    const { root, device, around } = context
    this.id = id
    this.places = placesOfBriefing(join(briefingsFolder(root), id))
    this.#context = context
    const { folder } = this.places
    this.#editions = new Editions(id, this.places.editions, context)
    this.#marks = new MarkStore(this.places, context)
    this.#meta = new DeviceDocuments({ folder, kind: 'meta', type: META, device, around })
    this.#state = new DeviceDocuments({ folder, kind: 'state', type: STATE, device, around })
  }

  /** Those that are here, in the order of their numbers. */
  editions(): Promise<readonly Edition[]> {
    return this.#editions.read()
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
      this.#meta.read(names),
      this.#marks.merged(names)
    ])
    return {
      id: this.id,
      editions: editions.map(({ source }) => source),
      meta: meta.contents,
      marks: marks.marks
    }
  }

  /** The live ones, in no order. */
  async annotations(): Promise<readonly Annotation[]> {
    const { marks } = await this.#marks.merged(await this.#names())
    return liveAnnotations(marks, await this.#hashes())
  }

  /** Answers by how many the live annotations have become more. */
  async saveAnnotation(annotation: Annotation): Promise<number> {
    const { source } = await this.edition(annotation.edition)
    const stored = storedAnnotation(annotation, source.sha256)
    const { gained } = await this.#changeMark(annotation.id, () => ({
      kind: 'saved',
      deleted: null,
      annotation: stored
    }))
    return gained
  }

  /** @throws ReaderError `annotation-unknown` when it is not there or in the trash already. */
  async deleteAnnotation(id: string): Promise<number> {
    const { gained } = await this.#changeMark(id, (shown) => {
      if (shown?.deleted !== null) throw new ReaderError({ code: 'annotation-unknown', id })
      return { kind: 'deleted', deleted: this.#context.now(), annotation: shown.annotation }
    })
    return gained
  }

  /** @throws ReaderError `annotation-unknown` when it was never there. */
  async restoreAnnotation(id: string): Promise<{ annotation: Annotation; gained: number }> {
    const { after, gained } = await this.#changeMark(id, (shown) => {
      if (shown === null) throw new ReaderError({ code: 'annotation-unknown', id })
      return { kind: 'restored', deleted: null, annotation: shown.annotation }
    })
    const annotation = annotationOf(after, await this.#hashes())
    if (annotation === null) throw new ReaderError({ code: 'annotation-unknown', id })
    return { annotation, gained }
  }

  rename(title: string): Promise<void> {
    return this.#turns.take(async () => {
      const { contents, newer } = await this.#meta.read(await this.#names())
      this.#refuseNewer(newer)
      const versions = titleVersions(contents)
      const field = { ...versions[0], ...this.#nextVersion(versions), value: title }
      await this.#meta.own().update((content) => withTitle(content, field))
    })
  }

  async position(): Promise<ReadingPosition | null> {
    const { contents } = await this.#state.read(await this.#names())
    return mergeVersions(contents.flatMap(({ position }) => position ?? []))[0]?.value ?? null
  }

  savePosition(value: ReadingPosition): Promise<void> {
    return this.#turns.take(async () => {
      const { contents, newer } = await this.#state.read(await this.#names())
      this.#refuseNewer(newer)
      const versions = mergeVersions(contents.flatMap(({ position }) => position ?? []))
      const edition = (await this.#hashes()).at(-1) ?? ''
      const position = { ...versions[0], ...this.#nextVersion(versions), edition, value }
      await this.#state.own().update((content) => ({ ...content, position }))
    })
  }

  #changeMark(
    id: string,
    decide: (shown: MarkRecord | null) => MarkChange
  ): Promise<{ after: MarkRecord; gained: number }> {
    return this.#turns.take(async () => {
      const { before, after } = await this.#marks.change(await this.#names(), id, decide)
      const hashes = await this.#hashes()
      return { after, gained: Number(isLive(after, hashes)) - Number(isLive(before, hashes)) }
    })
  }

  #nextVersion(seen: readonly Versioned[]): Versioned {
    const versions = seen.map(({ version }) => version)
    return { version: nextVersion(versions, this.#context.device), changed: this.#context.now() }
  }

  #refuseNewer(newer: boolean): void {
    if (newer) throw new ReaderError({ code: 'library-newer', path: this.#context.around.library })
  }

  async #hashes(): Promise<readonly string[]> {
    return (await this.editions()).map(({ source }) => source.sha256)
  }

  async #names(): Promise<readonly string[]> {
    const { files } = this.#context.around
    const names = await reading(this.places.folder, () => files.names(this.places.folder))
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
      await discardFile(around.files, join(this.places.folder, name))
    }
  }
}

function isLive(record: MarkRecord | null, editions: readonly string[]): boolean {
  return record?.deleted === null && editions.includes(record.annotation.edition)
}
