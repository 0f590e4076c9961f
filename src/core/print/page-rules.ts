import type { ExportOptions } from './export-options'
import { cssString } from './css-string'
import { markRules, paletteOf } from './mark-palette'
import { markingRules } from './marking-rules'
import { points } from './page-geometry'
import type { PageGeometry } from './page-geometry'
import { textWidth } from './text-width'

/** What the running heads and feet of one briefing say. */
export interface Furniture {
  /** The name of the briefing's pages. */
  readonly page: string
  readonly title: string
  readonly date: string
  /** Which text this is, for whoever holds the paper. */
  readonly identity: string
  readonly dir: 'ltr' | 'rtl'
}

/** Longer titles would run into the date, in ems of the running head. */
const LONGEST_HEAD = 34

const TYPEFACES: Readonly<Record<ExportOptions['typeface'], string>> = {
  serif: "'Source Serif 4', 'Noto Serif', 'Noto Naskh Arabic', 'Noto Serif Hebrew', serif",
  sans: "'Noto Sans', 'Noto Sans Arabic', 'Noto Sans Hebrew', sans-serif"
}

/** What a person chose of the pages, and how what is on them is to be handled. */
interface PageChoices extends Pick<ExportOptions, 'typeface' | 'textSize' | 'color'> {
  readonly marking: string | null
}

/**
 * The rules of a document's pages: paper, running heads, `Page X of Y`, the column, letters, colours.
 *
 * The running heads are margin boxes of the pages and not the engine's own header templates, since
 * those know neither the document's fonts nor its direction (guide/pdf.md 5.2).
 */
export function pageRules(
  furniture: readonly Furniture[],
  geometry: PageGeometry,
  { typeface, textSize, color, marking }: PageChoices
): string {
  return [
    `:root { font-family: ${TYPEFACES[typeface]}; font-size: ${points(textSize)}; ${lengths(geometry)} }`,
    markRules(paletteOf(color)),
    ...furniture.map((item) => rulesOf(item, geometry)),
    ...furniture.map(({ page, dir }) => markingRules(marking, { page, dir, geometry }))
  ].join('\n')
}

/** What the style sheet needs of the page: the column of the text, and that of the notes. */
function lengths({ column, notes }: PageGeometry): string {
  const text = `--inset-start: ${points(column.start)}; --inset-end: ${points(column.end)}`
  if (notes === null) return text
  const start = column.start + column.width + notes.gutter
  return [
    text,
    `--note-start: ${points(start)}; --note-width: ${points(notes.width)}`,
    `--leader-start: ${points(start - notes.gutter)}`,
    `--note-size: ${points(notes.size)}; --note-line: ${points(notes.line)}`
  ].join('; ')
}

function rulesOf(furniture: Furniture, geometry: PageGeometry): string {
  const { page } = furniture
  const { width, height } = geometry.paper
  const { bottom, landscapeBottom } = geometry.margin
  const boxes = `${heads(furniture, geometry)} ${feet(furniture, geometry)}`
  return [
    `.${page} { page: ${page} }`,
    `.${page} > :is(.landscape, .broken) { page: ${page}-wide }`,
    `@page ${page} { size: ${points(width)} ${points(height)}; ${margins(furniture, geometry, bottom)}; ${boxes} }`,
    `@page ${page}-wide { size: ${points(height)} ${points(width)}; ${margins(furniture, geometry, landscapeBottom)}; ${boxes} }`,
    // The title block stands there already.
    `@page ${page}:first { @top-left { content: none } @top-right { content: none } }`
  ].join('\n')
}

function margins({ dir }: Furniture, { margin }: PageGeometry, bottom: number): string {
  const [left, right] = dir === 'ltr' ? [margin.start, margin.end] : [margin.end, margin.start]
  return `margin: ${points(margin.top)} ${points(right)} ${points(bottom)} ${points(left)}`
}

function heads({ title, date, dir }: Furniture, geometry: PageGeometry): string {
  const [start, end] = sidesOf(dir)
  const inset = insetsOf(geometry)
  return [
    marginBox(`top-${start}`, cssString(shortened(title)), inset.start),
    marginBox(`top-${end}`, cssString(date), inset.end)
  ].join(' ')
}

function feet({ identity, dir }: Furniture, geometry: PageGeometry): string {
  const [start, end] = sidesOf(dir)
  const inset = insetsOf(geometry)
  return [
    marginBox(`bottom-${start}`, cssString(identity), inset.start),
    marginBox(`bottom-${end}`, '"Page " counter(page) " of " counter(pages)', inset.end)
  ].join(' ')
}

/** Running heads begin and end where the column does, or where the notes beside it do. */
function insetsOf({ column, notes }: PageGeometry): { readonly start: number; readonly end: number } {
  return { start: column.start, end: notes === null ? column.end : 0 }
}

function marginBox(place: string, content: string, inset: number): string {
  const side = place.endsWith('left') ? 'left' : 'right'
  return `@${place} { content: ${content}; text-align: ${side}; padding-${side}: ${points(inset)}; white-space: nowrap }`
}

function sidesOf(dir: 'ltr' | 'rtl'): readonly ['left' | 'right', 'left' | 'right'] {
  return dir === 'ltr' ? ['left', 'right'] : ['right', 'left']
}

function shortened(title: string): string {
  if (textWidth(title) <= LONGEST_HEAD) return title
  let head = ''
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(title)) {
    if (textWidth(head + segment) > LONGEST_HEAD) break
    head += segment
  }
  return `${head.replace(/\s+\S*$/u, '')} …`
}
