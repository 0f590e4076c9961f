import { toHtml } from 'hast-util-to-html'
import type { PrintItem } from '../service/ports'
import { documentMarking } from '../marking/document-marking'
import { paletteOf } from './mark-palette'
import { pageGeometry } from './page-geometry'
import { suitingForm } from './notes-form'
import type { ExpectedPlaces, PrintedPlaces } from './printed-places'
import type { Settings } from '../settings/settings'
import type { ExportOptions } from './export-options'
import { listHeadings } from './draft-headings'
import { tag, words } from './html'
import type { Html } from './html'
import { LinkTable } from './link-table'
import { pageRules } from './page-rules'
import { bindPack } from './pack/bind-pack'
import {
  MOST_PAGES_WITHOUT_CONTENTS,
  documentShape,
  draftShape,
  headingsInFront,
  isNumbered
} from './pack/document-shape'
import { PageNumbers } from './pack/page-numbers'
import { isLongSummary } from './pack/summary'
import type { PrintDocument, PrintMetadata } from './print-document'
import { printSection } from './print-section'
import type { PrintSection, SectionPlace } from './print-section'
import { WORDS } from './print-words'
import { headsByPage, plainHeads } from './running-heads'
import { dayInWords } from './dates'

/** The stylesheets of the document, in the order of their weight. */
const STYLESHEETS = ['fonts.css', 'print.css', 'pack.css', 'pages.css']

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
  const shape = documentShape(items, options, { form, geometry })
  const numbers = new PageNumbers(options.passes.at(-1) ?? null, headingsInFront(shape))
  const sections = sectionsOf(items, { ...options, form, geometry, shape, numbers, links })
  const metadata = metadataOf(items, sections, options)
  const { title } = metadata
  const dir = items[0]?.briefing.dir ?? 'ltr'
  // The draft may have had no contents yet, and its summary then began with another heading.
  const drafted = draftShape(items, options, { form, geometry })
  const isSummaryLong = shape.summary && isLongSummary(options.passes[0], headingsInFront(drafted))
  const parts = bindPack(shape, { title, dir, options, sections, isSummaryLong, numbers, links })
  const measuring = sections.flatMap((section) => section.measuring)
  const isDraft = options.passes.length === 0 && (measuring.length > 0 || isNumbered(shape))
  const printed = parts.map(({ html }) => html)
  const { nodes, ids } = isDraft ? listHeadings(printed) : { nodes: printed, ids: [] }
  const heads = isNumbered(shape)
    ? headsByPage(parts, { name: packName(items, options), numbers, geometry, hasCover: shape.cover })
    : plainHeads(geometry)
  return {
    html: pageHtml([...nodes, ...measuring], metadata, {
      dir,
      fontFiles: options.fontFiles
    }),
    pageRules: [
      pageRules(
        parts.map(({ furniture }) => furniture),
        { geometry, heads },
        { ...options, marking: documentMarking(items, options.marking, options.markingLevels) }
      ),
      ...sections.map(({ rules }) => rules)
    ].join('\n'),
    pictures: sections.flatMap(({ pictures }) => pictures),
    links: links.links,
    targets: Object.assign({}, ...parts.map(({ targets }) => targets)),
    marks: sections.flatMap(({ marks }) => marks),
    outline: parts.flatMap(({ outline }) => outline),
    palette: paletteOf(options.color),
    metadata,
    form,
    frontPages: numbers.front,
    isDraft,
    headingIds: ids,
    expected: together([
      ...sections.map(({ expected }) => expected),
      ...(isNumbered(shape) ? [numbers.expected] : []),
      ...(shape.isShort ? [{ targets: {}, mostPages: MOST_PAGES_WITHOUT_CONTENTS }] : [])
    ])
  }
}

function sectionsOf(
  items: readonly PrintItem[],
  place: Omit<SectionPlace, 'position' | 'firstMark' | 'isOnly'>
): readonly PrintSection[] {
  const sections: PrintSection[] = []
  for (const [position, item] of items.entries()) {
    const firstMark = sections.reduce((sum, { marks }) => sum + marks.length, 0)
    sections.push(printSection(item, { ...place, position, firstMark, isOnly: items.length === 1 }))
  }
  return sections
}

/** What the running heads call the document above the title of a briefing. */
function packName(items: readonly PrintItem[], { series = '', title = WORDS.pack }: ComposeOptions): string {
  return items.length === 1 ? series : [series, title].filter((part) => part !== '').join(' · ')
}

/** What all parts take for granted; `null` when none does. */
function together(all: readonly ExpectedPlaces[]): ExpectedPlaces | null {
  const merged: ExpectedPlaces = Object.assign({}, ...all)
  const targets = Object.assign({}, ...all.map((expected) => expected.targets))
  const references = Object.assign({}, ...all.map((expected) => expected.references ?? {}))
  const { pages, mostPages } = merged
  const isEmpty =
    Object.keys({ ...targets, ...references }).length === 0 && pages === undefined && mostPages === undefined
  return isEmpty ? null : { ...merged, targets, references }
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
    title: title ?? (items.length === 1 ? (titles[0] ?? '') : WORDS.pack),
    authors: [...new Set(authors.filter((author) => author !== ''))],
    subject: date === null || first === undefined ? '' : dayInWords(date, first.briefing.language),
    keywords: [...new Set(items.flatMap(({ briefing }) => briefing.tags))],
    language: first?.briefing.language ?? 'und',
    producedOn
  }
}
