import { matcherOf } from '#core/annotation/mark-filter'
import type { PlacedAnnotation } from '#core/annotation/placed-annotation'
import type { Filtering } from './filtering.svelte'
import type { Marks } from './marks.svelte'
import type { NoteEditing, NoteTarget } from './note-editing.svelte'

type Draft = Extract<NoteTarget, { kind: 'draft' }>

/** What stands in the list: a mark, or a note that is begun and marks nothing yet. */
export type CardItem =
  | { readonly kind: 'mark'; readonly id: string; readonly mark: PlacedAnnotation }
  | { readonly kind: 'draft'; readonly id: 'draft'; readonly draft: Draft }

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

  /** The cards in the order of the text, with the note that is begun where its passage stands. */
  readonly cardsInText = $derived.by(() => {
    const list = this.#written
    return this.#withDraft(list.map(cardOf), (draft) => draftPlace(list, draft))
  })

  /** The cards in the order that the person chose; a note that is begun is the newest. */
  readonly cards = $derived.by(() => {
    if (this.#context.filtering.order === 'place') return this.cardsInText
    return this.#withDraft(this.#written.toSorted(newestFirst).map(cardOf), () => 0)
  })

  /** Whether the selected mark is one that the filter does not let through. */
  readonly isSelectedHidden = $derived.by(() => {
    const { selectedId } = this.#context.marks
    return this.#context.filtering.isActive && selectedId !== null && !this.#isShown(selectedId)
  })

  /** Choose every mark from where choosing began to this one, as they are listed: never one that is not shown. */
  chooseThrough(id: string): void {
    const marks = this.cards.flatMap((card) => (card.kind === 'mark' ? card.id : []))
    this.#context.marks.chosen.through(id, marks)
  }

  /** A draft that was saved at a pause keeps its own card. */
  get #written(): readonly PlacedAnnotation[] {
    return this.inText.filter(({ id }) => id !== this.#context.editing.draftId)
  }

  #withDraft(cards: readonly CardItem[], placeOf: (draft: Draft) => number): readonly CardItem[] {
    const { target } = this.#context.editing
    if (target?.kind !== 'draft') return cards
    return cards.toSpliced(placeOf(target), 0, { kind: 'draft', id: 'draft', draft: target })
  }

  #isShown(id: string): boolean {
    const { editing } = this.#context
    return id === editing.draftId || this.inText.some((mark) => mark.id === id)
  }
}

function cardOf(mark: PlacedAnnotation): CardItem {
  return { kind: 'mark', id: mark.id, mark }
}

/** The index of the card before which a draft stands; one on the whole briefing stands before all. */
function draftPlace(list: readonly PlacedAnnotation[], { range: wanted }: Draft): number {
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
