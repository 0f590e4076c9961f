import type { BriefingSummary } from '#core/briefing/briefing'
import type { PlacedMarking } from '#core/marking/paragraph-marking'
import type { PageApi } from './page-api'

/** A briefing in one of its editions. */
export interface ShownEdition {
  readonly briefing: string
  readonly edition: number
}

/** A marking by its id; `null`: it is taken away. */
interface SetMarking {
  readonly id: string
  readonly marking: string | null
}

/** What shows the markings of a briefing that is open. */
interface OpenHandling {
  marking: string | null
  readonly shown: ShownEdition
  take(edition: number, placed: readonly PlacedMarking[]): void
}

/** What the steps need of the window around them. */
export interface HandlingStepsContext {
  readonly api: PageApi
  /** Take over what changed of a briefing in the list. */
  readonly put: (summary: BriefingSummary) => void
  /** The handling of a briefing as it is open now. */
  readonly handlingOf: (briefing: string) => OpenHandling | null
}

/** The single steps of saying how a briefing is to be handled: each is saved, and shown where it is open by then. */
export class HandlingSteps {
  readonly #shown: ShownEdition
  readonly #context: HandlingStepsContext

  constructor(shown: ShownEdition, context: HandlingStepsContext) {
    this.#shown = shown
    this.#context = context
  }

  async setBriefing(marking: string | null): Promise<void> {
    const { api, put, handlingOf } = this.#context
    const { briefing } = this.#shown
    const summary = await api.markBriefing({ id: briefing, marking })
    put(summary)
    const open = handlingOf(briefing)
    if (open !== null) open.marking = summary.marking
  }

  /** Answers all markings of the edition. */
  async setParagraph(at: number, marking: string | null): Promise<readonly PlacedMarking[]> {
    const { api, handlingOf } = this.#context
    const { briefing, edition } = this.#shown
    const placed = await api.markParagraph({ briefing, edition, at, marking })
    handlingOf(briefing)?.take(edition, placed)
    return placed
  }

  /** Set markings by their ids, the last of each id, and show them in whichever edition is open. */
  async setEach(markings: readonly SetMarking[]): Promise<void> {
    const { api, handlingOf } = this.#context
    const { briefing } = this.#shown
    for (const [id, marking] of new Map(markings.map((each) => [each.id, each.marking]))) {
      const open = handlingOf(briefing)
      const { edition } = open?.shown ?? this.#shown
      const placed = await api.changeParagraphMarking({ briefing, edition, id, marking })
      open?.take(edition, placed)
    }
  }
}
