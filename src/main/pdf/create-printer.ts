import { ReaderError } from '#core/problem/reader-error'
import type { Library, Printer } from '#core/service/ports'
import type { WorkerClient } from '../worker/worker-client'
import { printInPasses } from './print-in-passes'
import type { PrintPage } from './print-page'

/** What a printer is made of. */
export interface PrinterParts {
  readonly worker: Pick<WorkerClient, 'run'>
  readonly library: Pick<Library, 'asset'>
  readonly printPage: PrintPage
  /** The folder `resources/print`. */
  readonly resources: string
  /** Name and version of this program, as a PDF names its producer. */
  readonly producer: string
  /** RFC 3339; what a file without a date of its own says it was made on. */
  now(): string
}

/**
 * A printer over a printing engine. Writing the document, reading what a pass of printing tells and
 * finishing the PDF happen in the worker process, so that main only hands bytes on.
 */
export function createPrinter(parts: PrinterParts): Printer {
  return {
    async print(job, watch = {}) {
      try {
        return await printInPasses(parts, job, watch)
      } catch (cause) {
        if (watch.signal?.aborted === true) throw new ReaderError({ code: 'print-cancelled' }, { cause })
        throw cause instanceof ReaderError ? cause : new ReaderError({ code: 'print-failed' }, { cause })
      }
    }
  }
}
