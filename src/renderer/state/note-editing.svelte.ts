import type { PlacedAnnotation } from '#core/annotation/placed-annotation'
import type { NewMark } from './mark-steps'
import type { Marks } from './marks.svelte'
import { sentenceFor } from './notices.svelte'

/** What a note is being written on: a mark that exists, a passage that is marked only when there is a note, or the whole briefing. */
export type NoteTarget =
  | { readonly kind: 'mark'; readonly id: string }
  | ({ readonly kind: 'draft' } & Pick<NewMark, 'range' | 'color' | 'style'>)

/** So long nobody thinks about the next word. */
const PAUSE_MS = 1_200

/** The one note that is being written. */
export class NoteEditing {
  target = $state.raw<NoteTarget | null>(null)
  text = $state('')
  isSaving = $state(false)
  /** Why the note is not saved; the text stays. */
  problem = $state<string | null>(null)
  /** The mark that the draft was saved as at a pause. Its card stays a draft's, so that the field stays the same one. */
  draftId = $state<string | null>(null)
  readonly #marks: Marks
  /** What was typed since a note was asked for, until its field is there; `null`: no field is to come. */
  #ahead: string | null = null
  #saved = ''
  /** The note as it was before. */
  #before = ''
  #pause: ReturnType<typeof setTimeout> | undefined
  #turn: Promise<boolean> = Promise.resolve(true)

  constructor(marks: Marks) {
    this.#marks = marks
  }

  /** Write the note of a mark. */
  async edit(mark: PlacedAnnotation): Promise<void> {
    if (!(await this.#makeRoom())) return
    this.#open({ kind: 'mark', id: mark.id }, mark.note)
    this.#marks.selectedId = mark.id
  }

  /** Write a note on a passage, or with `null` on the whole briefing; without a note it will not be marked. */
  async begin(mark: Pick<NewMark, 'range' | 'color' | 'style'>): Promise<void> {
    if (!(await this.#makeRoom())) return
    this.#marks.selectedId = null
    this.#open({ kind: 'draft', ...mark }, '')
  }

  /** Whether the note of this mark is being written. */
  isOn(id: string): boolean {
    return this.target?.kind === 'mark' && this.target.id === id
  }

  /**
   * Take a letter, or `Backspace`, that was typed before its field was there, so that it is no command.
   * Answers whether a field is to come.
   */
  typedAhead(key: string): boolean {
    if (this.#ahead === null) return false
    this.#ahead = key === 'Backspace' ? this.#ahead.slice(0, -1) : this.#ahead + key
    return true
  }

  /** The field is there; without the focus too, since a dialog may lie over it, letters are commands again. */
  fieldCame(): void {
    if (this.#ahead !== null && this.#ahead !== '') {
      this.text += this.#ahead
      this.wrote()
    }
    this.#ahead = null
  }

  /** The person wrote: save when she pauses, so that nothing long is only in memory. */
  wrote(): void {
    clearTimeout(this.#pause)
    this.#pause = setTimeout(() => void this.save(), PAUSE_MS)
  }

  /** Save what is written; answers whether nothing is left unsaved. */
  save(): Promise<boolean> {
    clearTimeout(this.#pause)
    // In turn: leaving the editor and opening the next one both save, and must not mark a passage twice.
    this.#turn = this.#turn.then(() => this.#saveNow())
    return this.#turn
  }

  /** Save and close; stays open with its text when that fails. An empty draft leaves nothing behind. */
  async finish(): Promise<boolean> {
    const isFinished = await this.#finish()
    // The field that was to come may never come now.
    if (isFinished) this.#ahead = null
    return isFinished
  }

  async #finish(): Promise<boolean> {
    const { target } = this
    if (!(await this.save())) return false
    if (this.target === target) this.#close()
    return true
  }

  /** However often it was saved meanwhile, the note is one change to take back. */
  #close(): void {
    const { target, draftId } = this
    if (target?.kind === 'mark' && this.#before !== this.#saved) {
      this.#marks.rememberChange(target.id, { note: this.#before }, { note: this.#saved })
    }
    this.target = null
    this.draftId = null
    if (draftId === null) return
    if (this.#saved.trim() === '') void this.#marks.remove(draftId)
    else this.#marks.selectedId = draftId
  }

  async #saveNow(): Promise<boolean> {
    const { target, text } = this
    if (target === null || text === this.#saved) return true
    if (target.kind === 'draft' && this.draftId === null && text.trim() === '') return true
    this.isSaving = true
    try {
      await this.#store(target, text)
      this.#saved = text
      this.problem = null
      return true
    } catch (thrown) {
      this.problem = sentenceFor(thrown)
      return false
    } finally {
      this.isSaving = false
    }
  }

  async #store(target: NoteTarget, text: string): Promise<void> {
    const id = target.kind === 'mark' ? target.id : this.draftId
    if (id !== null) await this.#marks.change(id, { note: text })
    else if (target.kind === 'draft') {
      const { range, color, style } = target
      this.draftId = (await this.#marks.addOrThrow({ range, color, style, note: text })).id
    }
  }

  async #makeRoom(): Promise<boolean> {
    this.#ahead = ''
    const hasRoom = await this.#finish()
    if (!hasRoom) this.#ahead = null
    return hasRoom
  }

  #open(target: NoteTarget, text: string): void {
    this.target = target
    this.text = text
    this.draftId = null
    this.#saved = text
    this.#before = text
    this.problem = null
  }
}
