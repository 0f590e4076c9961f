import type { Color } from '#core/annotation/annotation'
import type { PlacedAnnotation } from '#core/contract/api'
import type { TextRange } from '#core/text/text-range'
import type { Marks } from './marks.svelte'
import { sentenceFor } from './notices.svelte'

/** What a note is being written on: a mark that exists, or a passage that is marked only when there is a note. */
export type NoteTarget =
  | { readonly kind: 'mark'; readonly id: string }
  | { readonly kind: 'draft'; readonly range: TextRange; readonly color: Color }

/** The one note that is being written. */
export class NoteEditing {
  target = $state.raw<NoteTarget | null>(null)
  text = $state('')
  isSaving = $state(false)
  /** Why the note is not saved; the text stays. */
  problem = $state<string | null>(null)
  readonly #marks: Marks
  #saved = ''
  #turn: Promise<boolean> = Promise.resolve(true)

  constructor(marks: Marks) {
    this.#marks = marks
  }

  /** Write the note of a mark. */
  async edit(mark: PlacedAnnotation): Promise<void> {
    if (!(await this.finish())) return
    this.#open({ kind: 'mark', id: mark.id }, mark.note)
    this.#marks.selectedId = mark.id
  }

  /** Write a note on a passage; without a note it will not be marked. */
  async begin(range: TextRange, color: Color): Promise<void> {
    if (!(await this.finish())) return
    this.#marks.selectedId = null
    this.#open({ kind: 'draft', range, color }, '')
  }

  /** Whether the note of this mark is being written. */
  isOn(id: string): boolean {
    return this.target?.kind === 'mark' && this.target.id === id
  }

  /** Save what is written; answers whether nothing is left unsaved. */
  save(): Promise<boolean> {
    // In turn: leaving the editor and opening the next one both save, and must not mark a passage twice.
    this.#turn = this.#turn.then(() => this.#saveNow())
    return this.#turn
  }

  /** Save and close; stays open with its text when that fails. An empty draft leaves nothing behind. */
  async finish(): Promise<boolean> {
    const { target } = this
    if (!(await this.save())) return false
    const isSameNote = this.target === target || target?.kind === 'draft'
    if (isSameNote) this.target = null
    return true
  }

  async #saveNow(): Promise<boolean> {
    const { target, text } = this
    if (target === null || text === this.#saved || (target.kind === 'draft' && text.trim() === ''))
      return true
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
    if (target.kind === 'mark') {
      await this.#marks.change(target.id, { note: text })
      return
    }
    const added = await this.#marks.addWithNote(target.range, target.color, text)
    this.#marks.selectedId = added.id
    if (this.target === target) this.target = { kind: 'mark', id: added.id }
  }

  #open(target: NoteTarget, text: string): void {
    this.target = target
    this.text = text
    this.#saved = text
    this.problem = null
  }
}
