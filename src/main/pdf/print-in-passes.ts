import { isAsExpected } from '#core/print/printed-places'
import type { PrintedPlaces } from '#core/print/printed-places'
import type { Library, PrintedPdf, PrintJob, PrintWatch } from '#core/service/ports'
import type { ComposedPrint } from '../worker/jobs/compose-print'
import type { PrinterParts } from './create-printer'
import type { PrintFile, PrintFiles } from './print-page'

/** How long the worker may take for a step: a pack of hundreds of pages takes seconds. */
const STEP_TIMEOUT_MS = 120_000
/**
 * One pass to learn where everything stands, one that says so, and one for what the second moved: notes
 * that go on behind a text move all pages after it. A fourth is for an index that became shorter by that.
 */
const MAX_PASSES = 4

/**
 * Write the document and print it; where it speaks of its own pages, write and print it again with
 * what the print told, until what it says is so.
 */
export async function printInPasses(
  parts: PrinterParts,
  job: PrintJob,
  { signal, onProgress }: PrintWatch
): Promise<PrintedPdf> {
  const { worker, resources, producer } = parts
  const limits = { timeoutMs: STEP_TIMEOUT_MS, ...(signal === undefined ? {} : { signal }) }
  const options = {
    ...job.options,
    colorNames: job.colorNames,
    markingLevels: job.markingLevels,
    producedOn: job.options.producedOn ?? parts.now()
  }
  const passes: PrintedPlaces[] = []
  for (;;) {
    onProgress?.({ step: 'composing' })
    const composed = await worker.run(
      'composePrint',
      { items: job.items, options: { ...options, passes }, resources },
      limits
    )
    const files = { ...composed.files, ...(await picturesOf(composed, parts.library)) }
    signal?.throwIfAborted()
    const pass = passes.length + 1
    onProgress?.({ step: 'printing', pass, passes: composed.isDraft ? pass + 1 : pass })
    const bytes = await parts.printPage(files, { signal, isDraft: composed.isDraft })
    const told = await whatItTold(composed, () =>
      worker.run('measurePrint', { bytes, headingIds: composed.headingIds }, limits)
    )
    if (told === 'settled') {
      onProgress?.({ step: 'finishing' })
      const { attachments } = job
      const finished = await worker.run(
        'finishPdf',
        { bytes, plan: composed.plan, producer, attachments },
        limits
      )
      const isAnythingPrivate = job.privateNotes.length > 0
      if (isAnythingPrivate) {
        const scanned = { ...job, attachments: attachments.map(({ bytes: _bytes, ...file }) => file) }
        await worker.run('scanPdf', { bytes: finished.bytes, job: scanned, producer }, limits)
      }
      return finished
    }
    if (pass === MAX_PASSES) throw new Error('what the document says of its pages does not settle')
    passes.push(told)
  }
}

/** What a pass of printing told that the document does not say yet. */
async function whatItTold(
  { isDraft, expected }: ComposedPrint,
  measure: () => Promise<PrintedPlaces>
): Promise<PrintedPlaces | 'settled'> {
  if (!isDraft && expected === null) return 'settled'
  const printed = await measure()
  return !isDraft && (expected === null || isAsExpected(expected, printed)) ? 'settled' : printed
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
