import { cssString } from './css-string'
import type { PageGeometry } from './page-geometry'
import type { PageNumbers } from './pack/page-numbers'
import type { OutlineEntry } from './print-document'
import { shortenedLine } from './shortened-line'
import { textWidth } from './text-width'

/** What the running heads and feet of one part of a document say. */
export interface Furniture {
  /** The name of the part's pages. */
  readonly page: string
  readonly title: string
  readonly date: string
  /** Which text this is, for whoever holds the paper. */
  readonly identity: string
  readonly dir: 'ltr' | 'rtl'
}

/** What stands at the four corners of a page, as the value of the CSS property `content`. */
export interface RunningHeads {
  /** Rules that the values refer to. */
  readonly rules: string
  /** How many lines the heads have. */
  readonly lines: 1 | 2
  cornersOf(furniture: Furniture): Corners
}

/** Values of `content`, by the side of the page where reading starts or ends. */
export interface Corners {
  readonly topStart: string
  readonly topEnd: string
  readonly bottomStart: string
  readonly bottomEnd: string
}

/** Size of the letters in points, as `resources/print/print.css` says. */
const SIZE = 8
/** The part of a line that its second text may take, and the least white between the two, in ems. */
const END_PART = 0.4
const GAP = 2

/** The title and the date on every page, which the engine counts. */
export function plainHeads(geometry: PageGeometry): RunningHeads {
  return {
    rules: '',
    lines: 1,
    cornersOf({ title, date, identity }) {
      const { start, end } = rowOf(title, date, lineOf(geometry))
      return {
        topStart: cssString(start),
        topEnd: cssString(end),
        bottomStart: cssString(identity),
        bottomEnd: '"Page " counter(page) " of " counter(pages)'
      }
    }
  }
}

/** A part of a document whose running heads say where in it a page is. */
export interface HeadedPart {
  readonly furniture: Pick<Furniture, 'title' | 'date'>
  readonly outline: readonly OutlineEntry[]
}

/** What the heads of a whole document say. */
export interface DocumentHeads {
  /** What the document is called above the titles of its parts; '' where the title says it. */
  readonly name: string
  readonly numbers: PageNumbers
  readonly geometry: PageGeometry
  /** A cover has no number on it, though it is counted. */
  readonly hasCover: boolean
}

/**
 * Heads that name the section of each page, and pages that are counted from behind the contents.
 *
 * Chromium has no `string-set`, and counts the cover with the pages; but it knows counter styles
 * (CSS Counter Styles Level 3, section 3.1.2) whose symbols are strings: one for each page, as the pass
 * before told.
 */
export function headsByPage(
  parts: readonly HeadedPart[],
  { name, numbers, geometry, hasCover }: DocumentHeads
): RunningHeads {
  const lines = placedLines(parts, numbers.headings)
  const pages = Array.from({ length: numbers.pages }, (_, page) => page)
  const corners = pages.map((page) => headsOn(page, lines, { name, line: lineOf(geometry) }))
  return {
    rules: [
      counterStyle(
        'heads',
        corners.map(({ start }) => start)
      ),
      counterStyle(
        'sides',
        corners.map(({ end }) => end)
      ),
      counterStyle(
        'folios',
        pages.map((page) => (hasCover && page === 0 ? '' : folio(page, numbers)))
      )
    ].join('\n'),
    lines: 2,
    cornersOf: ({ identity }) => ({
      topStart: 'counter(page, heads)',
      topEnd: 'counter(page, sides)',
      bottomStart: cssString(identity),
      bottomEnd: 'counter(page, folios)'
    })
  }
}

interface PlacedLine {
  readonly page: number
  readonly level: number
  readonly title: string
  readonly part: HeadedPart
  /** The page where its part begins. */
  readonly start: number
}

/** Nothing where the print had other headings than the document: a page had better say none than a wrong one. */
function placedLines(parts: readonly HeadedPart[], headings: readonly number[]): readonly PlacedLine[] {
  if (parts.reduce((sum, { outline }) => sum + outline.length, 0) !== headings.length) return []
  let index = 0
  return parts.flatMap((part) => {
    const start = headings[index] ?? 0
    return part.outline.map(({ level, title }) => {
      const page = headings[index] ?? start
      index += 1
      return { page, level, title, part, start }
    })
  })
}

/** Two lines: what the document is and of which day, then the briefing and its section. */
function headsOn(
  page: number,
  lines: readonly PlacedLine[],
  { name, line }: { name: string; line: number }
): { readonly start: string; readonly end: string } {
  const here = lines.findLast((heading) => heading.page <= page)
  if (here === undefined) return { start: '', end: '' }
  const { title, date } = here.part.furniture
  const isNamed = name !== '' && name !== title
  // Where a part begins its title stands on the page, and its date.
  if (here.start === page) return { start: isNamed ? shortenedLine(name, line) : '', end: '' }
  const section = sectionOn(page, lines, here)
  const rows = isNamed
    ? [rowOf(name, date, line), rowOf(title, section, line)]
    : [rowOf(title, date, line), rowOf(section, '', line)]
  return {
    start: rows.map(({ start }) => start).join('\n'),
    end: rows.map(({ end }) => end).join('\n')
  }
}

/** Two texts on a line, so that they do not meet. */
function rowOf(start: string, end: string, line: number): { readonly start: string; readonly end: string } {
  const short = shortenedLine(end, END_PART * line)
  return { start: shortenedLine(start, line - textWidth(short) - GAP), end: short }
}

/** The first section that begins on the page, or the one that goes on from before; '' for none. */
function sectionOn(page: number, lines: readonly PlacedLine[], { part }: PlacedLine): string {
  const sections = lines.filter((heading) => heading.part === part && heading.level === 2)
  const begins = sections.find((heading) => heading.page === page)
  return (begins ?? sections.findLast((heading) => heading.page < page))?.title ?? ''
}

function folio(page: number, numbers: PageNumbers): string {
  const number = numbers.printedOn(page)
  return page < numbers.front ? number : `Page ${number} of ${numbers.count}`
}

function counterStyle(name: string, symbols: readonly string[]): string {
  return `@counter-style ${name} { system: fixed 1; symbols: ${symbols.map(cssString).join(' ')}; suffix: "" }`
}

/** The width of a line of the heads in ems of their letters. */
function lineOf({ column, notes }: PageGeometry): number {
  return (column.width + (notes === null ? 0 : notes.gutter + notes.width)) / SIZE
}
