import { PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib'
import type { PDFContext, PDFDocument, PDFRef } from '@cantoo/pdf-lib'
import type { Style } from '#core/annotation/annotation'
import type { PlacedAnnotation } from '#core/annotation/placed-annotation'
import type { Palette, PrintedColor } from '#core/print/mark-palette'
import { TYPE_NAMES } from '#core/print/print-words'
import { around } from './mark-quads'
import type { MarkOnPage } from './mark-quads'
import type { PageRectangle } from './page-links'

/** The annotation types of PDF (ISO 32000-1, section 12.5.6.10) for our styles. */
const SUBTYPES: Readonly<Record<Style, string>> = {
  highlight: 'Highlight',
  underline: 'Underline',
  strike: 'StrikeOut'
}

/** Print flag (ISO 32000-1, table 165): without it an annotation is not printed. */
const PRINTED = 4

/** An annotation that was written for a mark. */
export interface WrittenAnnotation {
  readonly place: MarkOnPage
  readonly ref: PDFRef
  /** Its key in the structure's parent tree. */
  readonly structKey: number
}

/**
 * Write one annotation per mark and page.
 *
 * The ones on later pages answer to the first as a group, so that a reader lists the mark once.
 * The pages do not list them yet.
 */
export function writeAnnotations(
  pdf: PDFDocument,
  places: readonly MarkOnPage[],
  {
    marks,
    palette,
    firstStructKey
  }: {
    readonly marks: readonly PlacedAnnotation[]
    readonly palette: Palette
    readonly firstStructKey: number
  }
): readonly WrittenAnnotation[] {
  const written: WrittenAnnotation[] = []
  for (const place of places) {
    const mark = marks[place.mark]
    if (mark === undefined) throw new RangeError(`the document names no mark ${place.mark}`)
    const earlier = written.filter((other) => other.place.mark === place.mark)
    const structKey = firstStructKey + written.length
    const first = earlier[0]?.ref ?? null
    const ref = writeOne(pdf.context, place, {
      mark,
      colors: palette[mark.color],
      structKey,
      first,
      count: earlier.length + 1
    })
    written.push({ place, ref, structKey })
  }
  return written
}

interface OneAnnotation {
  readonly mark: PlacedAnnotation
  readonly colors: PrintedColor
  readonly structKey: number
  /** The mark's annotation on the first of its pages, on every other page. */
  readonly first: PDFRef | null
  /** Which of the mark's pages this is, from 1. */
  readonly count: number
}

function writeOne(
  context: PDFContext,
  { rectangles, first: link }: MarkOnPage,
  { mark, colors, structKey, first, count }: OneAnnotation
): PDFRef {
  const { fill, ink } = colors
  const rectangle = listOf(around(rectangles))
  const annotation = context.obj({
    Type: 'Annot',
    Subtype: SUBTYPES[mark.style],
    P: link.page.ref,
    Rect: rectangle,
    QuadPoints: rectangles.flatMap(quadOf),
    Contents: PDFHexString.fromText(contentsOf(mark)),
    NM: PDFString.of(count === 1 ? mark.id : `${mark.id}#${count}`),
    CreationDate: PDFString.fromDate(new Date(mark.created)),
    M: PDFString.fromDate(new Date(mark.modified)),
    C: componentsOf(mark.style === 'highlight' ? fill : ink),
    CA: 1,
    F: PRINTED,
    StructParent: structKey,
    AP: { N: context.register(emptyAppearance(context, rectangle)) },
    ...(first === null ? {} : { IRT: first, RT: 'Group' })
  })
  if (mark.author !== '') annotation.set(PDFName.of('T'), PDFHexString.fromText(mark.author))
  if (mark.type !== 'note') annotation.set(PDFName.of('Subj'), PDFHexString.fromText(TYPE_NAMES[mark.type]))
  return context.register(annotation)
}

/** The note as it was written; a bare mark says which words it marks, for those who only hear it. */
function contentsOf({ note, quote }: PlacedAnnotation): string {
  return note.trim() === '' ? quote : note
}

/**
 * An appearance that shows nothing: the page itself draws the mark (docs/decisions/0020).
 *
 * It names a graphics state, although it needs none, since pdf.js takes an appearance without one for
 * a broken one and draws its own.
 */
function emptyAppearance(
  context: PDFContext,
  rectangle: readonly number[]
): ReturnType<PDFContext['stream']> {
  return context.stream('/G0 gs', {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [...rectangle],
    Resources: { ExtGState: { G0: { Type: 'ExtGState', BM: 'Multiply', ca: 1 } } }
  })
}

/** Upper left, upper right, lower left, lower right: what every reader expects, unlike ISO 32000's text (pdf.js#12675). */
function quadOf({ left, bottom, right, top }: PageRectangle): number[] {
  return [left, top, right, top, left, bottom, right, bottom]
}

function listOf({ left, bottom, right, top }: PageRectangle): number[] {
  return [left, bottom, right, top]
}

/** `#rrggbb` as parts of 1. */
function componentsOf(color: string): number[] {
  return [1, 3, 5].map((at) => Math.round((Number.parseInt(color.slice(at, at + 2), 16) / 255) * 1e4) / 1e4)
}
