import type { ExportOptions } from './export-options'
import type { NotesForm } from './notes-form'

/** Points in a millimetre, and in a pixel of the engine. */
const MM = 72 / 25.4
const PIXEL = 0.75

/** Width and height of the papers in points. */
const PAPERS = {
  a4: { width: 210 * MM, height: 297 * MM },
  letter: { width: 612, height: 792 }
} as const

/**
 * White in millimetres, and the longest line in ems of the text: 60 to 75 characters at 0.45 em each,
 * which is what the letters of the print fonts take on average. The outer side is that of a column of
 * notes, which is white enough by itself.
 */
const MARGINS = {
  narrow: { side: 18, outer: 14, top: 22, bottom: 21, measure: 34 },
  normal: { side: 24, outer: 20, top: 27, bottom: 26, measure: 33.1 },
  wide: { side: 30, outer: 24, top: 32, bottom: 31, measure: 28.5 }
} as const

/** Width of a column of notes, and of the white between it and the text. */
const NOTE_WIDTH = 42 * MM
const GUTTER = 6.5 * MM

/** Where everything stands on a page. All lengths are points. */
export interface PageGeometry {
  readonly paper: { readonly width: number; readonly height: number }
  /** The white around the page's area; `start` is the side where a line begins. */
  readonly margin: {
    readonly top: number
    readonly bottom: number
    readonly landscapeBottom: number
    readonly start: number
    readonly end: number
  }
  /** The column of the text within that area: the white on its sides there, and its width. */
  readonly column: { readonly start: number; readonly end: number; readonly width: number }
  readonly notes: NoteColumn | null
  /** The whole area, upright and with the page on its side: whole pixels, as the engine counts pages. */
  readonly area: { readonly width: number; readonly height: number }
  readonly landscapeArea: { readonly width: number; readonly height: number }
}

/** A column of notes, at the outer end of the area. */
export interface NoteColumn {
  readonly width: number
  readonly gutter: number
  /** Size of its letters, and from one line to the next: whole pixels, so that heights add up. */
  readonly size: number
  readonly line: number
}

/** Lay out the page that the person chose, for notes of a form. */
export function pageGeometry(
  { paper: name, margins, textSize }: Pick<ExportOptions, 'paper' | 'margins' | 'textSize'>,
  form: NotesForm
): PageGeometry {
  const paper = PAPERS[name]
  const { side, outer, top, bottom, measure } = MARGINS[margins]
  const notes = form === 'margin' ? noteColumn(textSize) : null
  const start = side * MM
  const end = (notes === null ? side : outer) * MM
  const topMargin = wholePixels(top * MM)
  const areaOf = (width: number, height: number): PageGeometry['area'] => ({
    width: width - start - end,
    height: wholePixels(height - topMargin - bottom * MM)
  })
  const area = areaOf(paper.width, paper.height)
  const landscapeArea = areaOf(paper.height, paper.width)
  return {
    paper,
    margin: {
      top: topMargin,
      bottom: paper.height - topMargin - area.height,
      landscapeBottom: paper.width - topMargin - landscapeArea.height,
      start,
      end
    },
    column: columnIn(area.width, measure * textSize, notes),
    notes,
    area,
    landscapeArea
  }
}

function noteColumn(textSize: number): NoteColumn {
  const size = 0.722 * textSize
  return { width: NOTE_WIDTH, gutter: GUTTER, size, line: wholePixels(1.36 * size) }
}

/** In the middle of its area; beside notes at their side, so that each is near its line. */
function columnIn(area: number, longest: number, notes: NoteColumn | null): PageGeometry['column'] {
  if (notes === null) {
    const width = Math.min(area, longest)
    return { start: (area - width) / 2, end: (area - width) / 2, width }
  }
  const end = notes.gutter + notes.width
  const width = Math.min(area - end, longest)
  return { start: area - end - width, end, width }
}

function wholePixels(length: number): number {
  return Math.floor(length / PIXEL) * PIXEL
}

/** A length in CSS, to the thousandth of a point. */
export function points(length: number): string {
  return `${Math.round(length * 1000) / 1000}pt`
}
