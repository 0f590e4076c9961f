import { join } from 'node:path'
import { ReaderError } from '#core/problem/reader-error'
import { DAYS_IN_TRASH } from '#core/store/days-in-use'
import { type CataloguedBriefing, trashVersions } from '#core/store/summary'
import { nextVersion } from '#core/store/version-vector'
import { lastDeletedFirst, type Trash, type TrashedAnnotation, type TrashItems } from '#core/trash/trash'
import type { Catalogue } from '../catalogue/catalogue'
import { writing } from '../files/failures'
import type { LibraryContext } from './context'
import type { OpenBriefings } from './open-briefings'
import { briefingsFolder } from './places'

interface TrashCanParts {
  readonly context: LibraryContext
  readonly briefings: OpenBriefings
  readonly catalogue: Catalogue
}

/** What was deleted: bringing it back, and deleting it for good. */
export class TrashCan {
  readonly #parts: TrashCanParts

  constructor(parts: TrashCanParts) {
    this.#parts = parts
  }

  /** Move a briefing there. */
  async put(id: string): Promise<void> {
    const { briefings, catalogue, context } = this.#parts
    await briefings.use(id, (folder) => folder.setTrashed(context.now()))
    await catalogue.refresh(id)
  }

  /** @throws ReaderError `briefing-unknown` when it is not here, or was deleted for good. */
  async bringBack(id: string): Promise<CataloguedBriefing> {
    const known = await this.#parts.catalogue.find(id)
    if (known === null) throw new ReaderError({ code: 'briefing-unknown', id, nearest: null })
    if (known.trashed === null) return known
    return this.show(id)
  }

  /** Show a briefing that is here whatever was said of it before. */
  async show(id: string): Promise<CataloguedBriefing> {
    const { briefings, catalogue } = this.#parts
    await briefings.use(id, (folder) => folder.setTrashed(null))
    const shown = await catalogue.refresh(id)
    if (shown === null) throw new ReaderError({ code: 'briefing-unknown', id, nearest: null })
    return shown
  }

  /** What is there, the last deleted first. */
  async content(): Promise<Trash> {
    const { catalogue } = this.#parts
    await catalogue.list()
    const all = catalogue.all()
    const annotations: TrashedAnnotation[] = []
    for (const { summary, trashed, marksInTrash } of all) {
      if (trashed === null && marksInTrash > 0) annotations.push(...(await this.#annotations(summary)))
    }
    return {
      briefings: all
        .flatMap(({ summary, trashed }) => (trashed === null ? [] : { briefing: summary, deleted: trashed }))
        .sort(lastDeletedFirst),
      annotations: annotations.sort(lastDeletedFirst)
    }
  }

  /** What this device put there more than `DAYS_IN_TRASH` days in use ago. */
  async expired(): Promise<TrashItems> {
    const { briefings, catalogue, context } = this.#parts
    const { device, count } = context.documents.today()
    const limit = count - DAYS_IN_TRASH
    const isOver = (day: { device: string; count: number } | undefined): boolean =>
      day?.device === device && day.count <= limit
    const expired = { briefings: [] as string[], annotations: [] as { briefing: string; id: string }[] }
    for (const { summary, trashed, trashDay } of catalogue.all()) {
      const { id } = summary
      if (trashDay === null || trashDay > limit) continue
      await briefings.use(id, async (folder) => {
        const [last] = trashVersions(await folder.records())
        if (trashed !== null && last !== undefined && 'day' in last && isOver(last.day))
          expired.briefings.push(id)
        if (trashed !== null) return
        for (const { record } of await folder.annotationsInTrash()) {
          if (isOver(record.day)) expired.annotations.push({ briefing: id, id: record.id })
        }
      })
    }
    return expired
  }

  /** What is not in the trash is passed over. */
  async deleteForGood({ briefings, annotations }: TrashItems): Promise<void> {
    const { catalogue } = this.#parts
    for (const id of briefings) {
      if ((await catalogue.find(id))?.trashed != null) await this.#purge(id)
    }
    const marks = new Map<string, string[]>()
    for (const { briefing, id } of annotations) marks.set(briefing, [...(marks.get(briefing) ?? []), id])
    for (const [briefing, ids] of marks) {
      if ((await catalogue.find(briefing)) === null) continue
      await this.#parts.briefings.use(briefing, (folder) => folder.purgeAnnotations(ids))
      await catalogue.refresh(briefing)
    }
  }

  /** Remove the files of briefings whose removal a crash cut short. */
  async finishDeleting(): Promise<void> {
    for (const purged of await this.#parts.context.documents.unfinished()) {
      await this.#removeFiles(purged.id).catch(() => undefined)
    }
  }

  async #annotations(summary: CataloguedBriefing['summary']): Promise<readonly TrashedAnnotation[]> {
    return this.#parts.briefings.use(summary.id, async (folder) =>
      (await folder.annotationsInTrash()).map(({ record, annotation }) => ({
        annotation,
        title: summary.title,
        deleted: record.deleted ?? ''
      }))
    )
  }

  /** That it is deleted is written before anything is removed. */
  async #purge(id: string): Promise<void> {
    const { briefings, context } = this.#parts
    const seen = await briefings.use(id, async (folder) => trashVersions(await folder.records()))
    const version = nextVersion(
      seen.map((field) => field.version),
      context.device
    )
    await context.documents.notePurged({ id, version, changed: context.now(), done: false })
    await this.#removeFiles(id)
  }

  async #removeFiles(id: string): Promise<void> {
    const { context, catalogue, briefings } = this.#parts
    const { files, library } = context.around
    const folder = briefingsFolder(context.root)
    await writing({ library, path: join(folder, id) }, async () => {
      await files.removeTree(join(folder, id))
      await files.syncFolder(folder)
    })
    briefings.forget(id)
    await catalogue.refresh(id)
    const own = (await context.documents.unfinished()).find((purged) => purged.id === id)
    if (own !== undefined) await context.documents.notePurged({ ...own, done: true })
  }
}
