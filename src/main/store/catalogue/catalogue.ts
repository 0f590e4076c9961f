import type { BriefingSummary } from '#core/briefing/briefing'
import { type CataloguedBriefing, newestFirst } from '#core/store/summary'
import type { FileSystem } from '../files/file-system'
import { BriefingStamps } from './briefing-stamps'
import { type CatalogueEntry, readCatalogue, writeCatalogue } from './catalogue-file'
import { ClosedMarker } from './closed-marker'
import { inParallel } from './in-parallel'

/** A briefing's id, and the name of its folder: a UUID of version 8. */
export const BRIEFING_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u

const READ_AT_ONCE = 16
/** A burst of changes is kept once. */
const KEEP_AFTER_MS = 2_000

interface CatalogueOptions {
  readonly files: FileSystem
  /** As the person named it. */
  readonly library: string
  readonly root: string
  /** Where it is kept between runs. */
  readonly path: string
  /** Whether no other device writes in the library. */
  readonly isAlone: boolean
  /** Read a briefing's folder; `null` while no edition of it is here whole, or when it was deleted for good. */
  readonly read: (id: string) => Promise<CataloguedBriefing | null>
}

/**
 * What the list shows, in memory. Of a library that only this device writes, and that was closed in
 * order, nothing is read but the kept catalogue; else also the time of each briefing's folder, which
 * every write to a document moves on.
 */
export class Catalogue {
  readonly #options: CatalogueOptions
  readonly #stamps: BriefingStamps
  #entries = new Map<string, CatalogueEntry>()
  readonly #marker: ClosedMarker
  /** The checksum under which what stands here is kept, or `null` when it is not. */
  #keptAs: string | null = null
  /** Of the folder of all briefings when it was last read; `null` when it must be read again. */
  #folderStamp: string | null = null
  #keeping: Promise<void> = Promise.resolve()
  #sorted: readonly BriefingSummary[] | null = null
  #timer: NodeJS.Timeout | null = null
  /** How far `look` has come. */
  #lookedAt = 0

  constructor(options: CatalogueOptions) {
    this.#options = options
    this.#stamps = new BriefingStamps(options.files, options.library, options.root)
    this.#marker = new ClosedMarker(options.files, options.path)
  }

  /** Take up the kept catalogue and bring it up to what is on the disk. */
  async open(): Promise<void> {
    const { files, path, root, isAlone } = this.#options
    const kept = await readCatalogue(files, path, root)
    const closed = await this.#marker.take()
    const folderStamp = await this.#stamps.ofAll()
    const isKnown = isAlone && kept !== null && closed === kept.checksum && folderStamp === kept.folderStamp
    const entries = isKnown ? kept.entries : (kept?.certain() ?? [])
    this.#entries = new Map(entries.map((entry) => [entry.id, entry]))
    if (!isKnown) return void (await this.#verify())
    this.#folderStamp = folderStamp
    this.#keptAs = kept.checksum
  }

  /** Keep it, and that nothing will be written any more. */
  async close(): Promise<void> {
    // What this program brought in moved the folder's time on too.
    const isLookedAt = (await this.#stamps.ofAll().catch(() => '')) === this.#folderStamp
    if (!isLookedAt) await this.#verify().catch(() => [])
    if (this.#keptAs === null) this.#changed()
    await this.keep()
    if (this.#keptAs !== null) await this.#marker.put(this.#keptAs)
  }

  /** Newest first, without what is in the trash. Folders that came or went since are noticed. */
  async list(): Promise<readonly BriefingSummary[]> {
    if ((await this.#stamps.ofAll()) !== this.#folderStamp) await this.#verify()
    this.#sorted ??= this.all()
      .flatMap(({ summary, trashed }) => (trashed === null ? summary : []))
      .sort(newestFirst)
    return this.#sorted
  }

  /** Those that are shown and those in the trash, in no order. */
  all(): readonly CataloguedBriefing[] {
    return [...this.#entries.values()].flatMap(({ briefing }) => briefing ?? [])
  }

  /** `null` when there is no such briefing. What another device changed since is noticed. */
  async find(id: string): Promise<CataloguedBriefing | null> {
    if (!BRIEFING_ID.test(id)) return null
    const [stamp] = await this.#stamps.of([id])
    if (stamp === undefined || stamp === null) return this.#gone(id)
    if (this.#isStale(id, stamp)) await this.#refresh(id, stamp)
    return this.#entries.get(id)?.briefing ?? null
  }

  /** Read a briefing that was just changed. */
  async refresh(id: string): Promise<CataloguedBriefing | null> {
    const [stamp] = await this.#stamps.of([id])
    if (stamp === undefined || stamp === null) this.#forget(id)
    else await this.#refresh(id, stamp)
    return this.#entries.get(id)?.briefing ?? null
  }

  /** Note a change that this program just made, without reading anything but the folder's time. */
  async note(id: string, change: (briefing: CataloguedBriefing) => CataloguedBriefing): Promise<void> {
    const [stamp] = await this.#stamps.of([id])
    const briefing = this.#entries.get(id)?.briefing
    if (briefing === undefined || briefing === null) return
    this.#set({ id, stamp: stamp ?? '', briefing: change(briefing) })
  }

  /** A change that failed may have reached the disk all the same: read the briefing before it is shown again. */
  doubt(id: string): void {
    const entry = this.#entries.get(id)
    if (entry !== undefined) this.#set({ ...entry, stamp: '' })
    this.#folderStamp = null
  }

  /**
   * Look whether folders changed since, a part of them at each call, and read those that did; answers
   * their ids, and those of folders that came or went.
   */
  async look(part: number): Promise<readonly string[]> {
    if ((await this.#stamps.ofAll()) !== this.#folderStamp) return this.#verify()
    const ids = [...this.#entries.keys()]
    const from = this.#lookedAt < ids.length ? this.#lookedAt : 0
    this.#lookedAt = from + part
    return this.#readStale(ids.slice(from, from + part))
  }

  /** Another text after every change of a briefing's documents, in whatever order they are read. */
  async fingerprint(): Promise<string> {
    await this.#verify()
    let sum = 0n
    for (const { stamp } of this.#entries.values()) sum += BigInt(stamp === '' ? 0 : stamp)
    return `${this.#entries.size} ${sum}`
  }

  /** Keep it now if anything has changed. A cache that cannot be kept is built anew the next time. */
  keep(): Promise<void> {
    this.#keeping = this.#keeping.then(() => this.#keepNow())
    return this.#keeping
  }

  /** Let go of it: nothing is kept after the library could not be opened. */
  abandon(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
  }

  async #keepNow(): Promise<void> {
    if (this.#timer === null) return
    clearTimeout(this.#timer)
    this.#timer = null
    const { files, path, root } = this.#options
    const kept = { root, folderStamp: this.#folderStamp ?? '', entries: [...this.#entries.values()] }
    const checksum = await writeCatalogue(files, path, kept).catch(() => null)
    // What changed while it was written is not in it.
    if (this.#timer === null) this.#keptAs = checksum
  }

  async #verify(): Promise<readonly string[]> {
    const folderStamp = await this.#stamps.ofAll()
    const ids = (await this.#stamps.names()).filter((name) => BRIEFING_ID.test(name))
    const there = new Set(ids)
    const gone = [...this.#entries.keys()].filter((id) => !there.has(id))
    for (const id of gone) this.#forget(id)
    const changed = await this.#readStale(ids)
    this.#folderStamp = folderStamp
    return [...gone, ...changed]
  }

  async #readStale(ids: readonly string[]): Promise<readonly string[]> {
    const stamps = await this.#stamps.of(ids)
    const stale = ids.flatMap((id, index) => {
      const stamp = stamps[index] ?? ''
      return this.#isStale(id, stamp) ? [{ id, stamp }] : []
    })
    const changed: string[] = []
    await inParallel(stale, READ_AT_ONCE, async ({ id, stamp }) => {
      const before = this.#entries.get(id)
      await this.#refresh(id, stamp)
      if (before?.stamp !== stamp || before.briefing !== this.#entries.get(id)?.briefing) changed.push(id)
    })
    return changed
  }

  /** What has not arrived in full arrives in folders below, which leaves the time of this one as it is. */
  #isStale(id: string, stamp: string): boolean {
    const entry = this.#entries.get(id)
    return entry?.stamp !== stamp || entry.briefing === null || entry.briefing.isArriving
  }

  /** A briefing that was here and whose library is gone is not one that was never here. */
  async #gone(id: string): Promise<null> {
    if (this.#entries.has(id)) await this.#stamps.names()
    return null
  }

  /** The time is taken before the folder is read: what changes while it is read makes it stale again. */
  async #refresh(id: string, stamp: string): Promise<void> {
    const briefing = await this.#options.read(id)
    const before = this.#entries.get(id)
    if (before?.stamp === stamp && before.briefing === null && briefing === null) return
    this.#set({ id, stamp, briefing })
  }

  #set(entry: CatalogueEntry): void {
    this.#entries.set(entry.id, entry)
    this.#changed()
  }

  #forget(id: string): void {
    this.#entries.delete(id)
    this.#changed()
  }

  #changed(): void {
    this.#sorted = null
    this.#keptAs = null
    this.#timer ??= setTimeout(() => void this.keep(), KEEP_AFTER_MS).unref()
  }
}
