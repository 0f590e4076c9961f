import { toHtml } from 'hast-util-to-html'
import type { PrintItem } from '../service/ports'
import type { ExportOptions } from './export-options'
import { tag, words } from './html'
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
  /** Font files that are asked for at once, so that the page is not ready before they are there. */
  readonly fontFiles: readonly string[]
}

/**
 * Write briefings as one document to print, with everything that its PDF is finished with.
 *
 * The same items and options give the same document, to the byte.
 */
export function composeDocument(items: readonly PrintItem[], options: ComposeOptions): PrintDocument {
  const links = new LinkTable()
  const sections: PrintSection[] = []
  for (const [index, item] of items.entries()) {
    const firstMark = sections.reduce((sum, { marks }) => sum + marks.length, 0)
    sections.push(printSection(item, { ...options, index, firstMark, links, isOnly: items.length === 1 }))
  }
  const metadata = metadataOf(items, sections, options)
  return {
    html: pageHtml(sections, metadata, {
      dir: items[0]?.briefing.dir ?? 'ltr',
      fontFiles: options.fontFiles
    }),
    pageRules: pageRules(
      sections.map(({ furniture }) => furniture),
      options.paper
    ),
    pictures: sections.flatMap(({ pictures }) => pictures),
    links: links.links,
    targets: Object.assign({}, ...sections.map(({ targets }) => targets)),
    marks: sections.flatMap(({ marks }) => marks),
    outline: sections.flatMap(({ outline }) => outline),
    metadata
  }
}

function pageHtml(
  sections: readonly PrintSection[],
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
  const body = tag(
    'body',
    {},
    sections.map(({ html }) => html)
  )
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
