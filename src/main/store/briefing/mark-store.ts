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

/** A mark that is to be changed, and what to make of the version that is shown. */
export interface MarkWish {
  readonly id: string
  readonly decide: (shown: MarkRecord | null) => MarkChange
}

/** A mark as it was shown and as it is on the disk now. */
export interface ChangedRecord {
  readonly before: MarkRecord | null
  readonly after: MarkRecord
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
    const { contents } = await this.#documents.read(names)
    return versionsById(contents, new Set([id])).get(id)?.[0] ?? null
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
   * Change each of these marks to what `decide` makes of the version that is shown; no mark is named
   * twice. Answers those versions and the new ones, which are on the disk. Changes must be made one
   * after the other.
   */
  async change(names: readonly string[], wishes: readonly MarkWish[]): Promise<readonly ChangedRecord[]> {
    const { contents, newer } = await this.#documents.read(names)
    if (newer) throw new ReaderError({ code: 'library-newer', path: this.#context.around.library })
    const known = versionsById(contents, new Set(wishes.map(({ id }) => id)))
    const changed = wishes.map(({ id, decide }) => {
      const versions = known.get(id) ?? []
      const before = versions[0] ?? null
      const { kind, ...change } = decide(before)
      return { kind, before, after: this.#nextRecord(id, versions, change) }
    })
    await this.#history.append(changed.map(({ kind, after }) => ({ schema: SCHEMA, kind, record: after })))
    await this.#put(changed.map(({ after }) => after))
    return changed
  }

  /**
   * Forget the words of these marks and their history, in this device's files. That they were deleted
   * is written before anything is forgotten.
   */
  async purge(names: readonly string[], ids: readonly string[]): Promise<void> {
    const { contents } = await this.#documents.read(names)
    const purged = [...versionsById(contents, new Set(ids))].flatMap(([id, versions]) => {
      const [shown] = versions
      if (shown === undefined) return []
      const { deleted, annotation } = shown
      return this.#nextRecord(id, versions, { deleted, annotation: withoutWords(annotation), purged: true })
    })
    await this.#put(purged)
    if (ids.length > 0) await this.#history.forget(({ record }) => ids.includes(record.id))
  }

  async #put(records: readonly MarkRecord[]): Promise<void> {
    for (const [part, own] of await this.#byPart(records)) {
      await this.#documents.own(part).update((content) => own.reduce(withRecord, content))
    }
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

  /** Each under the part that holds it; new ones under the last part, and further ones when that is full. */
  async #byPart(records: readonly MarkRecord[]): Promise<ReadonlyMap<number, readonly MarkRecord[]>> {
    const partOf = new Map<string, number>()
    let last = 1
    let count = 0
    for (const part of this.#documents.parts) {
      const held = (await this.#documents.own(part).read()).records
      for (const { id } of held) partOf.set(id, part)
      last = part
      count = held.length
    }
    const parts = new Map<number, MarkRecord[]>()
    for (const record of records) {
      if (!partOf.has(record.id)) {
        if (count >= RECORDS_PER_PART) [last, count] = [last + 1, 0]
        count += 1
      }
      const part = partOf.get(record.id) ?? last
      parts.set(part, [...(parts.get(part) ?? []), record])
    }
    return parts
  }
}

/** The versions of these marks that no other has seen, without merging all the others. */
function versionsById(
  contents: AllContents<MarksContent>['contents'],
  ids: ReadonlySet<string>
): MergedMarks {
  return mergeMarks(contents.map(({ records }) => ({ records: records.filter(({ id }) => ids.has(id)) })))
}

/** A record without what only its going to the trash said. */
function besideTrash(record: MarkRecord): Omit<MarkRecord, 'day' | 'purged'> {
  const { day, purged, ...rest } = record
  return rest
}
