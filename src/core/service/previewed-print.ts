import type { PrintedPdf, PrintJob, ReaderHost } from './ports'

/** A print that is being made or was made, and what it is of. */
interface Print {
  readonly key: string
  readonly ending: AbortController
  readonly printed: Promise<PrintedPdf>
}

/**
 * The print that was previewed last. It is handed on as long as the same would be printed, to the last
 * letter of text, marks and options, so that what was seen is what is saved, and nothing older.
 */
export class PreviewedPrint {
  readonly #host: Pick<ReaderHost, 'digest' | 'printer' | 'onExportProgress'>
  #last: Print | null = null

  constructor(host: Pick<ReaderHost, 'digest' | 'printer' | 'onExportProgress'>) {
    this.#host = host
  }

  /** Print `job` to be seen; a preview of something else that is still being made is ended. */
  preview(job: PrintJob): Promise<PrintedPdf> {
    const key = this.#keyOf(job)
    return this.#last?.key === key ? this.#last.printed : this.#begin(job, key)
  }

  /** The preview of just this, or `null` when there is none. */
  of(job: PrintJob): Promise<PrintedPdf> | null {
    // To tell two jobs apart takes time for a large one, and most exports were not previewed.
    if (this.#last === null) return null
    return this.#last.key === this.#keyOf(job) ? this.#last.printed : null
  }

  /** End the preview that is being made, and let go of the one that was. */
  end(): void {
    this.#last?.ending.abort()
    this.#last = null
  }

  #begin(job: PrintJob, key: string): Promise<PrintedPdf> {
    this.end()
    const ending = new AbortController()
    const { printer, onExportProgress } = this.#host
    const watch = { signal: ending.signal, onProgress: onExportProgress }
    const print: Print = { key, ending, printed: printer.print(job, watch) }
    this.#last = print
    print.printed.catch(() => {
      if (this.#last === print) this.#last = null
    })
    return print.printed
  }

  #keyOf(job: PrintJob): string {
    const attachments = job.attachments.map(({ bytes: _bytes, ...file }) => file)
    return this.#host.digest(JSON.stringify({ ...job, attachments }))
  }
}
