import type { PlacedAnnotation } from '../annotation/placed-annotation'
import type { PrintItem } from '../service/ports'
import { blocksOf } from '../text/canonical-text'
import type { ComposeOptions } from './compose-document'
import { dayInWords } from './dates'
import { tag } from './html'
import type { Html } from './html'
import type { LinkTable } from './link-table'
import type { NotesForm } from './notes-form'
import { outlineOf } from './outline'
import type { PageGeometry } from './page-geometry'
import type { Furniture } from './page-rules'
import { markedParagraphs } from './paragraph-markings'
import { placeMarks } from './placed-mark'
import type { PlacedMarks } from './placed-mark'
import type { LinkTarget, OutlineEntry, PrintPicture } from './print-document'
import type { ExpectedPlaces } from './printed-places'
import { sectionNotes } from './section-notes'
import { writeDigest, writeText } from './section-text'
import { titleBlockHtml } from './title-block'

/** One briefing as a part of the document. */
export interface PrintSection {
  readonly html: Html
  readonly furniture: Furniture
  readonly marks: readonly PlacedAnnotation[]
  readonly pictures: readonly PrintPicture[]
  readonly targets: Readonly<Record<string, LinkTarget>>
  readonly outline: readonly OutlineEntry[]
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
  readonly index: number
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
  const text = blocks.map((block) => block.text).join('\n')
  const found = place.form === 'none' ? NO_MARKS : placeMarks(text, item.annotations)
  const marked = markedParagraphs(blocks, item.markings, place.markingLevels)
  const written = place.form === 'only' ? writeDigest(item, place) : writeText(item, { found, marked }, place)
  const furniture = furnitureOf(item, written.title, place)
  const { placed, orphans, general } = found
  const marks = placed.map(({ annotation }) => annotation)
  const block = titleBlockHtml(
    {
      briefing,
      title: written.heading,
      titleLength: written.title.length,
      counts: countsOf([...marks, ...orphans, ...general]),
      colors: new Set(marks.map(({ color }) => color)),
      colorNames: place.colorNames,
      isGrey: place.color === 'greyscale',
      producedOn: place.producedOn
    },
    place.links
  )
  const notes = sectionNotes({ item, blocks, found, marked, written }, place)
  const parts = [block, ...written.body, ...notes.html]
  return {
    html: sectionHtml(item, furniture.page, { form: place.form, parts }),
    furniture,
    marks,
    pictures: written.pictures,
    targets: { ...written.targets, ...notes.targets },
    outline: outlineOf(parts),
    measuring: notes.measuring,
    rules: notes.rules,
    expected: notes.expected
  }
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

function furnitureOf({ briefing }: PrintItem, title: string, { index }: SectionPlace): Furniture {
  return {
    page: `briefing-${index + 1}`,
    title,
    date: briefing.date === null ? '' : dayInWords(briefing.date, briefing.language),
    identity: `${briefing.id.slice(0, 8)} · edition ${briefing.edition}`,
    dir: briefing.dir
  }
}

function countsOf(annotations: readonly PlacedAnnotation[]): { marks: number; notes: number } {
  const notes = annotations.filter(({ note }) => note.trim() !== '')
  return { marks: annotations.length, notes: notes.length }
}
