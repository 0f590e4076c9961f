import { PDFName } from '@cantoo/pdf-lib'
import type { PDFDocument } from '@cantoo/pdf-lib'

/**
 * Call the pages what is printed on them (ISO 32000-1, section 12.4.2): those in front `i`, `ii`, those
 * behind from `1`. Without pages in front a reader counts so by itself.
 */
export function labelPages(pdf: PDFDocument, frontPages: number): void {
  if (frontPages === 0) return
  const labels = { Nums: [0, { S: 'r' }, frontPages, { S: 'D' }] }
  pdf.catalog.set(PDFName.of('PageLabels'), pdf.context.obj(labels))
}
