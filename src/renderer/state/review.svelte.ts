import { type PlacedAnnotation, unreviewed } from '#core/annotation/placed-annotation'
import { basisOf, type CarryBasis } from '#core/carry-over/carry-annotation'
import { words } from '../words/english'
import { type MarkPlace, type MarkStep, placeStep } from './mark-steps'
import type { Notices } from './notices.svelte'
import type { OpenDocument } from './open-document.svelte'

/** How much of a quote is said. */
const SAID = 80

/** The marks that were carried over and wait for a person's word, one after the other. Each word can be taken back. */
export class Review {
  isOpen = $state(false)
  /** Whether the person is about to say where the mark belongs. */
  isPlacing = $state(false)
  /** The marks that waited when the review began, in the order of the list. */
  ids = $state.raw<readonly string[]>([])
  currentId = $state<string | null>(null)
  readonly #document: OpenDocument
  readonly #notices: Notices

  constructor(document: OpenDocument, notices: Notices) {
    this.#document = document
    this.#notices = notices
  }

  /** Those that wait, whether or not the review is open. */
  readonly waiting = $derived.by(() => unreviewed(this.#document.marks.list))

  readonly current = $derived.by(
    () => this.#document.marks.list.find(({ id }) => id === this.currentId) ?? null
  )

  /** Place of the current one among all, from 1. */
  readonly at = $derived.by(() => this.ids.indexOf(this.currentId ?? '') + 1)

  /** Those that wait with the words that they were made on. */
  readonly sameWords = $derived.by(() => this.waiting.filter(({ status }) => status === 'moved'))

  /** Begin with the first one that waits, or with a certain mark. */
  open(id: string | null = null): void {
    const waiting = this.waiting.map((mark) => mark.id)
    const ids = this.#document.marks.list.flatMap((mark) =>
      waiting.includes(mark.id) || mark.id === id ? mark.id : []
    )
    const first = id ?? ids[0]
    if (first === undefined) return this.#notices.tell(words.review.none)
    this.ids = ids
    this.isOpen = true
    this.go(first)
  }

  close(): void {
    this.isOpen = false
    this.isPlacing = false
    this.currentId = null
    this.#document.focusText()
  }

  /** Look at a mark: it is selected, its place lights up, and it is told. */
  go(id: string): void {
    const { marks, view } = this.#document
    this.isPlacing = false
    this.currentId = id
    if (!this.ids.includes(id)) this.ids = [...this.ids, id]
    marks.selectedId = id
    const { current } = this
    if (current === null) return
    if (current.range !== null) view?.flash(current.range)
    this.#notices.announce(this.#sentence(current))
  }

  /** The next one, or with -1 the one before. */
  step(by: 1 | -1): void {
    const next = this.ids[this.at - 1 + by]
    if (next === undefined) this.#notices.announce(words.marks.noMore)
    else this.go(next)
  }

  /** What it was carried over from. */
  basisOf(mark: PlacedAnnotation): CarryBasis | null {
    return basisOf(mark, mark.shownIn)
  }

  /** It belongs where it was carried to; one that has no place is kept as an orphan. */
  async accept(): Promise<void> {
    const { current } = this
    if (current === null) return
    if (current.range === null) return this.keepOrphan()
    await this.#decide(current, current.range, words.review.whatAccepted, words.review.accepted)
  }

  /** Its words are gone, and it keeps them without a place. */
  async keepOrphan(): Promise<void> {
    const { current } = this
    if (current !== null) await this.#decide(current, null, words.review.whatOrphaned, words.review.orphaned)
  }

  /** The person will select the words where it belongs. */
  beginPlacing(): void {
    this.isPlacing = true
    this.#document.focusText()
    this.#notices.announce(words.review.placing)
  }

  /** It belongs on the passage that is selected. */
  async placeHere(): Promise<void> {
    const range = this.#document.passage()
    const { current } = this
    if (current === null) return
    if (range === null) return this.#notices.tell(words.review.nothingSelected)
    getSelection()?.removeAllRanges()
    const said = words.review.placed(this.#document.quote(range))
    await this.#decide(current, range, words.review.whatPlaced, said)
  }

  /** Accept all of which the words are the same, as one step. */
  async acceptSameWords(): Promise<void> {
    const all = this.sameWords
    const steps = all.map((mark) => placeStep(mark, mark.range))
    if (!(await this.#document.marks.make(words.review.whatAcceptedAll, steps))) return
    this.#goOn(words.review.acceptedAll(all.length))
  }

  async #decide(mark: PlacedAnnotation, place: MarkPlace, what: string, said: string): Promise<void> {
    if (await this.#document.marks.make(what, [this.#stepBack(mark, placeStep(mark, place))]))
      this.#goOn(said)
  }

  /** What is taken back is looked at again. */
  #stepBack({ id }: PlacedAnnotation, { make, takeBack }: MarkStep): MarkStep {
    return {
      make,
      takeBack: async (marks) => {
        await takeBack(marks)
        if (this.isOpen) this.go(id)
      }
    }
  }

  #goOn(said: string): void {
    this.isPlacing = false
    const waiting = this.waiting.map(({ id }) => id)
    const ring = [...this.ids.slice(this.at), ...this.ids.slice(0, this.at)]
    const next = ring.find((id) => waiting.includes(id))
    if (next !== undefined) {
      this.go(next)
      const { current } = this
      this.#notices.announce(current === null ? said : `${said} ${this.#sentence(current)}`)
      return
    }
    this.close()
    this.#notices.tell(`${said} ${words.review.done(this.ids.length)}`)
  }

  #sentence(mark: PlacedAnnotation): string {
    const { progress, statuses, describe } = words.review
    const before = this.basisOf(mark)?.anchor.quote.exact ?? mark.quote
    const now = mark.range === null ? '' : short(mark.quote)
    return describe(progress(this.at, this.ids.length), statuses[mark.status], short(before), now)
  }
}

function short(quote: string): string {
  const line = quote.replace(/\s+/gu, ' ')
  return line.length > SAID ? `${line.slice(0, SAID)}…` : line
}
