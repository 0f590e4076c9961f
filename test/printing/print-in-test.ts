import * as v from 'valibot'
import { resolve } from 'node:path'
import { ExportOptionsSchema } from '#core/print/export-options'
import { DEFAULT_SETTINGS } from '#core/settings/settings'
import type { PrintedPdf, PrintItem, PrintJob } from '#core/service/ports'
import { createPrinter } from '../../src/main/pdf/create-printer'
import type { PrinterParts } from '../../src/main/pdf/create-printer'
import { composePrint } from '../../src/main/worker/jobs/compose-print'
import { measurePrint } from '../../src/main/worker/jobs/measure-print'
import { finishPdf } from '../../src/main/worker/jobs/finish-pdf'
import { scanPdf } from '../../src/main/worker/jobs/scan-pdf'
import type { TestEngine } from './print-with-playwright'

/** Everything a printer needs but the engine; the worker's jobs run here. */
export const TEST_PARTS: Omit<PrinterParts, 'printPage'> = {
  // Each job gets the input that the job table asks for.
  worker: {
    run: (job, input) =>
      ({ composePrint, measurePrint, finishPdf, scanPdf })[job as 'composePrint'](input as never) as never
  },
  onPaper: async () => true,
  library: { asset: async () => null },
  resources: resolve(import.meta.dirname, '../../resources/print'),
  producer: 'Briefing Reader test',
  now: () => '2026-01-02T03:04:05Z'
}

/** A job as the service gives it; options as a person leaves them out. */
export function jobOf(
  items: readonly PrintItem[],
  options: v.InferInput<typeof ExportOptionsSchema> = {}
): PrintJob {
  return {
    items,
    options: v.parse(ExportOptionsSchema, { producedOn: '2026-01-02T03:04:05Z', ...options }),
    colorNames: DEFAULT_SETTINGS.colorNames,
    markingLevels: DEFAULT_SETTINGS.markings,
    attachments: [],
    privateNotes: []
  }
}

/** Print items with an engine of the tests. */
export function printWith(
  { printPage }: Pick<TestEngine, 'printPage'>,
  items: readonly PrintItem[],
  options: v.InferInput<typeof ExportOptionsSchema> = {},
  parts: Partial<PrinterParts> = {}
): Promise<PrintedPdf> {
  return createPrinter({ ...TEST_PARTS, printPage, ...parts }).print(jobOf(items, options))
}
