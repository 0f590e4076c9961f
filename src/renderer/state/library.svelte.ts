import type { ImportedBriefing, ImportReport } from '#core/contract/api'
import type { BriefingSummary } from '#core/briefing/briefing'
import { foldForSearch } from '#core/text/fold-for-search'
import { words } from '../words/english'
import { type Notices, sentenceFor } from './notices.svelte'
import type { PageApi } from './page-api'

/** What the library needs of the window around it. */
export interface LibraryContext {
  readonly api: PageApi
  readonly notices: Notices
  readonly open: (id: string, opening?: { readonly edition?: number }) => Promise<void>
  /** Show what became of each file. */
  readonly showReport: () => void
  /** Briefings and editions came in that were not here before. */
  readonly onImported: (imported: readonly ImportedBriefing[]) => void
}

/** How far an import of several files is. */
export interface ImportProgress {
  readonly done: number
  readonly total: number
  readonly source: string
}

/** The list of briefings, and bringing new ones in. */
export class LibraryState {
  status = $state<'loading' | 'ready' | 'failed'>('loading')
  problem = $state('')
  briefings = $state.raw<readonly BriefingSummary[]>([])
  filter = $state('')
  progress = $state.raw<ImportProgress | null>(null)
  /** Whether this window is bringing something in. */
  isImporting = false
  report = $state.raw<ImportReport>({ imported: [], failed: [] })
  readonly #context: LibraryContext

  constructor(context: LibraryContext) {
    this.#context = context
  }

  /** The briefings that the filter lets through. */
  readonly shown = $derived.by(() => {
    if (this.filter.trim() === '') return this.briefings
    const wanted = foldForSearch(this.filter.trim()).split(/\s+/u)
    return this.briefings.filter((briefing) => {
      const text = searchable(briefing)
      return wanted.every((word) => text.includes(word))
    })
  })

  async load(): Promise<void> {
    try {
      this.briefings = await this.#context.api.listBriefings()
      this.status = 'ready'
    } catch (thrown) {
      this.problem = sentenceFor(thrown)
      if (this.status === 'ready') this.#context.notices.warn(this.problem)
      else this.status = 'failed'
    }
  }

  /** Let the person choose files. */
  async importChosen(): Promise<void> {
    await this.#import(async () => this.#context.api.chooseFiles())
  }

  /** Let the person choose a file that is to be a new edition of a briefing. */
  async importEdition(editionOf: string): Promise<void> {
    await this.#import(() => this.#context.api.chooseEdition({ editionOf }))
  }

  /**
   * Import dropped files, with `editionOf` as editions of that briefing; those that lie nowhere on
   * disk are handed over as bytes.
   */
  async importDropped(files: readonly File[], editionOf?: string): Promise<void> {
    const { api, notices } = this.#context
    await this.#import(async () => {
      const report = await api.importDropped(files, editionOf)
      const isEmpty = report.imported.length + report.failed.length === 0
      const found = isEmpty ? await this.#importBytes(files, editionOf) : report
      if (found.imported.length + found.failed.length === 0) notices.warn(words.importing.nothing)
      return found
    })
  }

  async importText(text: string): Promise<void> {
    await this.#import(() => this.#context.api.importText({ text }))
  }

  /** Hear how far an import is. */
  showProgress(progress: ImportProgress): void {
    this.progress = progress.done >= progress.total ? null : progress
  }

  /** Take over what changed of one briefing. */
  put(summary: BriefingSummary): void {
    this.briefings = this.briefings.map((known) => (known.id === summary.id ? summary : known))
  }

  /** Show how many marks a briefing has now. */
  setMarks(id: string, annotations: number): void {
    const known = this.briefings.find((briefing) => briefing.id === id)
    if (known !== undefined && known.annotations !== annotations) this.put({ ...known, annotations })
  }

  async #importBytes(files: readonly File[], editionOf: string | undefined): Promise<ImportReport> {
    const imported: ImportReport['imported'][number][] = []
    const failed: ImportReport['failed'][number][] = []
    for (const file of files) {
      const bytes = new Uint8Array(await file.arrayBuffer())
      const report = await this.#context.api.importBytes({ name: file.name, bytes, editionOf })
      imported.push(...report.imported)
      failed.push(...report.failed)
    }
    return { imported, failed }
  }

  async #import(work: () => Promise<ImportReport | null>): Promise<void> {
    this.isImporting = true
    await this.#context.notices.attempt(async () => {
      const report = await work()
      if (report !== null) await this.#tell(report)
    })
    this.progress = null
    this.isImporting = false
  }

  async #tell(report: ImportReport): Promise<void> {
    const { notices, open, showReport, onImported } = this.#context
    this.report = report
    await this.load()
    const { imported, failed } = report
    const [first] = imported
    const fresh = imported.filter(({ duplicate }) => !duplicate)
    const opened = (fresh[0] ?? first)?.briefing
    if (opened !== undefined) await open(opened.id, { edition: opened.edition })
    if (fresh.length > 0) onImported(fresh)
    const needsReport = failed.length > 0 || imported.some(({ warnings }) => warnings.length > 0)
    if (needsReport) showReport()
    else if (imported.length > 1 || (first !== undefined && !isEdition(first)))
      notices.tell(summaryOf(report))
  }
}

/** Whether a file became a new edition, of which more is told than its title. */
function isEdition({ carried }: ImportedBriefing): boolean {
  return carried !== null
}

function summaryOf({ imported }: ImportReport): string {
  const fresh = imported.filter(({ duplicate }) => !duplicate)
  const [first] = imported
  if (imported.length > 1 && fresh.length > 0) return words.importing.many(fresh.length)
  const title = first?.briefing.title ?? ''
  return first?.duplicate === true ? words.importing.duplicate(title) : words.importing.one(title)
}

function searchable({ title, date, tags, sourceUrl }: BriefingSummary): string {
  return foldForSearch([title, date ?? '', ...tags, sourceUrl ?? ''].join(' '))
}
