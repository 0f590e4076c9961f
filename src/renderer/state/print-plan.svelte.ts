import type { InferInput } from 'valibot'
import type { CallInput } from '#core/contract/calls'
import type { ExportOptionsSchema } from '#core/print/export-options'
import { WORDS } from '#core/print/print-words'
import type { LibraryState } from './library.svelte'
import { PageLookChoice } from './page-look.svelte'
import { Pack } from './pack.svelte'
import type { SettingsState } from './settings.svelte'
import { SummaryChoice } from './summary-choice.svelte'

/** What a person chooses for a PDF; what is not there is as it is designed. */
type PrintChoice = Omit<InferInput<typeof ExportOptionsSchema>, 'producedOn'>

/** What main is asked to print. */
export type PrintRequest = Pick<CallInput<'previewPdf'>, 'ids'> & { readonly options: PrintChoice }

/** What is written by the person, or else not there. */
const LINES = ['title', 'preparedBy', 'preparedFor', 'series', 'marking'] as const
/** What is said of these briefings and of no others, taken back; who prepared them stays the same. */
const OF_THE_BRIEFINGS = { title: undefined, preparedFor: undefined, series: undefined, marking: undefined }

/** What a PDF is made of: briefings in their order, and how they are printed. It is kept while the window is open. */
export class PrintPlan {
  readonly pack: Pack
  readonly look: PageLookChoice
  readonly summary: SummaryChoice
  choice = $state.raw<PrintChoice>({})
  readonly #settings: Pick<SettingsState, 'current'>

  constructor(library: Pick<LibraryState, 'briefings'>, settings: Pick<SettingsState, 'current'>) {
    this.#settings = settings
    this.look = new PageLookChoice(settings)
    this.pack = new Pack(library)
    this.summary = new SummaryChoice(this.pack)
  }

  /** What the document is called when the person does not say. */
  readonly ownTitle = $derived.by(() => {
    const { briefings } = this.pack
    return briefings.length > 1 ? WORDS.pack : (briefings[0]?.title ?? '')
  })

  /**
   * What main is asked for, or `null` while there is nothing to print. Profiles and names of colours are
   * printed too, so it is another request when the settings change.
   */
  readonly request = $derived.by((): PrintRequest | null => {
    void this.#settings.current
    const { ids } = this.pack
    const written = Object.fromEntries(LINES.map((line) => [line, this.choice[line]?.trim() || undefined]))
    const options = { ...this.choice, ...this.look.current, ...written, summary: this.summary.ids }
    return ids.length === 0 ? null : { ids, options }
  })

  /** Begin with a briefing; a pack that it is in is gone on with. What was written of others is not said of it. */
  begin(id: string): void {
    if (this.pack.begin(id)) this.choose(OF_THE_BRIEFINGS)
  }

  choose(change: Partial<PrintChoice>): void {
    this.choice = { ...this.choice, ...change }
  }
}
