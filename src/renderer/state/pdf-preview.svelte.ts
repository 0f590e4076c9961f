import type { CallAnswer } from '#core/contract/api'
import { problemOf } from '#core/problem/reader-error'
import type { PrintProgress } from '#core/service/ports'
import { PdfOpener, type PdfPages } from '../pdf/open-pdf'
import { sentenceFor } from './notices.svelte'
import type { PageApi } from './page-api'
import { Pause } from './pause'
import type { PrintRequest } from './print-plan.svelte'

/** What is known of the pages that are shown. */
type PreviewFacts = Omit<CallAnswer<'previewPdf'>, 'bytes'>

/**
 * The pages of a PDF as it would be saved. When something else is asked for the pages before it stay,
 * marked as old, until the new ones are there.
 */
export class PdfPreview {
  status = $state<'none' | 'making' | 'shown' | 'stopped' | 'failed'>('none')
  pages = $state.raw<PdfPages | null>(null)
  facts = $state.raw<PreviewFacts | null>(null)
  progress = $state.raw<PrintProgress | null>(null)
  /** Why there are no pages. */
  sentence = $state('')
  readonly #api: PageApi
  readonly #opener = new PdfOpener()
  readonly #settled: () => Promise<void>
  #asked: PrintRequest | null = null
  #turn = 0
  readonly #pause = new Pause()

  /** `settled` waits until main knows the settings that are shown. */
  constructor(api: PageApi, settled: () => Promise<void>) {
    this.#api = api
    this.#settled = settled
  }

  /** Show these pages, unless they are shown; what is being made is given up. */
  ask(request: PrintRequest | null): void {
    if (request === this.#asked && this.status === 'shown') return
    this.#begin(request, { atOnce: this.status === 'none' })
  }

  /** Make the pages that were asked for last, after they were stopped or failed. */
  again(): void {
    this.#begin(this.#asked, { atOnce: true })
  }

  /** Make no pages until others are asked for. */
  stop(): void {
    if (this.status !== 'making') return
    this.#giveUp()
    this.status = 'stopped'
  }

  /** Let go of everything. */
  close(): void {
    this.#giveUp()
    this.status = 'none'
    void this.#show(null, null).finally(() => this.#opener.close())
    void this.#api.cancelExport()
  }

  /** How far main has come. */
  hear(progress: PrintProgress): void {
    if (this.status === 'making') this.progress = progress
  }

  #begin(request: PrintRequest | null, { atOnce }: { readonly atOnce: boolean }): void {
    this.#giveUp()
    this.#asked = request
    this.progress = null
    this.status = request === null ? 'none' : 'making'
    const turn = this.#turn
    if (request === null) void this.#show(null, null)
    else this.#pause.after(() => void this.#make(request, turn), { atOnce })
  }

  #giveUp(): void {
    this.#pause.drop()
    this.#turn += 1
    if (this.status === 'making') void this.#api.cancelExport()
  }

  async #make(request: PrintRequest, turn: number): Promise<void> {
    try {
      await this.#settled()
      if (this.#turn !== turn) return
      const { bytes, ...facts } = await this.#api.previewPdf(request)
      if (this.#turn !== turn) return
      const pages = await this.#opener.open(bytes)
      if (this.#turn !== turn) return void pages.close()
      this.status = 'shown'
      await this.#show(pages, facts)
    } catch (thrown) {
      if (this.#turn !== turn) return
      this.status = problemOf(thrown).code === 'print-cancelled' ? 'stopped' : 'failed'
      this.sentence = sentenceFor(thrown)
    }
  }

  async #show(pages: PdfPages | null, facts: PreviewFacts | null): Promise<void> {
    const before = this.pages
    this.pages = pages
    this.facts = facts
    await before?.close()
  }
}
