import type { InferInput } from 'valibot'
import type { BriefingSummary } from '#core/briefing/briefing'
import type { CallInput } from '#core/contract/calls'
import { DESIGNED_TEXT_SIZE, type ExportOptionsSchema, TEXT_SIZES } from '#core/print/export-options'
import type { LibraryState } from './library.svelte'

/** What a person chooses for a PDF; what is not there is as it is designed. */
export type PrintChoice = Omit<InferInput<typeof ExportOptionsSchema>, 'producedOn'>

/** What main is asked to print. */
export type PrintRequest = Pick<CallInput<'previewPdf'>, 'ids'> & { readonly options: PrintChoice }

/** Text grows and shrinks by so many points. */
const TEXT_STEP = 0.6

/** What a PDF is made of: briefings in their order, and how they are printed. It is kept while the window is open. */
export class PrintPlan {
  readonly #library: Pick<LibraryState, 'briefings'>
  /** In the order of the PDF. */
  ids = $state.raw<readonly string[]>([])
  choice = $state.raw<PrintChoice>({})

  constructor(library: Pick<LibraryState, 'briefings'>) {
    this.#library = library
  }

  /** Those of the pack that are still in the library. */
  readonly briefings = $derived.by(() => {
    const known = this.#library.briefings
    return this.ids
      .map((id) => known.find((briefing) => briefing.id === id))
      .filter((briefing): briefing is BriefingSummary => briefing !== undefined)
  })

  /** Those that could be added, in the order of the library. */
  readonly others = $derived.by(() => this.#library.briefings.filter(({ id }) => !this.ids.includes(id)))

  readonly isPack = $derived.by(() => this.briefings.length > 1)

  /** What main is asked for, or `null` while there is nothing to print. */
  readonly request = $derived.by((): PrintRequest | null => {
    if (this.briefings.length === 0) return null
    const title = this.choice.title?.trim() ?? ''
    const options = { ...this.choice, title: title === '' ? undefined : title }
    return { ids: this.briefings.map(({ id }) => id), options }
  })

  readonly textSize = $derived.by(() => this.choice.textSize ?? DESIGNED_TEXT_SIZE)

  /** Begin with a briefing; a pack that it is in is gone on with. */
  begin(id: string): void {
    if (this.ids.length > 1 && this.ids.includes(id)) return
    this.ids = [id]
    this.choose({ title: undefined })
  }

  choose(change: Partial<PrintChoice>): void {
    this.choice = { ...this.choice, ...change }
  }

  add(id: string): void {
    if (!this.ids.includes(id)) this.ids = [...this.ids, id]
  }

  remove(id: string): void {
    this.ids = this.ids.filter((other) => other !== id)
  }

  /** Put a briefing at another place, counted from 0 in what is shown; answers whether it moved. */
  move(id: string, to: number): boolean {
    const shown = this.briefings.map((briefing) => briefing.id)
    const from = shown.indexOf(id)
    const place = Math.max(0, Math.min(shown.length - 1, to))
    if (from === -1 || from === place) return false
    this.ids = shown.toSpliced(from, 1).toSpliced(place, 0, id)
    return true
  }

  /** Make the text larger, or with -1 smaller. */
  resize(by: 1 | -1): void {
    const wanted = this.textSize + by * TEXT_STEP
    const size = Math.max(TEXT_SIZES.smallest, Math.min(TEXT_SIZES.largest, wanted))
    this.choose({ textSize: Math.round(size * 10) / 10 })
  }
}
