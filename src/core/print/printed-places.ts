/** A rectangle of a page in points, from the page's upper left corner: `top` is less than `bottom`. */
export interface PlaceRectangle {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** One line of a link as the engine set it; it rounds to whole pixels, 0.75 points. */
export interface PrintedLine {
  /** From 0. */
  readonly page: number
  readonly rectangle: PlaceRectangle
}

/** What one pass of printing tells: where everything came to stand that the document asked about. */
export interface PrintedPlaces {
  /** Width and height of each page in points. */
  readonly pages: readonly { readonly width: number; readonly height: number }[]
  /** Page, from 0, of each `id` that an internal link leads to. */
  readonly targets: Readonly<Record<string, number>>
  /** Page, from 0, of each heading, in the order of the document. */
  readonly headings: readonly number[]
  /** The lines of each internal link, by the `id` that it leads to; those of several links follow each other. */
  readonly references: Readonly<Record<string, readonly PrintedLine[]>>
  /** The lines of each place that was asked about, by its name. */
  readonly places: Readonly<Record<string, readonly PrintedLine[]>>
  /** The lines of each run, by its index among the document's links. */
  readonly runs: readonly (readonly PrintedLine[])[]
}

/** What a document takes for granted of its own print, because it was written by an earlier pass. */
export interface ExpectedPlaces {
  readonly pages?: number
  /** More would be worth a contents. */
  readonly mostPages?: number
  /** Page, from 0, of each heading. */
  readonly headings?: readonly number[]
  /** Page, from 0, of each `id`. */
  readonly targets: Readonly<Record<string, number>>
  /** The first line of each internal link, by the `id` that it leads to. */
  readonly references?: Readonly<Record<string, PrintedLine>>
}

/** Lines that are nearer than this stand where they were: the engine rounds to 0.75 points. */
const TOLERANCE = 1.6

/** Whether a print came out as the document that was printed says; else it has to be written again. */
export function isAsExpected(expected: ExpectedPlaces, printed: PrintedPlaces): boolean {
  const { pages, mostPages, headings } = expected
  return (
    (pages === undefined || pages === printed.pages.length) &&
    (mostPages === undefined || mostPages >= printed.pages.length) &&
    (headings === undefined || isSameList(headings, printed.headings)) &&
    Object.entries(expected.targets).every(([id, page]) => printed.targets[id] === page) &&
    Object.entries(expected.references ?? {}).every(([id, line]) =>
      isSameLine(line, printed.references[id]?.[0])
    )
  )
}

function isSameList(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((page, index) => page === b[index])
}

function isSameLine(a: PrintedLine, b: PrintedLine | undefined): boolean {
  if (b === undefined || a.page !== b.page) return false
  return Math.abs(a.rectangle.bottom - b.rectangle.bottom) < TOLERANCE
}
