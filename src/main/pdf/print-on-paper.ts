import type { PrintJob, PrintWatch } from '#core/service/ports'
import type { PrinterParts } from './create-printer'
import { printInPasses } from './print-in-passes'
import type { PrintFiles, PrintPage } from './print-page'

/**
 * Make the PDF, and let the person print the very document that it came from: no engine prints a PDF by
 * itself, and the same document on the same paper has the same pages. What fails for the file, fails here.
 */
export async function printOnPaper(parts: PrinterParts, job: PrintJob, watch: PrintWatch): Promise<boolean> {
  let settled: PrintFiles = {}
  const printPage: PrintPage = (files, printing) => {
    settled = files
    return parts.printPage(files, printing)
  }
  await printInPasses({ ...parts, printPage }, job, watch)
  const { paper, color } = job.options
  const wanted = { size: paper === 'a4' ? 'A4' : 'Letter', isColored: color === 'colour' } as const
  return parts.onPaper(settled, wanted, watch.signal)
}
