import { outlineOf } from '../outline'
import type { Html } from '../html'
import { tag, words } from '../html'
import type { LinkTable } from '../link-table'
import type { ExportOptions } from '../export-options'
import type { LinkTarget, OutlineEntry } from '../print-document'
import type { PrintSection } from '../print-section'
import { WORDS_LANGUAGE } from '../print-words'
import type { Furniture } from '../running-heads'
import { withHeadingIds } from './heading-ids'
import type { PageNumbers } from './page-numbers'

/** A part of a document that begins on a new page: a briefing, or what stands before and behind them. */
export interface DocumentPart {
  readonly html: Html
  readonly furniture: Furniture
  /** Its headings; the first one is its title. */
  readonly outline: readonly OutlineEntry[]
  readonly targets: Readonly<Record<string, LinkTarget>>
  /** Begins the ids of its headings. */
  readonly prefix: string
}

/** What the pages before and behind the briefings are made of. */
export interface PackContext {
  /** What the document is called. */
  readonly title: string
  /** In which direction its own pages run. */
  readonly dir: 'ltr' | 'rtl'
  readonly options: Pick<
    ExportOptions,
    'color' | 'preparedBy' | 'preparedFor' | 'series' | 'summary' | 'nativeAnnotations'
  > & { readonly producedOn: string }
  readonly sections: readonly PrintSection[]
  /** Whether the summary must be set tight to stay on one page. */
  readonly isSummaryLong: boolean
  readonly numbers: PageNumbers
  readonly links: LinkTable
}

/** A part of this program's own words, with its title as heading. */
export function ownPart(
  { name, title, targets }: { name: string; title: string; targets: Readonly<Record<string, LinkTarget>> },
  body: readonly Html[],
  { dir }: Pick<PackContext, 'dir'>
): DocumentPart {
  const prefix = `${name}-`
  const inside = withHeadingIds([tag('h1', {}, [words(title)]), ...body], prefix)
  const properties = { className: ['matter', name], lang: WORDS_LANGUAGE, dir }
  return {
    html: tag('section', properties, inside),
    furniture: { page: name, title, date: '', identity: '', dir },
    outline: outlineOf(inside),
    targets,
    prefix
  }
}
