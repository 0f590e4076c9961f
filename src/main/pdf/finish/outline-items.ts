import { PDFDict, PDFName } from '@cantoo/pdf-lib'
import type { PDFDocument } from '@cantoo/pdf-lib'

const FIRST = PDFName.of('First')
const NEXT = PDFName.of('Next')

/** The entries of a document's outline (ISO 32000-1, section 12.3.3), in order; none when it has no outline. */
export function outlineItems(pdf: PDFDocument): readonly PDFDict[] {
  const outlines = pdf.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict)
  return outlines === undefined ? [] : itemsBelow(outlines)
}

function itemsBelow(parent: PDFDict): readonly PDFDict[] {
  const items: PDFDict[] = []
  let item = parent.lookupMaybe(FIRST, PDFDict)
  while (item !== undefined) {
    items.push(item)
    items.push(...itemsBelow(item))
    item = item.lookupMaybe(NEXT, PDFDict)
  }
  return items
}
