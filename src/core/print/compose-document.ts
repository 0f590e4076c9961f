import { toHtml } from 'hast-util-to-html'
import type { PrintItem } from '../service/ports'
import { documentMarking } from '../marking/document-marking'
import { paletteOf } from './mark-palette'
import { pageGeometry } from './page-geometry'
import { suitingForm } from './notes-form'
import type { ExpectedPlaces, PrintedPlaces } from './printed-places'
import type { Settings } from '../settings/settings'
import type { ExportOptions } from './export-options'
import { tag, words } from './html'
import type { Html } from './html'
import { LinkTable } from './link-table'
import { pageRules } from './page-rules'
import type { PrintDocument, PrintMetadata } from './print-document'
import { printSection } from './print-section'
import type { PrintSection } from './print-section'
import { dayInWords } from './dates'

/** The stylesheets of the document, in the order of their weight. */
const STYLESHEETS = ['fonts.css', 'print.css', 'pages.css']

/** What the printing of a document needs beyond the person's choices. */
export interface ComposeOptions extends ExportOptions {
  readonly producedOn: string
  /** What each colour means to the person; empty: it goes by its own name. */
  readonly colorNames: Settings['colorNames']
  /** The known levels of handling, the lowest first. */
  readonly markingLevels: Settings['markings']
  /** What the passes of printing before this one told, the first one first. */
  readonly passes: readonly PrintedPlaces[]
  /** Font files that are asked for at once, so that the page is not ready before they are there. */
  readonly fontFiles: readonly string[]
}

/**
 * Write briefings as one document to print, with everything that its PDF is finished with.
 *
 * The same items and options give the same document, to the byte. One that speaks of its own pages
 * is first a draft; printed and written again with what the print told, it says what is so.
 */
export function composeDocument(items: readonly PrintItem[], options: ComposeOptions): PrintDocument {
  const form = options.notes === 'auto' ? suitingForm(items) : options.notes
  const links = new LinkTable()
  const geometry = pageGeometry(options, form)
  const sections: PrintSection[] = []
  for (const [index, item] of items.entries()) {
    const firstMark = sections.reduce((sum, { marks }) => sum + marks.length, 0)
    const isOnly = items.length === 1
    sections.push(printSection(item, { ...options, form, geometry, index, firstMark, links, isOnly }))
  }
  const metadata = metadataOf(items, sections, options)
  const measuring = sections.flatMap((section) => section.measuring)
  return {
    html: pageHtml([...sections.map(({ html }) => html), ...measuring], metadata, {
      dir: items[0]?.briefing.dir ?? 'ltr',
      fontFiles: options.fontFiles
    }),
    pageRules: [
      pageRules(
        sections.map(({ furniture }) => furniture),
        geometry,
        { ...options, marking: documentMarking(items, options.marking, options.markingLevels) }
      ),
      ...sections.map(({ rules }) => rules)
    ].join('\n'),
    pictures: sections.flatMap(({ pictures }) => pictures),
    links: links.links,
    targets: Object.assign({}, ...sections.map(({ targets }) => targets)),
    marks: sections.flatMap(({ marks }) => marks),
    outline: sections.flatMap(({ outline }) => outline),
    palette: paletteOf(options.color),
    metadata,
    form,
    isDraft: measuring.length > 0,
    expected: together(sections.map(({ expected }) => expected))
  }
}

/** What all sections take for granted; `null` when none does. */
function together(all: readonly ExpectedPlaces[]): ExpectedPlaces | null {
  const targets = Object.assign({}, ...all.map((expected) => expected.targets))
  const references = Object.assign({}, ...all.map((expected) => expected.references ?? {}))
  const isEmpty = Object.keys(targets).length === 0 && Object.keys(references).length === 0
  return isEmpty ? null : { targets, references }
}

function pageHtml(
  parts: readonly Html[],
  { title, language }: PrintMetadata,
  { dir, fontFiles }: { readonly dir: 'ltr' | 'rtl'; readonly fontFiles: readonly string[] }
): string {
  const head = tag('head', {}, [
    tag('meta', { charSet: 'utf-8' }, []),
    tag('title', {}, [words(title)]),
    ...fontFiles.map((href) =>
      tag('link', { rel: ['preload'], as: 'font', type: 'font/woff2', crossOrigin: 'anonymous', href }, [])
    ),
    ...STYLESHEETS.map((href) => tag('link', { rel: ['stylesheet'], href }, []))
  ])
  const body = tag('body', {}, parts)
  const page = tag('html', { lang: language, dir }, [head, body])
  return toHtml({ type: 'root', children: [{ type: 'doctype' }, page] })
}

function metadataOf(
  items: readonly PrintItem[],
  sections: readonly PrintSection[],
  { title, producedOn }: ComposeOptions
): PrintMetadata {
  const [first] = items
  const date = first?.briefing.date ?? null
  const titles = sections.map(({ furniture }) => furniture.title)
  const authors = sections.flatMap(({ marks }) => marks.map(({ author }) => author))
  return {
    title: title ?? titles.join('; '),
    authors: [...new Set(authors.filter((author) => author !== ''))],
    subject: date === null || first === undefined ? '' : dayInWords(date, first.briefing.language),
    keywords: [...new Set(items.flatMap(({ briefing }) => briefing.tags))],
    language: first?.briefing.language ?? 'und',
    producedOn
  }
}
