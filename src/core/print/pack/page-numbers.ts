import type { ExpectedPlaces, PrintedPlaces } from '../printed-places'

/** Stands for a number in a draft, and is as wide as most are. */
const UNKNOWN = '000'

/**
 * What a document says of its own pages: those before its text have numbers of their own, so that the
 * text begins on page 1. Whatever is asked about is taken for granted, and must be so in the print.
 */
export class PageNumbers {
  readonly #printed: PrintedPlaces | null
  readonly #pages: number
  readonly #asked = new Set<string>()
  /** How many pages stand before page 1; 0 in a draft. */
  readonly front: number

  /**
   * @param printed what the latest pass of printing told; `null` in a draft.
   * @param firstHeading index of the first heading on page 1 among those of the document.
   */
  constructor(printed: PrintedPlaces | null, firstHeading: number) {
    this.#printed = printed
    this.#pages = printed === null ? 0 : documentPages(printed)
    this.front = Math.max(0, printed?.headings[firstHeading] ?? 0)
  }

  /** Whether the numbers are not known yet. */
  get isDraft(): boolean {
    return this.#printed === null
  }

  /** How many pages are numbered; 0 in a draft. */
  get count(): number {
    return this.#pages - this.front
  }

  /** All pages of the document; 0 in a draft. */
  get pages(): number {
    return this.#pages
  }

  /** Page, from 0, of each heading. */
  get headings(): readonly number[] {
    return this.#printed?.headings ?? []
  }

  /** The number on the page where the target of a link stands. */
  numberOf(id: string): string {
    this.#asked.add(id)
    const page = this.#printed?.targets[id]
    return page === undefined ? UNKNOWN : this.printedOn(page)
  }

  /** The number that is printed on a page, which is counted from 0. */
  printedOn(page: number): string {
    return page < this.front ? romanNumber(page + 1) : String(page - this.front + 1)
  }

  /** What was said. A target that the pass before did not have is nowhere, and never as expected. */
  get expected(): ExpectedPlaces {
    const targets = [...this.#asked].map((id) => [id, this.#printed?.targets[id] ?? -1] as const)
    return { pages: this.#pages, headings: this.headings, targets: Object.fromEntries(targets) }
  }
}

/** Pages on which a draft only measures are higher than any paper, in points. */
const HIGHEST_PAPER = 5_000

/** How many pages the document itself has in a print. */
export function documentPages({ pages }: PrintedPlaces): number {
  return pages.filter(({ height }) => height < HIGHEST_PAPER).length
}

const ROMAN = [
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1]
] as const

/** A number below 400 as the pages before a text are counted: `iv`. */
function romanNumber(number: number): string {
  let left = number
  return ROMAN.map(([sign, value]) => {
    const times = Math.floor(left / value)
    left -= times * value
    return sign.repeat(times)
  }).join('')
}
