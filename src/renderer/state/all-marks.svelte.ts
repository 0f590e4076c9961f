import { FacetCounter, type MarkFacets } from '#core/annotation/mark-facets'
import { matcherOf } from '#core/annotation/mark-filter'
import type { PlacedAnnotation } from '#core/annotation/placed-annotation'
import type { BriefingSummary } from '#core/briefing/briefing'
import { Filtering } from './filtering.svelte'
import { briefingsAsked, type MarkRow, rowsByBriefing, rowsByTime } from './all-marks-rows'
import { inPieces } from './in-pieces'
import type { LibraryState } from './library.svelte'
import type { Notices } from './notices.svelte'
import type { PageApi } from './page-api'

/** What the marks of the library need of the window around them. */
export interface AllMarksContext {
  readonly api: PageApi
  readonly notices: Notices
  readonly library: LibraryState
}

/** One question to main asks for about so many marks, in at most so many briefings. */
const MARKS_AT_ONCE = 400
const BRIEFINGS_AT_ONCE = 50
/** While marks come in, what is shown is worked out anew so often, in milliseconds. */
const REFRESH_MS = 500

/**
 * The marks of all briefings. They are read once, some briefings at a time, and filtered here: a word
 * that is typed asks nothing of main, and no step holds a frame.
 */
export class AllMarks {
  readonly filtering = new Filtering()
  grouping = $state<'briefing' | 'time'>('briefing')
  /** Words of the briefings' titles, and the days between which they are dated; empty for any. */
  title = $state('')
  from = $state('')
  to = $state('')
  /** The row that the keys stand on. */
  selectedId = $state<string | null>(null)
  rows = $state.raw<readonly MarkRow[]>([])
  shown = $state(0)
  total = $state(0)
  facets = $state.raw<MarkFacets>(new FacetCounter().counts())
  /** How many briefings are read, of how many; `null` when all are. */
  progress = $state.raw<{ readonly done: number; readonly total: number } | null>(null)
  readonly #context: AllMarksContext
  #marks: readonly PlacedAnnotation[] = []
  #reading = 0
  #refreshing = 0

  constructor(context: AllMarksContext) {
    this.#context = context
  }

  /** Read all marks, and show them as they come; a later call takes the place of an earlier one. */
  async load(): Promise<void> {
    const { api, notices, library } = this.#context
    const turn = (this.#reading += 1)
    const counter = new FacetCounter()
    const marked = library.briefings.filter(({ annotations }) => annotations > 0)
    let done = 0
    let refreshed = 0
    this.#marks = []
    await notices.attempt(async () => {
      for (const some of portionsOf(marked)) {
        this.progress = { done, total: marked.length }
        const marks = await api.gatherAnnotations({ briefings: some.map(({ id }) => id) })
        if (this.#reading !== turn) return
        done += some.length
        this.#marks = [...this.#marks, ...marks]
        this.total = this.#marks.length
        this.facets = counter.add(marks).counts()
        if (performance.now() - refreshed < REFRESH_MS) continue
        await this.refresh()
        refreshed = performance.now()
      }
    })
    if (this.#reading !== turn) return
    this.progress = null
    await this.refresh()
  }

  /** Read no further. */
  stop(): void {
    this.#reading += 1
    this.progress = null
  }

  /** Work out what is shown. */
  async refresh(): Promise<void> {
    const turn = (this.#refreshing += 1)
    const passes = matcherOf(this.filtering.filter, this.filtering.foldedOf)
    const briefings = briefingsAsked(this.#context.library.briefings, this)
    const found: PlacedAnnotation[] = []
    const isDone = await inPieces(
      this.#marks,
      (mark) => {
        if (briefings.has(mark.briefing) && passes(mark)) found.push(mark)
      },
      () => this.#refreshing === turn
    )
    if (!isDone) return
    const rows =
      this.grouping === 'briefing' ? rowsByBriefing(found, briefings) : rowsByTime(found, briefings)
    this.shown = found.length
    this.rows = rows
  }
}

function portionsOf(briefings: readonly BriefingSummary[]): readonly (readonly BriefingSummary[])[] {
  const portions: BriefingSummary[][] = []
  let marks = Infinity
  for (const briefing of briefings) {
    const last = portions.at(-1)
    if (last === undefined || marks >= MARKS_AT_ONCE || last.length >= BRIEFINGS_AT_ONCE) {
      portions.push([briefing])
      marks = briefing.annotations
    } else {
      last.push(briefing)
      marks += briefing.annotations
    }
  }
  return portions
}
