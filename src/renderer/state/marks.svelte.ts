import type { Color } from '#core/annotation/annotation'
import { type PlacedAnnotation, withMark } from '#core/annotation/placed-annotation'
import { unpackMarks } from '#core/contract/packed-marks'
import type { TextRange } from '#core/text/text-range'
import { words } from '../words/english'
import { ChosenMarks } from './chosen-marks.svelte'
import type { ShownEdition } from './handling-steps'
import type { Change } from './history'
import {
  backwards,
  changeStep,
  deleteStep,
  type MarkActions,
  type MarkChange,
  type MarkStep,
  type NewMark,
  placeStep,
  takeAll
} from './mark-steps'
import { type Notices, sentenceFor } from './notices.svelte'
import type { PageApi } from './page-api'

/** Whether what the person did is on disk. */
export type SaveState = 'idle' | 'saving' | 'saved' | 'failed'

/** What the marks of a briefing need of the window around them. */
export interface MarksContext {
  readonly api: PageApi
  readonly notices: Notices
  /** The words of a passage, shortened for saying them. */
  readonly quote: (range: TextRange) => string
  readonly colorName: (color: Color) => string
  readonly remember: (change: Change) => void
  /** Take back the last change made in the window. */
  readonly undo: () => Promise<void>
  /** The marks of a briefing as they are open now. */
  readonly marksOf: (briefing: string) => Marks | null
}

/** An edition of a briefing, and its canonical text. */
interface ShownText extends ShownEdition {
  readonly text: string
}

/** The marks on the open edition of a briefing; every change is made one after the other and can be taken back. */
export class Marks {
  list = $state.raw<readonly PlacedAnnotation[]>([])
  /** Marks that are on their way to the disk: shown at once, and gone again where saving fails. */
  pending = $state.raw<readonly NewMark[]>([])
  /** Whether the marks are there: the words are shown before. */
  isRead = $state(false)
  selectedId = $state<string | null>(null)
  readonly chosen = new ChosenMarks()
  /** Whether the selected card shows type, style and tags. */
  isDetailed = $state(false)
  saveState = $state<SaveState>('idle')
  readonly #shown: ShownText
  readonly #context: MarksContext
  #queue: Promise<unknown> = Promise.resolve()

  constructor(shown: ShownText, context: MarksContext) {
    this.#shown = shown
    this.#context = context
  }

  readonly selected = $derived.by(() => this.list.find(({ id }) => id === this.selectedId) ?? null)

  /** Make a mark and tell when it could not be saved; answers the mark when it is on disk. */
  async add(mark: NewMark): Promise<PlacedAnnotation | null> {
    try {
      return await this.addOrThrow(mark)
    } catch (thrown) {
      this.#context.notices.warn(sentenceFor(thrown))
      return null
    }
  }

  /** Make a mark; throws with its problem when that could not be saved, so that an editor keeps its text. */
  async addOrThrow(mark: NewMark): Promise<PlacedAnnotation> {
    const { notices, quote, colorName } = this.#context
    this.pending = [...this.pending, mark]
    const added = await this.#inTurn(() => this.#actions.add(mark))
    const { make, takeBack } = deleteStep(added)
    this.#remember(words.marks.highlight, [{ make: takeBack, takeBack: make }])
    const { range, style, color } = added
    notices.announce(
      range === null ? words.marks.addedGeneral : words.marks.added[style](colorName(color), quote(range))
    )
    return added
  }

  /** Change a mark; throws with its problem when that could not be saved, so that an editor keeps its text. */
  async change(id: string, change: MarkChange): Promise<PlacedAnnotation> {
    return this.#inTurn(() => this.#actions.change(id, change))
  }

  /** Let a change that was made be taken back: `before` is what stood there, `after` what stands there now. */
  rememberChange(id: string, before: MarkChange, after: MarkChange): void {
    this.#remember(words.marks.note, [
      { make: (marks) => marks.change(id, after), takeBack: (marks) => marks.change(id, before) }
    ])
  }

  /** Make changes that belong together, or none of them; tells when they could not be saved. */
  async make(what: string, steps: readonly MarkStep[]): Promise<boolean> {
    const done = await this.#save(async () => {
      await takeAll(steps, this.#actions)
      return true
    })
    if (done === null) return false
    this.#remember(what, steps)
    return true
  }

  /** Give a mark another colour, and say so. */
  async recolor(id: string, color: Color): Promise<void> {
    const { notices, colorName } = this.#context
    const mark = this.list.find((candidate) => candidate.id === id)
    if (mark === undefined || !(await this.make(words.marks.color, [changeStep(mark, { color })]))) return
    notices.announce(words.marks.recolored(colorName(color)))
  }

  /** Put the ends of a mark elsewhere; where they are already, nothing is done. */
  async resize(id: string, { start, end }: TextRange): Promise<void> {
    const mark = this.list.find((candidate) => candidate.id === id)
    if (mark === undefined || (mark.range?.start === start && mark.range.end === end)) return
    await this.make(words.marks.extent, [placeStep(mark, { start, end })])
  }

  /** Resolves when every change that was begun is made. */
  async settled(): Promise<void> {
    await this.#queue
  }

  /** Delete marks; it can be taken back by the notice, or by Ctrl+Z. */
  async remove(...ids: readonly string[]): Promise<void> {
    const { notices, undo } = this.#context
    const gone = this.list.filter(({ id }) => ids.includes(id))
    if (!(await this.make(words.marks.deletion, gone.map(deleteStep)))) return
    notices.tell(words.marks.deleted(gone.length), { label: words.actions.undo, run: () => void undo() })
  }

  /** Make a mark again what it was in one of its versions; answers whether that was done. */
  async restoreVersion(id: string, key: string): Promise<boolean> {
    const { api, notices } = this.#context
    const { briefing, edition } = this.#shown
    const before = this.list.find((mark) => mark.id === id)
    const restored = await this.#save(() => api.restoreVersion({ briefing, id, key, shownIn: edition }))
    if (restored === null) return false
    this.#put(restored)
    if (before !== undefined) this.#remember(words.marks.version, [changeStep(before, changeable(restored))])
    notices.tell(words.history.done)
    return true
  }

  /** Read the marks, at first or since they were changed elsewhere; what is done meanwhile waits for it. */
  async read(): Promise<void> {
    const { briefing, edition, text } = this.#shown
    const { api, notices } = this.#context
    const reading = this.#queue.then(async () => {
      const { packed, warnings } = await api.readMarks({ briefing, edition })
      this.list = unpackMarks(packed, text)
      this.isRead = true
      for (const warning of warnings) notices.warn(warning)
    })
    this.#queue = reading.catch(() => undefined)
    await reading
  }

  readonly #actions: MarkActions = {
    add: async (mark) => {
      const { briefing, edition } = this.#shown
      try {
        return this.#put(await this.#context.api.addAnnotation({ briefing, edition, ...mark }))
      } finally {
        // In one step with the list, so that the page is never painted without it.
        this.pending = this.pending.filter((other) => other !== mark)
      }
    },
    change: async (id, change) => {
      const { briefing, edition } = this.#shown
      return this.#put(await this.#context.api.changeAnnotation({ briefing, id, change, shownIn: edition }))
    },
    place: async (id, range) => {
      const { briefing, edition } = this.#shown
      return this.#put(await this.#context.api.placeAnnotation({ briefing, edition, id, range }))
    },
    delete: async (id) => {
      await this.#context.api.deleteAnnotation({ briefing: this.#shown.briefing, id })
      this.list = this.list.filter((mark) => mark.id !== id)
      if (this.selectedId === id) this.selectedId = null
      this.chosen.forget(id)
    },
    restore: async (id) => {
      const { briefing, edition } = this.#shown
      this.#put(await this.#context.api.restoreAnnotation({ briefing, id, shownIn: edition }))
    }
  }

  #put(mark: PlacedAnnotation): PlacedAnnotation {
    this.list = withMark(this.list, mark)
    return mark
  }

  /** The briefing may have been closed and opened again before a change is taken back. */
  #remember(what: string, steps: readonly MarkStep[]): void {
    const { remember, marksOf } = this.#context
    const { briefing } = this.#shown
    const inTurn = (all: readonly MarkStep[]) => async (): Promise<void> => {
      const marks = marksOf(briefing) ?? this
      await marks.#inTurn(() => takeAll(all, marks.#actions))
    }
    remember({ what, briefing, undo: inTurn(backwards(steps)), redo: inTurn(steps) })
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

function changeable({ color, style, type, owner, due, note, tags }: PlacedAnnotation): MarkChange {
  return { color, style, type, owner, due, note, tags: [...tags] }
}
