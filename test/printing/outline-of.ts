import { PDFDict, PDFHexString, PDFName } from '@cantoo/pdf-lib'
import type { PDFDocument } from '@cantoo/pdf-lib'

/** Depth and title of each entry. */
export function outlineOf(pdf: PDFDocument): readonly (readonly [number, string])[] {
  const below = (parent: PDFDict, depth: number): (readonly [number, string])[] => {
    const entries: (readonly [number, string])[] = []
    let item = parent.lookupMaybe(PDFName.of('First'), PDFDict)
    while (item !== undefined) {
      entries.push(
        [depth, item.lookup(PDFName.of('Title'), PDFHexString).decodeText()],
        ...below(item, depth + 1)
      )
      item = item.lookupMaybe(PDFName.of('Next'), PDFDict)
    }
    return entries
  }
  return below(pdf.catalog.lookup(PDFName.of('Outlines'), PDFDict), 0)
}
