import type { ExportOptions } from '#core/print/export-options'
import { ReaderError } from '#core/problem/reader-error'
import type { Library, PrintedPdf, Printer, PrintItem } from '#core/service/ports'
import type { WorkerClient } from '../worker/worker-client'
import type { ComposedPrint } from '../worker/jobs/compose-print'
import type { PrintFile, PrintFiles, PrintPage } from './print-page'

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

/** How long the worker may take for a step: a pack of hundreds of pages takes seconds. */
const STEP_TIMEOUT_MS = 120_000

/**
 * A printer over a printing engine. Writing the document and finishing its PDF happen in the worker
 * process, so that main only hands bytes on.
 */
export function createPrinter(parts: PrinterParts): Printer {
  return {
    async print(items, options) {
      try {
        return await print(parts, items, options)
      } catch (cause) {
        throw cause instanceof ReaderError ? cause : new ReaderError({ code: 'print-failed' }, { cause })
      }
    }
  }
}

async function print(
  { worker, library, printPage, resources, producer, now }: PrinterParts,
  items: readonly PrintItem[],
  options: ExportOptions
): Promise<PrintedPdf> {
  const limits = { timeoutMs: STEP_TIMEOUT_MS }
  const composing = { ...options, producedOn: options.producedOn ?? now() }
  const composed = await worker.run('composePrint', { items, options: composing, resources }, limits)
  const pictures = await picturesOf(composed, library)
  const bytes = await printPage({ ...composed.files, ...pictures })
  return worker.run('finishPdf', { bytes, plan: composed.plan, producer }, limits)
}

/** A picture that the library has lost is left out: its description stands in its place. */
async function picturesOf({ pictures }: ComposedPrint, library: Pick<Library, 'asset'>): Promise<PrintFiles> {
  const files: Record<string, PrintFile> = {}
  for (const { name, briefing, asset } of pictures) {
    const bytes = await library.asset(briefing, asset)
    if (bytes !== null) files[name] = { type: pictureType(asset), bytes }
  }
  return files
}

function pictureType(asset: string): string {
  const extension = asset.slice(asset.lastIndexOf('.') + 1)
  return extension === 'jpg' ? 'image/jpeg' : `image/${extension}`
}
