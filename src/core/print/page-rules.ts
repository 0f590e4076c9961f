import type { ExportOptions } from './export-options'
import { markRules } from './mark-palette'
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

/**
 * The page rules of a document: paper, running heads, `Page X of Y`.
 *
 * They are margin boxes of the pages and not the engine's own header templates, since those know
 * neither the document's fonts nor its direction (guide/pdf.md 5.2).
 */
export function pageRules(furniture: readonly Furniture[], paper: ExportOptions['paper']): string {
  const size = paper === 'a4' ? 'A4' : 'letter'
  return [markRules(), ...furniture.map((item) => rulesOf(item, size))].join('\n')
}

function rulesOf(furniture: Furniture, size: string): string {
  const { page } = furniture
  return [
    `.${page} { page: ${page} }`,
    `.${page} > :is(.landscape, .broken) { page: ${page}-wide }`,
    `@page ${page} { size: ${size}; ${heads(furniture)} ${feet(furniture)} }`,
    `@page ${page}-wide { size: ${size} landscape; ${heads(furniture)} ${feet(furniture)} }`,
    // The title block stands there already.
    `@page ${page}:first { @top-left { content: none } @top-right { content: none } }`
  ].join('\n')
}

function heads({ title, date, dir }: Furniture): string {
  const [start, end] = sidesOf(dir)
  return `@top-${start} { content: ${cssString(shortened(title))} } @top-${end} { content: ${cssString(date)} }`
}

function feet({ identity, dir }: Furniture): string {
  const [start, end] = sidesOf(dir)
  const page = '"Page " counter(page) " of " counter(pages)'
  return `@bottom-${start} { content: ${cssString(identity)} } @bottom-${end} { content: ${page} }`
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

/** A CSS string (CSS Syntax Level 3, section 4.3.5): everything that could end it is written as a code point. */
function cssString(value: string): string {
  const escaped = value.replace(
    /["\\<>\p{Cc}]/gu,
    (character) => `\\${(character.codePointAt(0) ?? 0).toString(16)} `
  )
  return `"${escaped}"`
}
