import type { PlacedAnnotation } from '../annotation/placed-annotation'
import type { Briefing } from '../briefing/briefing'
import type { PrintItem } from '../service/ports'
import { blocksOf } from '../text/canonical-text'
import type { ComposeOptions } from './compose-document'
import { dayInWords } from './dates'
import { tag } from './html'
import type { Html } from './html'
import type { LinkTable } from './link-table'
import type { NotesForm } from './notes-form'
import { outlineOf } from './outline'
import { contentsBlock } from './pack/contents'
import type { DocumentPart } from './pack/document-part'
import { refersToMarks } from './pack/document-shape'
import type { DocumentShape } from './pack/document-shape'
import { withHeadingIds } from './pack/heading-ids'
import type { PageNumbers } from './pack/page-numbers'
import { referredMarks } from './pack/referred-mark'
import type { ReferredMark } from './pack/referred-mark'
import type { PageGeometry } from './page-geometry'
import { markedParagraphs } from './paragraph-markings'
import { placeMarks } from './placed-mark'
import type { PlacedMarks } from './placed-mark'
import type { LinkTarget, PrintPicture } from './print-document'
import type { ExpectedPlaces } from './printed-places'
import type { Furniture } from './running-heads'
import { sectionNotes } from './section-notes'
import type { SectionNotes } from './section-notes'
import { prefixOf, writeDigest, writeText } from './section-text'
import type { SectionText } from './section-text'
import { titleBlockHtml } from './title-block'

/** One briefing as a part of the document. */
export interface PrintSection extends DocumentPart {
  readonly briefing: Briefing
  readonly title: string
  readonly counts: { readonly marks: number; readonly notes: number }
  /** Its marks, where other pages of the document speak of them. */
  readonly referred: readonly ReferredMark[]
  readonly marks: readonly PlacedAnnotation[]
  readonly pictures: readonly PrintPicture[]
  /** What a draft of it measures beside its text. */
  readonly measuring: readonly Html[]
  /** Style rules of its own. */
  readonly rules: string
  readonly expected: ExpectedPlaces
}

/** Where a briefing stands in its document. */
export interface SectionPlace extends ComposeOptions {
  readonly form: NotesForm
  readonly geometry: PageGeometry
  readonly shape: DocumentShape
  readonly numbers: PageNumbers
  /** From 0. */
  readonly position: number
  /** Index of its first mark among the marks of the document. */
  readonly firstMark: number
  readonly links: LinkTable
  /** Whether the document is this briefing alone, so that the document's title is its title. */
  readonly isOnly: boolean
}

const NO_MARKS: PlacedMarks = { placed: [], orphans: [], general: [] }

/** Write one briefing: title block, text with its marks, footnotes, notes; or its marks without the text. */
export function printSection(item: PrintItem, place: SectionPlace): PrintSection {
  const { briefing } = item
  const blocks = blocksOf(item.tree)
  const all = placeMarks(blocks.map(({ text }) => text).join('\n'), item.annotations)
  const marked = markedParagraphs(blocks, item.markings, place.markingLevels)
  const isClean = place.form === 'none'
  const found = isClean ? NO_MARKS : all
  const isReferred = refersToMarks(place.shape)
  const written =
    place.form === 'only'
      ? writeDigest(item, place)
      : writeText(item, { found: isReferred ? all : found, marked }, place)
  const notes = sectionNotes({ item, blocks, found, marked, written }, place)
  const prefix = prefixOf(place)
  const { parts, targets } = named(
    { head: headOf(item, { found, written }, place), written, notes },
    item,
    place
  )
  const furniture = furnitureOf(item, written.title, place)
  return {
    html: sectionHtml(item, furniture.page, { form: place.form, parts }),
    furniture,
    prefix,
    briefing,
    title: written.title,
    counts: countsOf(found),
    referred: isReferred ? referredMarks(all, { blocks, marked, prefix, hasEntries: !isClean }) : [],
    marks: found.placed.map(({ annotation }) => annotation),
    pictures: written.pictures,
    targets: { ...written.targets, ...notes.targets, ...targets },
    outline: outlineOf(parts),
    measuring: notes.measuring,
    rules: notes.rules,
    expected: notes.expected
  }
}

function headOf(
  { briefing }: PrintItem,
  { found, written }: { readonly found: PlacedMarks; readonly written: SectionText },
  place: SectionPlace
): Html {
  const block = {
    briefing,
    title: written.heading,
    titleLength: written.title.length,
    counts: countsOf(found),
    colors: new Set(found.placed.map(({ annotation }) => annotation.color)),
    colorNames: place.colorNames,
    isGrey: place.color === 'greyscale',
    document: place.isOnly && !place.shape.cover ? place : null
  }
  return titleBlockHtml(block, place.links)
}

/** The parts of a briefing in order. Where it is listed, its headings have ids; alone, it lists them itself. */
function named(
  {
    head,
    written,
    notes
  }: { readonly head: Html; readonly written: SectionText; readonly notes: SectionNotes },
  { briefing }: PrintItem,
  place: SectionPlace
): { readonly parts: readonly Html[]; readonly targets: Readonly<Record<string, LinkTarget>> } {
  const plain = [head, ...written.body, ...notes.html]
  if (place.shape.contents === 'none' && !place.shape.sources) return { parts: plain, targets: {} }
  const prefix = prefixOf(place)
  const [title, ...rest] = withHeadingIds(plain, prefix)
  if (place.shape.contents !== 'block' || title === undefined) {
    return { parts: title === undefined ? rest : [title, ...rest], targets: {} }
  }
  const outline = outlineOf(plain)
  const listed = { prefix, outline, language: briefing.language, about: [], ordinal: null }
  const contents = contentsBlock(listed, place.numbers)
  return contents === null
    ? { parts: [title, ...rest], targets: {} }
    : { parts: [title, contents.list, ...rest], targets: contents.targets }
}

function sectionHtml(
  { briefing }: PrintItem,
  page: string,
  { form, parts }: { readonly form: NotesForm; readonly parts: readonly Html[] }
): Html {
  const language = briefing.language === null ? {} : { lang: briefing.language }
  return tag(
    'section',
    {
      className: ['briefing', page, ...(form === 'margin' ? ['with-margin'] : [])],
      dir: briefing.dir,
      ...language
    },
    parts
  )
}

function furnitureOf({ briefing }: PrintItem, title: string, { position }: SectionPlace): Furniture {
  return {
    page: `briefing-${position + 1}`,
    title,
    date: briefing.date === null ? '' : dayInWords(briefing.date, briefing.language),
    identity: `${briefing.id.slice(0, 8)} · edition ${briefing.edition}`,
    dir: briefing.dir
  }
}

function countsOf({ placed, orphans, general }: PlacedMarks): { marks: number; notes: number } {
  const all = [...placed.map(({ annotation }) => annotation), ...orphans, ...general]
  return { marks: all.length, notes: all.filter(({ note }) => note.trim() !== '').length }
}
