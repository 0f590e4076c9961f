import { highestMarking } from '#core/marking/highest-marking'
import type { PlacedMarking } from '#core/marking/paragraph-marking'
import type { TextRange } from '#core/text/text-range'
import type { ArticlePlan } from '../article/plan-article'
import type { ShownMarking } from '../dom/paragraph-markings'
import { words } from '../words/english'
import { HandlingSteps, type HandlingStepsContext, type ShownEdition } from './handling-steps'
import type { Change } from './history'
import { type Block, blockAt, markingsByBlock } from './marked-blocks'
import type { Notices } from './notices.svelte'

/** What the handling of a briefing needs of the window around it. */
export interface HandlingContext extends HandlingStepsContext {
  readonly notices: Notices
  readonly remember: (change: Change) => void
}

/** A paragraph, for saying how it is to be handled. */
interface Paragraph {
  readonly start: number
  readonly end: number
  /** The highest that stands in it. */
  readonly marking: string | null
}

/** How the open briefing and its paragraphs are to be handled; every change can be taken back. */
export class Handling {
  /** Of the whole briefing. */
  marking = $state<string | null>(null)
  /** Of its paragraphs, in the order of the text; those whose paragraph is gone last. */
  paragraphs = $state.raw<readonly PlacedMarking[]>([])
  readonly shown: ShownEdition
  readonly #plan: ArticlePlan
  readonly #context: HandlingContext
  readonly #steps: HandlingSteps
  #queue: Promise<unknown> = Promise.resolve()

  constructor(shown: ShownEdition, plan: ArticlePlan, context: HandlingContext) {
    this.shown = shown
    this.#plan = plan
    this.#context = context
    this.#steps = new HandlingSteps(shown, context)
  }

  readonly #byBlock = $derived.by(() => markingsByBlock(this.#plan, this.paragraphs))

  /** What stands before the paragraphs that are here: the highest where there are several. */
  signs(levels: readonly string[]): readonly ShownMarking[] {
    return [...this.#byBlock.keys()].flatMap((block) => {
      const marking = this.#highestIn(block, levels)
      return marking === null ? [] : { start: block.start, marking }
    })
  }

  /** What the pages of this briefing alone would say. */
  highest(levels: readonly string[]): string | null {
    return highestMarking([this.marking, ...this.paragraphs.map(({ marking }) => marking)], levels)
  }

  /** The paragraph that a passage begins in. */
  paragraphAt({ start }: TextRange, levels: readonly string[]): Paragraph | null {
    const block = blockAt(this.#plan, start)
    if (block === undefined) return null
    return { start: block.start, end: block.end, marking: this.#highestIn(block, levels) }
  }

  /** Say how the whole briefing is to be handled; `null` takes that away. */
  markBriefing(marking: string | null): Promise<void> {
    return this.#inTurn(async () => {
      const before = this.marking
      if (marking === before) return
      await this.#change(marking, {
        make: () => this.#steps.setBriefing(marking),
        undo: () => this.#steps.setBriefing(before)
      })
    })
  }

  /** Say how the paragraph at an offset is to be handled; every marking in it gives way. */
  markParagraph({ start }: Pick<Paragraph, 'start'>, marking: string | null): Promise<void> {
    return this.#inTurn(() => this.#markParagraph(start, marking))
  }

  /** Take one marking away, also when its paragraph is gone. */
  remove({ id, marking }: PlacedMarking): Promise<void> {
    return this.#inTurn(() =>
      this.#change(null, {
        make: () => this.#steps.setEach([{ id, marking: null }]),
        undo: () => this.#steps.setEach([{ id, marking }])
      })
    )
  }

  /** Wait for what is being saved. */
  async settled(): Promise<void> {
    await this.#queue
  }

  /** Read again what other devices may have changed. */
  async reload(marking: string | null): Promise<void> {
    const { briefing, edition } = this.shown
    this.marking = marking
    await this.#context.notices.attempt(async () =>
      this.take(edition, await this.#context.api.paragraphMarkings({ briefing, edition }))
    )
  }

  /** Show the markings of an edition, when it is the one that is open. */
  take(edition: number, placed: readonly PlacedMarking[]): void {
    if (edition === this.shown.edition) this.paragraphs = placed
  }

  /** One after the other: each is changed from what it is by then. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#queue.then(work)
    this.#queue = turn.catch(() => undefined)
    return turn
  }

  async #markParagraph(start: number, marking: string | null): Promise<void> {
    const block = blockAt(this.#plan, start)
    const before = this.#in(block)
    if (before.length === 0 ? marking === null : before.every((one) => one.marking === marking)) return
    let made: readonly PlacedMarking[] = []
    await this.#change(marking, {
      make: async () => {
        const placed = await this.#steps.setParagraph(start, marking)
        made = placed.filter(({ range }) => range !== null && blockAt(this.#plan, range.start) === block)
      },
      // What it is now goes, what it was comes back, each by its id: none is lost and none is lowered.
      undo: () => this.#steps.setEach([...made.map(({ id }) => ({ id, marking: null })), ...before])
    })
  }

  async #change(
    wanted: string | null,
    { make, undo }: { readonly make: () => Promise<void>; readonly undo: () => Promise<void> }
  ): Promise<void> {
    const { notices, remember } = this.#context
    if (!(await notices.attempt(make))) return
    remember({ what: words.handling.change, briefing: this.shown.briefing, undo, redo: make })
    notices.announce(wanted === null ? words.handling.cleared : words.handling.set(wanted))
  }

  #in(block: Block | undefined): readonly PlacedMarking[] {
    return block === undefined ? [] : (this.#byBlock.get(block) ?? [])
  }

  #highestIn(block: Block, levels: readonly string[]): string | null {
    const markings = this.#in(block).map(({ marking }) => marking)
    return highestMarking(markings, levels)
  }
}
