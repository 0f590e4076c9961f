import { type DayInUse, withDay } from '#core/store/days-in-use'
import { LIBRARY, type LibraryContent, type PurgedBriefing, withPurged } from '#core/store/library-content'
import { problemOf } from '#core/problem/reader-error'
import type { Surroundings } from '../documents/document-file'
import { DeviceDocuments } from '../documents/device-documents'
import { reading } from '../files/failures'

interface LibraryDocumentsOptions {
  readonly root: string
  readonly device: string
  readonly now: () => string
  readonly around: Surroundings
}

/** What all devices say of the library as a whole: all are read, this device's is written. */
export class LibraryDocuments {
  readonly #options: LibraryDocumentsOptions
  readonly #documents: DeviceDocuments<LibraryContent>
  #purged: ReadonlyMap<string, readonly PurgedBriefing[]> = new Map()
  #use: LibraryContent['use']
  #isAlone = false

  constructor(options: LibraryDocumentsOptions) {
    const { root, device, around } = options
    this.#options = options
    this.#documents = new DeviceDocuments({ folder: root, kind: 'library', type: LIBRARY, device, around })
  }

  /** Take up what is on the disk now; answers the briefings whose deletion for good is news. */
  async read(): Promise<readonly string[]> {
    const { root, device, around } = this.#options
    const names = await reading(root, () => around.files.names(root))
    this.#isAlone = names.every((name) => !name.startsWith('library') || name.includes(device))
    const { contents } = await this.#documents.read(names)
    const before = this.#purged
    this.#purged = byBriefing(contents.flatMap(({ purged }) => purged ?? []))
    return [...this.#purged].flatMap(([id, list]) =>
      list.length === (before.get(id)?.length ?? 0) ? [] : id
    )
  }

  /** Whether no other device has ever opened the library. */
  get isAlone(): boolean {
    return this.#isAlone
  }

  /** What devices say of a briefing's deletion for good. */
  purgedOf(id: string): readonly PurgedBriefing[] {
    return this.#purged.get(id) ?? []
  }

  /** Those whose removal by this device a crash may have cut short. */
  async unfinished(): Promise<readonly PurgedBriefing[]> {
    return ((await this.#ownContent()).purged ?? []).filter(({ done }) => !done)
  }

  /** Note that a briefing was deleted for good, or that its files are gone. */
  async notePurged(purged: PurgedBriefing): Promise<void> {
    await this.#documents.own().update((content) => withPurged(content, purged))
    await this.read()
  }

  /** Count today as a day in use; on a disk that cannot be written no day passes. */
  async countDay(): Promise<void> {
    const own = this.#documents.own()
    const { use } = await this.#ownContent()
    const counted = withDay(use, this.#options.now())
    this.#use = counted
    if (counted.count === use?.count || own.isNewer || !this.#options.around.mayWrite()) return
    await own.update((content) => ({ ...content, use: counted })).catch(() => undefined)
  }

  /** While it is damaged, which is told when all are read, as if it were empty. */
  async #ownContent(): Promise<LibraryContent> {
    try {
      return await this.#documents.own().read()
    } catch (error) {
      if (problemOf(error).code !== 'library-damaged') throw error
      return LIBRARY.empty
    }
  }

  /** The day in use that today is. */
  today(): DayInUse {
    this.#use = withDay(this.#use, this.#options.now())
    return { device: this.#options.device, count: this.#use.count }
  }
}

function byBriefing(all: readonly PurgedBriefing[]): ReadonlyMap<string, readonly PurgedBriefing[]> {
  const found = new Map<string, PurgedBriefing[]>()
  for (const purged of all) found.set(purged.id, [...(found.get(purged.id) ?? []), purged])
  return found
}
