import type { BriefingSummary } from '#core/briefing/briefing'
import { highestMarking } from '#core/marking/highest-marking'
import type { PlacedMarking } from '#core/marking/paragraph-marking'
import type { TextRange } from '#core/text/text-range'
import { blockIndexAt } from '#core/text/paragraphs'
import type { ArticlePlan } from '../article/plan-article'
import type { ShownMarking } from '../dom/paragraph-markings'
import { words } from '../words/english'
import type { Change } from './history'
import type { Notices } from './notices.svelte'
import type { PageApi } from './page-api'

/** What the handling of a briefing needs of the window around it. */
export interface HandlingContext {
  readonly api: PageApi
  readonly notices: Notices
  readonly remember: (change: Change) => void
  /** Take over what changed of a briefing in the list. */
  readonly put: (summary: BriefingSummary) => void
  /** The handling of a briefing as it is open now. */
  readonly handlingOf: (briefing: string) => Handling | null
}

/** A paragraph, for saying how it is to be handled. */
interface Paragraph {
  readonly start: number
  readonly end: number
  readonly marking: string | null
}

/** How the open briefing and its paragraphs are to be handled; every change can be taken back. */
export class Handling {
  /** Of the whole briefing. */
  marking = $state<string | null>(null)
  /** Of its paragraphs, in the order of the text; those whose paragraph is gone last. */
  paragraphs = $state.raw<readonly PlacedMarking[]>([])
  readonly #shown: { readonly briefing: string; readonly edition: number }
  readonly #plan: ArticlePlan
  readonly #context: HandlingContext

  constructor(
    shown: { readonly briefing: string; readonly edition: number },
    plan: ArticlePlan,
    context: HandlingContext
  ) {
    this.#shown = shown
    this.#plan = plan
    this.#context = context
  }

  /** What stands before the paragraphs that are here. */
  readonly signs: readonly ShownMarking[] = $derived.by(() =>
    this.paragraphs.flatMap(({ range, marking }) => {
      const block = range === null ? undefined : this.#blockAt(range.start)
      return block === undefined ? [] : { start: block.start, marking }
    })
  )

  /** What the pages of this briefing alone would say. */
  highest(levels: readonly string[]): string | null {
    return highestMarking([this.marking, ...this.paragraphs.map(({ marking }) => marking)], levels)
  }

  /** The paragraph that a passage begins in. */
  paragraphAt({ start }: TextRange): Paragraph | null {
    const block = this.#blockAt(start)
    if (block === undefined) return null
    const marking = this.signs.find((sign) => sign.start === block.start)?.marking ?? null
    return { start: block.start, end: block.end, marking }
  }

  /** Say how the whole briefing is to be handled; `null` takes that away. */
  async markBriefing(marking: string | null): Promise<void> {
    const { briefing } = this.#shown
    await this.#change(marking, this.marking, async (wanted) => {
      const { api, put, handlingOf } = this.#context
      const summary = await api.markBriefing({ id: briefing, marking: wanted })
      put(summary)
      const open = handlingOf(briefing)
      if (open !== null) open.marking = summary.marking
    })
  }

  /** Say how the paragraph at an offset is to be handled. */
  async markParagraph({ start, marking: before }: Paragraph, marking: string | null): Promise<void> {
    const { briefing, edition } = this.#shown
    await this.#change(marking, before, async (wanted) => {
      const { api, handlingOf } = this.#context
      const placed = await api.markParagraph({ briefing, edition, at: start, marking: wanted })
      handlingOf(briefing)?.take(edition, placed)
    })
  }

  /** Take a marking away whose paragraph is gone. */
  async removeGone({ id, marking: before }: PlacedMarking): Promise<void> {
    const { briefing, edition } = this.#shown
    await this.#change(null, before, async (marking) => {
      const { api, handlingOf } = this.#context
      const placed = await api.changeParagraphMarking({ briefing, edition, id, marking })
      handlingOf(briefing)?.take(edition, placed)
    })
  }

  /** Read again what other devices may have changed. */
  async reload(marking: string | null): Promise<void> {
    const { briefing, edition } = this.#shown
    this.marking = marking
    await this.#context.notices.attempt(async () =>
      this.take(edition, await this.#context.api.paragraphMarkings({ briefing, edition }))
    )
  }

  /** Show the markings of an edition, when it is the one that is open. */
  take(edition: number, placed: readonly PlacedMarking[]): void {
    if (edition === this.#shown.edition) this.paragraphs = placed
  }

  async #change(
    wanted: string | null,
    before: string | null,
    make: (marking: string | null) => Promise<void>
  ): Promise<void> {
    if (wanted === before) return
    const { notices, remember } = this.#context
    if (!(await notices.attempt(() => make(wanted)))) return
    const what = words.handling.change
    const { briefing } = this.#shown
    remember({ what, briefing, undo: () => make(before), redo: () => make(wanted) })
    notices.announce(wanted === null ? words.handling.cleared : words.handling.set(wanted))
  }

  #blockAt(offset: number): ArticlePlan['blocks'][number] | undefined {
    return this.#plan.blocks[blockIndexAt(this.#plan.blocks, offset)]
  }
}
