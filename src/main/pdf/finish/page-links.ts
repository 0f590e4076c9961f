import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFRef, PDFString } from '@cantoo/pdf-lib'
import type { PDFDocument, PDFPage } from '@cantoo/pdf-lib'
import { PLACE_ADDRESS, RUN_ADDRESS } from '#core/print/print-document'

/** A rectangle of a page in points, from the lower left. */
export interface PageRectangle {
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly top: number
}

/** One link annotation of a page, as the engine writes one for each line that a link runs over. */
export interface PageLink {
  readonly page: PDFPage
  /** From 0. */
  readonly pageIndex: number
  readonly ref: PDFRef
  readonly dict: PDFDict
  readonly rectangle: PageRectangle
  /** Its key in the structure's parent tree. */
  readonly structKey: number | null
  /** Index of the run that it was printed for, or `null` for a link within the document. */
  readonly run: number | null
  /** The name of the place that a pass of printing was asked about by it. */
  readonly place: string | null
  /** The named place in the document that it leads to. */
  readonly target: string | null
}

/** Lower than any letter that is printed, in points. */
const LEAST_HEIGHT = 4

/**
 * Whether a part of a link is no words: where letters are higher than the line they stand on, and the line is
 * the first of its page, the engine puts what is above it at the foot of the page before.
 */
export function isSliver({ rectangle, place }: PageLink): boolean {
  return place === null && rectangle.top - rectangle.bottom < LEAST_HEIGHT
}

/** Every link of a document in reading order, slivers too. */
export function pageLinks(pdf: PDFDocument): readonly PageLink[] {
  return pdf.getPages().flatMap((page, pageIndex) =>
    annotationRefs(page).flatMap((ref) => {
      const dict = pdf.context.lookupMaybe(ref, PDFDict)
      if (dict?.lookupMaybe(PDFName.of('Subtype'), PDFName) !== PDFName.of('Link')) return []
      const rectangle = rectangleOf(dict)
      return [
        {
          page,
          pageIndex,
          ref,
          dict,
          rectangle,
          structKey: dict.lookupMaybe(PDFName.of('StructParent'), PDFNumber)?.asNumber() ?? null,
          ...standsFor(dict),
          target: targetOf(dict)
        }
      ]
    })
  )
}

/** The annotations that a page lists. */
export function annotationRefs(page: PDFPage): readonly PDFRef[] {
  const annotations = page.node.Annots()
  return annotations === undefined ? [] : annotations.asArray().filter((entry) => entry instanceof PDFRef)
}

function rectangleOf(dict: PDFDict): PageRectangle {
  const { x, y, width, height } = dict.lookup(PDFName.of('Rect'), PDFArray).asRectangle()
  return { left: x, bottom: y, right: x + width, top: y + height }
}

function standsFor(dict: PDFDict): Pick<PageLink, 'run' | 'place'> {
  const address = textOf(dict.lookupMaybe(PDFName.of('A'), PDFDict)?.lookup(PDFName.of('URI'))) ?? ''
  if (address.startsWith(PLACE_ADDRESS)) return { run: null, place: address.slice(PLACE_ADDRESS.length) }
  const isRun = address.startsWith(RUN_ADDRESS)
  return { run: isRun ? Number(address.slice(RUN_ADDRESS.length)) : null, place: null }
}

function targetOf(dict: PDFDict): string | null {
  const target = dict.lookup(PDFName.of('Dest'))
  return target instanceof PDFName ? target.decodeText() : textOf(target)
}

function textOf(object: unknown): string | null {
  return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : null
}
