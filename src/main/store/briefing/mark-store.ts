import { join } from 'node:path'
import { SCHEMA } from '#core/store/document'
import type { AnnotationEvent } from '#core/annotation/annotation-version'
import type { DayInUse } from '#core/store/days-in-use'
import { historiesAmong } from '#core/store/file-name'
import type { HistoryEntry } from '#core/store/history'
import {
  type MarkRecord,
  MARKS,
  type MarksContent,
  mergeMarks,
  type MergedMarks,
  type StoredAnnotation,
  withRecord,
  withoutWords
} from '#core/store/marks'
import { mergeVersions } from '#core/store/versioned'
import { nextVersion } from '#core/store/version-vector'
import { ReaderError } from '#core/problem/reader-error'
import { type AllContents, DeviceDocuments } from '../documents/device-documents'
import { HistoryFile } from '../documents/history-file'
import type { LibraryContext } from '../library/context'
import type { BriefingPlaces } from '../library/places'

/** Marks in one file, so that saving one costs the same in a briefing that has ten thousand. */
const RECORDS_PER_PART = 200

/** A change to one mark: what it is to be, and what that is called in its history. */
export interface MarkChange {
  readonly kind: AnnotationEvent
  readonly deleted: string | null
  /** Of a deletion. */
  readonly day?: DayInUse
  readonly purged?: boolean
  readonly annotation: StoredAnnotation
}

/** The marks of one briefing: all devices' are read, this device's are written. */
export class MarkStore {
  readonly #documents: DeviceDocuments<MarksContent>
  readonly #history: HistoryFile
  readonly #context: LibraryContext
  readonly #places: BriefingPlaces

  constructor(places: BriefingPlaces, context: LibraryContext) {
    const { device, around } = context
    this.#places = places
    this.#context = context
    this.#documents = new DeviceDocuments({
      folder: places.folder,
      kind: 'marks',
      type: MARKS,
      device,
      around
    })
    this.#history = new HistoryFile(places.history(device), around)
  }

  /** What all devices together say. */
  async merged(names: readonly string[]): Promise<MergedMarks> {
    return mergeMarks((await this.#documents.read(names)).contents)
  }

  /** The version of one mark that is shown, or `null` when it was never there. */
  async shown(names: readonly string[], id: string): Promise<MarkRecord | null> {
    return versionsOf((await this.#documents.read(names)).contents, id)[0] ?? null
  }

  /** The lines of all devices' histories about one mark, each file's in the order written. */
  async historyOf(
    names: readonly string[],
    id: string
  ): Promise<readonly { entry: HistoryEntry; isOwn: boolean }[]> {
    const { device, around } = this.#context
    const found = await Promise.all(
      historiesAmong(names).map(async (name) => {
        const entries = await new HistoryFile(join(this.#places.folder, name), around).read()
        return entries.map((entry) => ({ entry, isOwn: name.includes(device) }))
      })
    )
    return found.flat().filter(({ entry }) => entry.record.id === id)
  }

  /**
   * Change the mark with this id to what `decide` makes of the version that is shown. Answers that
   * version and the new one, which is on the disk. Changes must be made one after the other.
   */
  async change(
    names: readonly string[],
    id: string,
    decide: (shown: MarkRecord | null) => MarkChange
  ): Promise<{ before: MarkRecord | null; after: MarkRecord }> {
    const { contents, newer } = await this.#documents.read(names)
    if (newer) throw new ReaderError({ code: 'library-newer', path: this.#context.around.library })
    const versions = versionsOf(contents, id)
    const before = versions[0] ?? null
    const { kind, ...change } = decide(before)
    const after = this.#nextRecord(id, versions, change)
    await this.#history.append({ schema: SCHEMA, kind, record: after })
    await this.#put(after)
    return { before, after }
  }

  /**
   * Forget the words of these marks and their history, in this device's files. That they were deleted
   * is written before anything is forgotten.
   */
  async purge(names: readonly string[], ids: readonly string[]): Promise<void> {
    const { contents } = await this.#documents.read(names)
    for (const id of ids) {
      const versions = versionsOf(contents, id)
      const [shown] = versions
      if (shown === undefined) continue
      const { deleted, annotation } = shown
      await this.#put(
        this.#nextRecord(id, versions, { deleted, annotation: withoutWords(annotation), purged: true })
      )
    }
    if (ids.length > 0) await this.#history.forget(({ record }) => ids.includes(record.id))
  }

  async #put(record: MarkRecord): Promise<void> {
    const part = this.#documents.own(await this.#partFor(record.id))
    await part.update((content) => withRecord(content, record))
  }

  /** What a newer version of the program wrote into a record stays in it. */
  #nextRecord(
    id: string,
    versions: readonly MarkRecord[],
    { annotation, ...change }: Omit<MarkChange, 'kind'>
  ): MarkRecord {
    const before = versions[0]
    return {
      ...(before === undefined ? {} : besideTrash(before)),
      id,
      version: nextVersion(
        versions.map(({ version }) => version),
        this.#context.device
      ),
      changed: this.#context.now(),
      ...change,
      annotation: { ...before?.annotation, ...annotation }
    }
  }

  /** The part that holds the mark; for a new one the last part, or one more when that is full. */
  async #partFor(id: string): Promise<number> {
    let last = 1
    let count = 0
    for (const part of this.#documents.parts) {
      const { records } = await this.#documents.own(part).read()
      if (records.some((record) => record.id === id)) return part
      last = part
      count = records.length
    }
    return count < RECORDS_PER_PART ? last : last + 1
  }
}

/** Of one mark, without merging all the others. */
function versionsOf(contents: AllContents<MarksContent>['contents'], id: string): readonly MarkRecord[] {
  return mergeVersions(contents.flatMap(({ records }) => records.filter((record) => record.id === id)))
}

/** A record without what only its going to the trash said. */
function besideTrash(record: MarkRecord): Omit<MarkRecord, 'day' | 'purged'> {
  const { day, purged, ...rest } = record
  return rest
}
