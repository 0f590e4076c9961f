import * as v from 'valibot'
import { resolve } from 'node:path'
import { ExportOptionsSchema } from '#core/print/export-options'
import type { PrintedPdf, PrintItem } from '#core/service/ports'
import { createPrinter } from '../../src/main/pdf/create-printer'
import type { PrinterParts } from '../../src/main/pdf/create-printer'
import { composePrint } from '../../src/main/worker/jobs/compose-print'
import { finishPdf } from '../../src/main/worker/jobs/finish-pdf'
import type { TestEngine } from './print-with-playwright'

/** Everything a printer needs but the engine; the worker's jobs run here. */
export const TEST_PARTS: Omit<PrinterParts, 'printPage'> = {
  // Each job gets the input that the job table asks for.
  worker: {
    run: (job, input) =>
      (job === 'composePrint' ? composePrint(input as never) : finishPdf(input as never)) as never
  },
  library: { asset: async () => null },
  resources: resolve(import.meta.dirname, '../../resources/print'),
  producer: 'Briefing Reader test',
  now: () => '2026-01-02T03:04:05Z'
}

/** Print items with an engine of the tests; options as a person leaves them out. */
export function printWith(
  { printPage }: Pick<TestEngine, 'printPage'>,
  items: readonly PrintItem[],
  options: v.InferInput<typeof ExportOptionsSchema> = {},
  parts: Partial<PrinterParts> = {}
): Promise<PrintedPdf> {
  const printer = createPrinter({ ...TEST_PARTS, printPage, ...parts })
  return printer.print(
    items,
    v.parse(ExportOptionsSchema, { producedOn: '2026-01-02T03:04:05Z', ...options })
  )
}
