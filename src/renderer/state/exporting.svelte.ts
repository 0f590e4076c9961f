import type { PrintProgress } from '#core/service/ports'
import { words } from '../words/english'
import type { LibraryState } from './library.svelte'
import { type Notices, sentenceFor } from './notices.svelte'
import type { OpenDocument } from './open-document.svelte'
import type { PageApi } from './page-api'
import { PreflightState } from './preflight-state.svelte'
import { PdfPreview } from './pdf-preview.svelte'
import { PrintPlan } from './print-plan.svelte'
import type { SettingsState } from './settings.svelte'

/** What handing on PDFs needs of the window around it. */
interface ExportContext {
  readonly api: PageApi
  readonly notices: Notices
  readonly library: LibraryState
  readonly settings: SettingsState
}

/** Tells what was done. */
type Told = () => void

/** Choosing what becomes a PDF, seeing its pages, and saving or printing them. */
export class Exporting {
  readonly plan: PrintPlan
  readonly preview: PdfPreview
  readonly preflight: PreflightState
  /** What the person came for: it is what Enter does. */
  purpose = $state<'file' | 'paper'>('file')
  /** What is laid out in place of the choices. */
  aside = $state<'summary' | 'preflight' | 'profiles' | null>(null)
  working = $state<'saving' | 'printing' | null>(null)
  /** Why it was not saved or printed. */
  sentence = $state('')
  readonly #context: ExportContext
  /** Whether the note that was being written is saved. */
  #begun: Promise<boolean> = Promise.resolve(true)
  /** Counts what was begun or called off. */
  #turn = 0

  constructor(context: ExportContext) {
    this.#context = context
    this.plan = new PrintPlan(context.library, context.settings)
    const settled = (): Promise<void> => context.settings.settled()
    this.preview = new PdfPreview(context.api, settled)
    this.preflight = new PreflightState(context.api, settled)
  }

  /**
   * Begin with the briefing that is open. A note that is being written goes with it; answers whether it
   * was saved, since without it this would not be what the person sees.
   */
  begin(document: OpenDocument): Promise<boolean> {
    this.sentence = ''
    this.aside = null
    this.plan.begin(document.briefing.id)
    this.#begun = document.finish()
    return this.#begun
  }

  /** Show the pages of what is chosen now; while they are saved or printed they stay. */
  refresh(): void {
    if (this.working !== null) return
    this.preview.ask(this.plan.request)
    this.preflight.ask(this.plan.request)
  }

  /** Read what a summary is chosen from. */
  readMarks(): Promise<void> {
    const { api, notices } = this.#context
    return this.plan.summary.read(api, notices)
  }

  hear(progress: PrintProgress): void {
    this.preview.hear(progress)
  }

  /**
   * Answers what tells that there is a file now, for when the window of the export has closed, or `null`:
   * the person chose none, or it failed.
   */
  save(): Promise<Told | null> {
    const { api, notices } = this.#context
    return this.#work('saving', async (request) => {
      const exported = await api.exportPdf(request)
      if (exported === null) return null
      const { path, pages, annotations } = exported
      const show = (): void => void notices.attempt(async () => void (await api.showFile({ path })))
      const action = { label: words.actions.show, run: show }
      return () => notices.tell(words.export.saved(pages, annotations), action)
    })
  }

  /** Hand the pages to the system's printing; answers what tells it, or `null` when they were not printed. */
  print(): Promise<Told | null> {
    const { api, notices } = this.#context
    return this.#work('printing', async (request) => {
      const isPrinted = await api.printPdf(request)
      return isPrinted ? () => notices.tell(words.export.printed) : null
    })
  }

  /** End what is being made. */
  cancel(): void {
    this.#turn += 1
    if (this.working !== null) void this.#context.api.cancelExport()
    else this.preview.stop()
  }

  /** The window of the export closes: nothing of it goes on. */
  close(): void {
    this.#turn += 1
    this.preview.close()
    this.preflight.close()
    this.plan.summary.close()
  }

  async #work(
    kind: 'saving' | 'printing',
    work: (request: NonNullable<PrintPlan['request']>) => Promise<Told | null>
  ): Promise<Told | null> {
    if (this.plan.request === null || this.working !== null) return null
    const turn = (this.#turn += 1)
    this.working = kind
    this.sentence = ''
    try {
      const isBegun = await this.#begun
      const { request } = this.plan
      if (!isBegun || request === null || turn !== this.#turn) return null
      const told = await work(request)
      if (told !== null) await this.#context.settings.change({ pageLook: this.plan.look.current })
      return told
    } catch (thrown) {
      this.sentence = sentenceFor(thrown)
      return null
    } finally {
      this.working = null
    }
  }
}
