import type { Annotation } from '#core/annotation/annotation'
import { SCHEMA } from '#core/store/document'
import type { HistoryKind } from '#core/store/history'
import {
  type MarkRecord,
  MARKS,
  type MarksContent,
  mergeMarks,
  type MergedMarks,
  type StoredAnnotation,
  withRecord
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
  readonly kind: HistoryKind
  readonly deleted: string | null
  readonly annotation: StoredAnnotation
}

/** The marks of one briefing: all devices' are read, this device's are written. */
export class MarkStore {
  readonly #documents: DeviceDocuments<MarksContent>
  readonly #history: HistoryFile
  readonly #context: LibraryContext

  constructor(places: BriefingPlaces, context: LibraryContext) {
    const { device, around } = context
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
  async merged(names: readonly string[]): Promise<{ marks: MergedMarks; newer: boolean }> {
    const { contents, newer } = await this.#documents.read(names)
    return { marks: mergeMarks(contents), newer }
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
    await this.#documents.own(await this.#partFor(id)).update((content) => withRecord(content, after))
    return { before, after }
  }

  /** What a newer version of the program wrote into a record stays in it. */
  #nextRecord(
    id: string,
    versions: readonly MarkRecord[],
    { deleted, annotation }: Omit<MarkChange, 'kind'>
  ): MarkRecord {
    const before = versions[0]
    return {
      ...before,
      id,
      version: nextVersion(
        versions.map(({ version }) => version),
        this.#context.device
      ),
      changed: this.#context.now(),
      deleted,
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

/** An annotation as it is stored on an edition. */
export function storedAnnotation(annotation: Annotation, edition: string): StoredAnnotation {
  return { ...annotation, edition }
}
