import type { Trash, TrashItems } from '#core/trash/trash'
import { itemsOf } from '#core/trash/trash'
import { words } from '../words/english'
import type { Change } from './history'
import type { LibraryState } from './library.svelte'
import type { Notices } from './notices.svelte'
import type { PageApi } from './page-api'

/** What the trash needs of the window around it. */
export interface TrashContext {
  readonly api: PageApi
  readonly notices: Notices
  readonly library: LibraryState
  readonly remember: (change: Change) => void
  readonly undo: () => Promise<void>
  readonly close: (id: string) => Promise<boolean>
  readonly refresh: () => Promise<void>
}

/** Deleting briefings, and what is in the trash. */
export class TrashState {
  /** `null` until it was read. */
  content = $state.raw<Trash | null>(null)
  isEmptying = $state(false)
  readonly #context: TrashContext

  constructor(context: TrashContext) {
    this.#context = context
  }

  readonly count = $derived.by(
    () => (this.content?.briefings.length ?? 0) + (this.content?.annotations.length ?? 0)
  )

  async load(): Promise<void> {
    const { api, notices } = this.#context
    await notices.attempt(async () => {
      this.content = await api.readTrash()
    })
  }

  /** Move a briefing to the trash; it can be taken back by the notice, by Ctrl+Z, or from the trash. */
  async deleteBriefing(id: string): Promise<void> {
    const { notices, library, undo } = this.#context
    const title = library.briefings.find((briefing) => briefing.id === id)?.title ?? ''
    if (!(await notices.attempt(() => this.#delete(id)))) return
    this.#remember(words.trash.deletion(title), [id], 'delete')
    notices.tell(words.trash.deleted(title), { label: words.actions.undo, run: () => void undo() })
  }

  /** What an import brought in goes to the trash when the import is taken back. */
  importSteps(ids: readonly string[]): Pick<Change, 'undo' | 'redo'> {
    return this.#steps(ids, 'restore')
  }

  async restoreBriefing(id: string, title: string): Promise<void> {
    if (!(await this.#context.notices.attempt(() => this.#restore(id)))) return
    this.#remember(words.trash.restoring(title), [id], 'restore')
    await this.load()
  }

  async restoreMark(briefing: string, id: string): Promise<void> {
    const { api, notices, remember, refresh } = this.#context
    const restore = async (): Promise<void> => {
      await api.restoreAnnotation({ briefing, id })
      await refresh()
    }
    if (!(await notices.attempt(restore))) return
    const undo = async (): Promise<void> => {
      await api.deleteAnnotation({ briefing, id })
      await refresh()
    }
    remember({ what: words.trash.restoringMark, briefing: null, undo, redo: restore })
    await this.load()
  }

  /** Delete everything in it for good; there is no way back but a backup. */
  async empty(): Promise<void> {
    if (this.content === null) return
    this.isEmptying = true
    await this.#deleteForGood(itemsOf(this.content))
    this.isEmptying = false
  }

  async #deleteForGood({ briefings, annotations }: TrashItems): Promise<void> {
    const { api, notices } = this.#context
    const items = { briefings: [...briefings], annotations: [...annotations] }
    const done = await notices.attempt(async () => void (await api.deleteForGood({ items })))
    await this.load()
    if (done) notices.tell(words.trash.emptied)
  }

  async #delete(id: string): Promise<void> {
    const { api, library, close } = this.#context
    if (!(await close(id))) return
    await api.deleteBriefing({ id })
    await library.load()
  }

  async #restore(id: string): Promise<void> {
    const { api, library } = this.#context
    await api.restoreBriefing({ id })
    await library.load()
  }

  #remember(what: string, ids: readonly string[], done: 'delete' | 'restore'): void {
    this.#context.remember({ what, briefing: null, ...this.#steps(ids, done) })
  }

  #steps(ids: readonly string[], done: 'delete' | 'restore'): Pick<Change, 'undo' | 'redo'> {
    const each = (step: (id: string) => Promise<void>) => async (): Promise<void> => {
      for (const id of ids) await step(id)
    }
    const [undo, redo] = [each((id) => this.#restore(id)), each((id) => this.#delete(id))]
    return done === 'delete' ? { undo, redo } : { undo: redo, redo: undo }
  }
}
