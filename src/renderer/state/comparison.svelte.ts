import { tick } from 'svelte'
import type { PlacedAnnotation } from '#core/annotation/placed-annotation'
import { basisOf } from '#core/carry-over/carry-annotation'
import { type ComparedBlock, isChanged } from '#core/comparison/compared-block'
import { layOut, type Section } from '#core/comparison/lay-out'
import { rangesOverlap } from '#core/text/text-range'
import { words } from '../words/english'
import type { Notices } from './notices.svelte'
import type { OpenDocument } from './open-document.svelte'
import type { PageApi } from './page-api'

interface ComparisonContext {
  readonly api: PageApi
  readonly notices: Notices
}

/** How much of a change is said. */
const SAID = 100
/** What is drawn in slices is waited for so often, 16 ms each. */
const PATIENCE = 600

/** Two editions of the open briefing read as one text with its changes. */
export class Comparison {
  isOpen = $state(false)
  from = $state(1)
  to = $state(2)
  /** `null` while they are being compared. */
  blocks = $state.raw<readonly ComparedBlock[] | null>(null)
  /** Index of the block that was gone to last. */
  current = $state<number | null>(null)
  readonly #document: OpenDocument
  readonly #context: ComparisonContext

  constructor(document: OpenDocument, context: ComparisonContext) {
    this.#document = document
    this.#context = context
  }

  readonly sections = $derived.by<readonly Section[]>(() => layOut(this.blocks ?? []))

  /** Indices of what differs; what moved is counted where it stands now. */
  readonly changes = $derived.by(() =>
    (this.blocks ?? []).flatMap((block, index) =>
      isChanged(block) && block.change !== 'moved-away' ? index : []
    )
  )

  readonly counts = $derived.by(() => {
    const counts = { edited: 0, added: 0, removed: 0, moved: 0 }
    for (const { change } of this.blocks ?? [])
      if (change !== 'same' && change !== 'moved-away') counts[change] += 1
    return counts
  })

  /** Place of the current change among all, from 1; 0 before the first. */
  readonly at = $derived.by(() => this.changes.indexOf(this.current ?? -1) + 1)

  /** Set the edition that is shown beside the one before it. */
  async open(): Promise<void> {
    const { edition, editions } = this.#document
    if (editions.length < 2) return this.#context.notices.tell(words.comparison.none)
    const to = edition === 1 ? editions.length : edition
    await this.compare(edition === 1 ? 1 : to - 1, to)
  }

  /** Show what became of the words of a mark. */
  async openAt(mark: PlacedAnnotation): Promise<void> {
    const basis = basisOf(mark, mark.shownIn)
    if (basis === null) return
    await this.compare(basis.edition, mark.shownIn)
    const { range } = mark
    const index = (this.blocks ?? []).findIndex(({ before, after, change }) =>
      range === null
        ? before !== null && change !== 'moved' && rangesOverlap(before.range, basis.anchor.position)
        : after !== null && change !== 'moved-away' && rangesOverlap(after.range, range)
    )
    if (index !== -1) await this.go(index)
  }

  /** Set any two editions side by side. */
  async compare(from: number, to: number): Promise<void> {
    const { api, notices } = this.#context
    this.isOpen = true
    this.from = from
    this.to = to
    this.blocks = null
    this.current = null
    await notices.attempt(async () => {
      const { id } = this.#document.briefing
      const blocks = await api.compareEditions({ id, from, to })
      if (this.from !== from || this.to !== to) return
      this.blocks = blocks
      await tick()
      notices.announce(
        this.changes.length === 0 ? words.comparison.same : words.comparison.counts(this.counts)
      )
    })
    if (this.blocks === null && this.from === from && this.to === to) this.close()
  }

  close(): void {
    this.isOpen = false
    this.#document.focusText()
  }

  /** Go to the next change, or with -1 to the one before. */
  async step(by: 1 | -1): Promise<void> {
    const last = this.current
    const next =
      last === null
        ? this.changes.at(by === 1 ? 0 : -1)
        : by === 1
          ? this.changes.find((index) => index > last)
          : this.changes.findLast((index) => index < last)
    if (next === undefined) return this.#context.notices.announce(words.comparison.noMore)
    await this.go(next)
  }

  /** Go to a block, once it is drawn. */
  async go(index: number): Promise<void> {
    this.current = index
    const block = this.blocks?.[index]
    if (block === undefined) return
    const { progress, announce, changes } = words.comparison
    const text = block.pieces.map((piece) => piece.text).join('')
    const said = text.length > SAID ? `${text.slice(0, SAID)}…` : text
    this.#context.notices.announce(
      announce(progress(this.at, this.changes.length), changes[block.change], said)
    )
    for (let tries = 0; tries < PATIENCE && this.isOpen && this.current === index; tries += 1) {
      const element = document.querySelector(`[data-block="${index}"]`)
      if (element !== null) return element.scrollIntoView({ block: 'center' })
      await new Promise((resolve) => setTimeout(resolve, 16))
    }
  }

  /** The marks on a block of the edition that is open. */
  marksOn({ after, change }: ComparedBlock): readonly PlacedAnnotation[] {
    if (after === null || change === 'moved-away' || this.to !== this.#document.edition) return []
    return this.#document.marks.list.filter(
      ({ range }) => range !== null && rangesOverlap(after.range, range)
    )
  }

  /** Go back to the text, at a mark. */
  showMark(mark: PlacedAnnotation): void {
    this.close()
    this.#document.marks.selectedId = mark.id
    if (mark.range !== null) this.#document.view?.flash(mark.range)
  }
}
