import type { ExportOptions } from './export-options'

/** Points in a millimetre. */
const MM = 72 / 25.4

/** Width and height of the papers in points. */
const PAPERS = {
  a4: { width: 210 * MM, height: 297 * MM },
  letter: { width: 612, height: 792 }
} as const

/**
 * White on each side in millimetres, and the longest line in ems of the text: 60 to 75 characters at
 * 0.45 em each, which is what the letters of the print fonts take on average.
 */
const MARGINS = {
  narrow: { side: 18, top: 22, bottom: 21, measure: 34 },
  normal: { side: 24, top: 27, bottom: 26, measure: 33.1 },
  wide: { side: 30, top: 32, bottom: 31, measure: 28.5 }
} as const

/** Where everything stands on a page. All lengths are points. */
export interface PageGeometry {
  readonly paper: { readonly width: number; readonly height: number }
  /** The white around the page's area; the same on both sides. */
  readonly margin: { readonly top: number; readonly bottom: number; readonly side: number }
  /** The column of the text within that area. */
  readonly column: { readonly inset: number; readonly width: number }
  /** The whole area's width: upright, and with the page on its side. */
  readonly fullWidth: number
  readonly landscapeWidth: number
}

/** Lay out the page that the person chose. */
export function pageGeometry({
  paper: name,
  margins,
  textSize
}: Pick<ExportOptions, 'paper' | 'margins' | 'textSize'>): PageGeometry {
  const paper = PAPERS[name]
  const { side, top, bottom, measure } = MARGINS[margins]
  const margin = { top: top * MM, bottom: bottom * MM, side: side * MM }
  const fullWidth = paper.width - 2 * margin.side
  const width = Math.min(fullWidth, measure * textSize)
  return {
    paper,
    margin,
    column: { inset: (fullWidth - width) / 2, width },
    fullWidth,
    landscapeWidth: paper.height - 2 * margin.side
  }
}
