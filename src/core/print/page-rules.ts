import type { ExportOptions } from './export-options'
import { markRules, paletteOf } from './mark-palette'
import { markingRules } from './marking-rules'
import { points } from './page-geometry'
import type { PageGeometry } from './page-geometry'
import type { Corners, Furniture, RunningHeads } from './running-heads'

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
  { geometry, heads }: { readonly geometry: PageGeometry; readonly heads: RunningHeads },
  { typeface, textSize, color, marking }: PageChoices
): string {
  return [
    `:root { font-family: ${TYPEFACES[typeface]}; font-size: ${points(textSize)}; ${lengths(geometry)} }`,
    markRules(paletteOf(color)),
    heads.rules,
    ...furniture.map((item) => rulesOf(item, geometry, heads.cornersOf(item))),
    ...furniture.map(({ page, dir }) =>
      markingRules(marking, { page, dir, geometry, headLines: heads.lines })
    )
  ].join('\n')
}

/** What the style sheet needs of the page: the column of the text, and that of the notes. */
function lengths({ column, notes }: PageGeometry): string {
  const furnitureEnd = notes === null ? column.end : 0
  const text = [
    `--inset-start: ${points(column.start)}; --inset-end: ${points(column.end)}`,
    `--furniture-end: ${points(furnitureEnd)}`
  ].join('; ')
  if (notes === null) return text
  const start = column.start + column.width + notes.gutter
  return [
    text,
    `--note-start: ${points(start)}; --note-width: ${points(notes.width)}`,
    `--leader-start: ${points(start - notes.gutter)}`,
    `--note-size: ${points(notes.size)}; --note-line: ${points(notes.line)}`
  ].join('; ')
}

function rulesOf(furniture: Furniture, geometry: PageGeometry, corners: Corners): string {
  const { page } = furniture
  const { width, height } = geometry.paper
  const { bottom, landscapeBottom } = geometry.margin
  const boxes = cornerBoxes(furniture.dir, corners, insetsOf(geometry))
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

function cornerBoxes(dir: 'ltr' | 'rtl', corners: Corners, inset: Insets): string {
  const [start, end] = sidesOf(dir)
  return [
    marginBox(`top-${start}`, corners.topStart, { dir, inset: inset.start }),
    marginBox(`top-${end}`, corners.topEnd, { dir, inset: inset.end }),
    marginBox(`bottom-${start}`, corners.bottomStart, { dir, inset: inset.start }),
    marginBox(`bottom-${end}`, corners.bottomEnd, { dir, inset: inset.end })
  ].join(' ')
}

interface Insets {
  readonly start: number
  readonly end: number
}

/** Running heads begin and end where the column does, or where the notes beside it do. */
function insetsOf({ column, notes }: PageGeometry): Insets {
  return { start: column.start, end: notes === null ? column.end : 0 }
}

function marginBox(
  place: string,
  content: string,
  { dir, inset }: { readonly dir: 'ltr' | 'rtl'; readonly inset: number }
): string {
  const side = place.endsWith('left') ? 'left' : 'right'
  return `@${place} { content: ${content}; direction: ${dir}; text-align: ${side}; padding-${side}: ${points(inset)}; white-space: pre }`
}

function sidesOf(dir: 'ltr' | 'rtl'): readonly ['left' | 'right', 'left' | 'right'] {
  return dir === 'ltr' ? ['left', 'right'] : ['right', 'left']
}
