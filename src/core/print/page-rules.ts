import type { ExportOptions } from './export-options'
import { markRules, paletteOf } from './mark-palette'
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

/**
 * The rules of a document's pages: paper, running heads, `Page X of Y`, the column, letters, colours.
 *
 * The running heads are margin boxes of the pages and not the engine's own header templates, since
 * those know neither the document's fonts nor its direction (guide/pdf.md 5.2).
 */
export function pageRules(
  furniture: readonly Furniture[],
  geometry: PageGeometry,
  { typeface, textSize, color }: Pick<ExportOptions, 'typeface' | 'textSize' | 'color'>
): string {
  const { column } = geometry
  return [
    `:root { font-family: ${TYPEFACES[typeface]}; font-size: ${points(textSize)};`,
    `--inset: ${points(column.inset)} }`,
    markRules(paletteOf(color)),
    ...furniture.map((item) => rulesOf(item, geometry))
  ].join('\n')
}

function rulesOf(furniture: Furniture, geometry: PageGeometry): string {
  const { page } = furniture
  const { width, height } = geometry.paper
  const { top, bottom, side } = geometry.margin
  const margin = `margin: ${points(top)} ${points(side)} ${points(bottom)}`
  const boxes = `${margin}; ${heads(furniture, geometry)} ${feet(furniture, geometry)}`
  return [
    `.${page} { page: ${page} }`,
    `.${page} > :is(.landscape, .broken) { page: ${page}-wide }`,
    `@page ${page} { size: ${points(width)} ${points(height)}; ${boxes} }`,
    `@page ${page}-wide { size: ${points(height)} ${points(width)}; ${boxes} }`,
    // The title block stands there already.
    `@page ${page}:first { @top-left { content: none } @top-right { content: none } }`
  ].join('\n')
}

function heads({ title, date, dir }: Furniture, geometry: PageGeometry): string {
  const [start, end] = sidesOf(dir)
  return [
    marginBox(`top-${start}`, cssString(shortened(title)), geometry),
    marginBox(`top-${end}`, cssString(date), geometry)
  ].join(' ')
}

function feet({ identity, dir }: Furniture, geometry: PageGeometry): string {
  const [start, end] = sidesOf(dir)
  return [
    marginBox(`bottom-${start}`, cssString(identity), geometry),
    marginBox(`bottom-${end}`, '"Page " counter(page) " of " counter(pages)', geometry)
  ].join(' ')
}

/** A margin box whose words end where the column does. */
function marginBox(place: string, content: string, { column }: PageGeometry): string {
  const side = place.endsWith('left') ? 'left' : 'right'
  return `@${place} { content: ${content}; text-align: ${side}; padding-${side}: ${points(column.inset)}; white-space: nowrap }`
}

function sidesOf(dir: 'ltr' | 'rtl'): readonly ['left' | 'right', 'left' | 'right'] {
  return dir === 'ltr' ? ['left', 'right'] : ['right', 'left']
}

/** A length in CSS, to the thousandth of a point. */
export function points(length: number): string {
  return `${Math.round(length * 1000) / 1000}pt`
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

/** A CSS string (CSS Syntax Level 3, section 4.3.5): everything that could end it is written as a code point. */
function cssString(value: string): string {
  const escaped = value.replace(
    /["\\<>\p{Cc}]/gu,
    (character) => `\\${(character.codePointAt(0) ?? 0).toString(16)} `
  )
  return `"${escaped}"`
}
