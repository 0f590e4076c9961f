import { PDFArray, PDFDict, PDFName, PDFRef } from '@cantoo/pdf-lib'
import type { PDFDocument } from '@cantoo/pdf-lib'
import { outlineItems } from './outline-items'

const HEADING = /^H[1-6]$/u

/**
 * The page, from 0, of each heading in the order of the document: from the engine's outline, or where it
 * wrote none from the structure; -1 where neither tells.
 */
export function headingPages(pdf: PDFDocument): readonly number[] {
  const indices = new Map(pdf.getPages().map(({ ref }, index) => [ref, index]))
  const items = outlineItems(pdf)
  const refs = items.length > 0 ? items.map(destinationOf) : structurePages(pdf)
  return refs.map((ref) => (ref === null ? -1 : (indices.get(ref) ?? -1)))
}

function destinationOf(item: PDFDict): PDFRef | null {
  const page = item.lookupMaybe(PDFName.of('Dest'), PDFArray)?.get(0)
  return page instanceof PDFRef ? page : null
}

/** The page of each heading element of the structure, in reading order. */
export function structurePages(pdf: PDFDocument): readonly (PDFRef | null)[] {
  const root = pdf.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)
  return root === undefined ? [] : headingsBelow(root).map(pageOf)
}

function headingsBelow(element: PDFDict): readonly PDFDict[] {
  return childElements(element).flatMap((child) => {
    const role = child.lookupMaybe(PDFName.of('S'), PDFName)?.decodeText() ?? ''
    return HEADING.test(role) ? [child] : headingsBelow(child)
  })
}

function pageOf(element: PDFDict): PDFRef | null {
  const page = element.get(PDFName.of('Pg'))
  if (page instanceof PDFRef) return page
  return childElements(element).reduce<PDFRef | null>((found, child) => found ?? pageOf(child), null)
}

function childElements(element: PDFDict): readonly PDFDict[] {
  const kids = element.lookup(PDFName.of('K'))
  if (kids instanceof PDFDict) return [kids]
  if (!(kids instanceof PDFArray)) return []
  return kids.asArray().flatMap((_, index) => {
    const kid = kids.lookup(index)
    return kid instanceof PDFDict ? [kid] : []
  })
}
