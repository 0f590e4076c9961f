import { ReaderError } from '#core/problem/reader-error'
import type { Library, Printer, PrintWatch } from '#core/service/ports'
import type { WorkerClient } from '../worker/worker-client'
import { printInPasses } from './print-in-passes'
import { printOnPaper } from './print-on-paper'
import type { PrintOnPaper, PrintPage } from './print-page'

/** What a printer is made of. */
export interface PrinterParts {
  readonly worker: Pick<WorkerClient, 'run'>
  readonly library: Pick<Library, 'asset'>
  readonly printPage: PrintPage
  readonly onPaper: PrintOnPaper
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
    print: (job, watch = {}) => told(watch, () => printInPasses(parts, job, watch)),
    printOnPaper: (job, watch = {}) => told(watch, () => printOnPaper(parts, job, watch))
  }
}

/** What went wrong, as the person is told it. */
async function told<Made>({ signal }: PrintWatch, make: () => Promise<Made>): Promise<Made> {
  try {
    return await make()
  } catch (cause) {
    if (signal?.aborted === true) throw new ReaderError({ code: 'print-cancelled' }, { cause })
    throw cause instanceof ReaderError ? cause : new ReaderError({ code: 'print-failed' }, { cause })
  }
}
