import { matcherOf } from '#core/annotation/mark-filter'
import type { PlacedAnnotation } from '#core/annotation/placed-annotation'
import type { Filtering } from './filtering.svelte'
import type { Marks } from './marks.svelte'
import type { NoteEditing, NoteTarget } from './note-editing.svelte'

/** What stands in the list: a mark, or a note that is begun and marks nothing yet. */
export type CardItem =
  | { readonly kind: 'mark'; readonly id: string; readonly mark: PlacedAnnotation }
  | { readonly kind: 'draft'; readonly id: 'draft'; readonly draft: Extract<NoteTarget, { kind: 'draft' }> }

/** What the marks that are shown depend on. */
interface ShownContext {
  readonly marks: Marks
  readonly editing: NoteEditing
  readonly filtering: Filtering
}

/** The marks of a briefing that the filter lets through, and their cards. The text shows all marks all the same. */
export class ShownMarks {
  readonly #context: ShownContext

  constructor(context: ShownContext) {
    this.#context = context
  }

  /**
   * In the order of the text. A mark that is being written on stays, whatever the filter says of its
   * words meanwhile: a field must not go away under its writer.
   */
  readonly inText = $derived.by(() => {
    const { marks, editing, filtering } = this.#context
    if (!filtering.isActive) return marks.list
    const passes = matcherOf(filtering.filter, filtering.foldedOf)
    const detailed = marks.isDetailed ? marks.selectedId : null
    return marks.list.filter((mark) => passes(mark) || editing.isOn(mark.id) || mark.id === detailed)
  })

  /** The cards in the order of the list, with the note that is begun where its passage stands, or as the newest. */
  readonly cards = $derived.by((): readonly CardItem[] => {
    const { editing, filtering } = this.#context
    const inText = this.inText.filter(({ id }) => id !== editing.draftId)
    const list = filtering.order === 'place' ? inText : inText.toSorted(newestFirst)
    const cards = list.map((mark): CardItem => ({ kind: 'mark', id: mark.id, mark }))
    if (editing.target?.kind !== 'draft') return cards
    const draft: CardItem = { kind: 'draft', id: 'draft', draft: editing.target }
    return cards.toSpliced(filtering.order === 'time' ? 0 : draftPlace(list, draft.draft), 0, draft)
  })

  /** Whether the selected mark is one that the filter does not let through. */
  readonly isSelectedHidden = $derived.by(() => {
    const { selectedId } = this.#context.marks
    return this.#context.filtering.isActive && selectedId !== null && !this.#isShown(selectedId)
  })

  #isShown(id: string): boolean {
    const { editing } = this.#context
    return id === editing.draftId || this.inText.some((mark) => mark.id === id)
  }
}

/** The index of the card before which a draft stands; one on the whole briefing stands before all. */
function draftPlace(
  list: readonly PlacedAnnotation[],
  { range: wanted }: Extract<NoteTarget, { kind: 'draft' }>
): number {
  if (wanted === null) return 0
  const after = list.findIndex(
    ({ anchor, range }) => anchor !== null && (range?.start ?? Infinity) > wanted.start
  )
  return after === -1 ? list.length : after
}

/** Ids are in the order of their making (UUIDv7), so they decide between equal times. */
function newestFirst(a: PlacedAnnotation, b: PlacedAnnotation): number {
  if (a.modified !== b.modified) return a.modified < b.modified ? 1 : -1
  return a.id < b.id ? 1 : -1
}
