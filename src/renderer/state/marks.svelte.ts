import type { Color } from '#core/annotation/annotation'
import { byPlace, type PlacedAnnotation } from '#core/annotation/placed-annotation'
import type { CallInput } from '#core/contract/calls'
import type { TextRange } from '#core/text/text-range'
import { words } from '../words/english'
import type { Change } from './history'
import { type Notices, sentenceFor } from './notices.svelte'
import type { PageApi } from './page-api'

/** Whether what the person did is on disk. */
export type SaveState = 'idle' | 'saving' | 'saved' | 'failed'

/** What of a mark is changed in the window. */
export type MarkChange = CallInput<'changeAnnotation'>['change']

/** What the marks of a briefing need of the window around them. */
export interface MarksContext {
  readonly api: PageApi
  readonly notices: Notices
  /** The words of a passage, shortened for saying them. */
  readonly quote: (range: TextRange) => string
  readonly remember: (change: Change) => void
  /** Take back the last change made in the window. */
  readonly undo: () => Promise<void>
  /** The marks of a briefing as they are open now. */
  readonly marksOf: (briefing: string) => Marks | null
}

/** The marks of the open briefing; every change is made one after the other and can be taken back. */
export class Marks {
  list = $state.raw<readonly PlacedAnnotation[]>([])
  selectedId = $state<string | null>(null)
  saveState = $state<SaveState>('idle')
  readonly #briefing: string
  readonly #context: MarksContext
  #queue: Promise<unknown> = Promise.resolve()

  constructor(briefing: string, list: readonly PlacedAnnotation[], context: MarksContext) {
    this.#briefing = briefing
    this.#context = context
    this.list = list
  }

  readonly selected = $derived.by(() => this.list.find(({ id }) => id === this.selectedId) ?? null)

  /** Mark `range` and tell when it could not be saved; answers the mark when it is on disk. */
  async add(range: TextRange, color: Color): Promise<PlacedAnnotation | null> {
    try {
      return await this.addWithNote(range, color, '')
    } catch (thrown) {
      this.#context.notices.warn(sentenceFor(thrown))
      return null
    }
  }

  /** Mark `range`; throws with its problem when that could not be saved, so that an editor keeps its text. */
  async addWithNote(range: TextRange, color: Color, note: string): Promise<PlacedAnnotation> {
    const { api, notices, quote } = this.#context
    const added = await this.#inTurn(() =>
      api.addAnnotation({ briefing: this.#briefing, range, color, note })
    )
    this.#put(added)
    this.#remember(
      words.marks.highlight,
      (marks) => marks.#delete(added.id),
      (marks) => marks.#restore(added.id)
    )
    notices.announce(words.marks.added(words.colors[color], quote(range)))
    return added
  }

  /** Change a mark; throws with its problem when that could not be saved, so that an editor keeps its text. */
  async change(id: string, change: MarkChange): Promise<PlacedAnnotation> {
    return this.#inTurn(() => this.#change(id, change))
  }

  /** Let a change that was made be taken back: `before` is what stood there, `after` what stands there now. */
  rememberChange(id: string, before: MarkChange, after: MarkChange): void {
    this.#remember(
      after.note === undefined ? words.marks.color : words.marks.note,
      async (marks) => void (await marks.#change(id, before)),
      async (marks) => void (await marks.#change(id, after))
    )
  }

  /** Change a mark and tell when it could not be saved. */
  async recolor(id: string, color: Color): Promise<void> {
    const before = this.list.find((mark) => mark.id === id)
    const done = await this.#context.notices.attempt(async () => void (await this.change(id, { color })))
    if (done && before !== undefined) this.rememberChange(id, { color: before.color }, { color })
    if (done) this.#context.notices.announce(words.marks.recolored(words.colors[color]))
  }

  /** Delete a mark; it can be taken back by the notice, or by Ctrl+Z. */
  async remove(id: string): Promise<void> {
    const { notices, undo } = this.#context
    const done = await this.#save(async () => {
      await this.#delete(id)
      return true
    })
    if (done === null) return
    this.#remember(
      words.marks.deletion,
      (marks) => marks.#restore(id),
      (marks) => marks.#delete(id)
    )
    notices.tell(words.marks.deleted, { label: words.actions.undo, run: () => void undo() })
  }

  /** Make a mark again what it was in one of its versions; answers whether that was done. */
  async restoreVersion(id: string, key: string): Promise<boolean> {
    const { api, notices } = this.#context
    const before = this.list.find((mark) => mark.id === id)
    const restored = await this.#save(() => api.restoreVersion({ briefing: this.#briefing, id, key }))
    if (restored === null) return false
    this.#put(restored)
    if (before !== undefined) {
      this.#remember(
        words.marks.version,
        async (marks) => void (await marks.#change(id, changeable(before))),
        async (marks) => void (await marks.#change(id, changeable(restored)))
      )
    }
    notices.tell(words.history.done)
    return true
  }

  /** Read the marks again, since they were changed elsewhere. */
  async reload(): Promise<void> {
    const { api, notices } = this.#context
    await notices.attempt(async () => {
      await this.#queue
      this.list = await api.listAnnotations({ briefing: this.#briefing })
    })
  }

  async #change(id: string, change: MarkChange): Promise<PlacedAnnotation> {
    const changed = await this.#context.api.changeAnnotation({ briefing: this.#briefing, id, change })
    this.#put(changed)
    return changed
  }

  async #delete(id: string): Promise<void> {
    await this.#context.api.deleteAnnotation({ briefing: this.#briefing, id })
    this.list = this.list.filter((mark) => mark.id !== id)
    if (this.selectedId === id) this.selectedId = null
  }

  async #restore(id: string): Promise<void> {
    this.#put(await this.#context.api.restoreAnnotation({ briefing: this.#briefing, id }))
  }

  #put(mark: PlacedAnnotation): void {
    this.list = [...this.list.filter(({ id }) => id !== mark.id), mark].sort(byPlace)
  }

  /** The briefing may have been closed and opened again before a change is taken back. */
  #remember(what: string, undo: MarksStep, redo: MarksStep): void {
    const { remember, marksOf } = this.#context
    const now = (step: MarksStep) => async (): Promise<void> => {
      const marks = marksOf(this.#briefing) ?? this
      await marks.#inTurn(() => step(marks))
    }
    remember({ what, briefing: this.#briefing, undo: now(undo), redo: now(redo) })
  }

  /** Do `work` in turn; when it fails, tell why and answer `null`. */
  async #save<Value>(work: () => Promise<Value>): Promise<Value | null> {
    try {
      return await this.#inTurn(work)
    } catch (thrown) {
      this.#context.notices.warn(sentenceFor(thrown))
      return null
    }
  }

  /** One change after the other, so that quick keys cannot overtake each other. */
  async #inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const turn = this.#queue.then(async () => {
      this.saveState = 'saving'
      return work()
    })
    this.#queue = turn.catch(() => undefined)
    try {
      const value = await turn
      this.saveState = 'saved'
      return value
    } catch (thrown) {
      this.saveState = 'failed'
      throw thrown
    }
  }
}

type MarksStep = (marks: Marks) => Promise<void>

function changeable({ color, style, type, note, tags }: PlacedAnnotation): MarkChange {
  return { color, style, type, note, tags: [...tags] }
}
