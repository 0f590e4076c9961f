import type { PlacedAnnotation } from '../annotation/placed-annotation'
import type { PrintItem } from '../service/ports'
import { blocksOf } from '../text/canonical-text'
import { cutIntoRuns, firstRuns, lastRuns } from './cut-into-runs'
import type { ComposeOptions } from './compose-document'
import { dayInWords } from './dates'
import { endnoteTargets, endnotesHtml } from './endnotes'
import { footnoteTargets, footnotesOf } from './footnotes'
import { headingShiftOf, splitTitle } from './heading-levels'
import { tag, words } from './html'
import type { Html } from './html'
import type { LinkTable } from './link-table'
import type { PageGeometry } from './page-geometry'
import { outlineOf } from './outline'
import type { Furniture } from './page-rules'
import { numberNotes, placeMarks } from './placed-mark'
import type { PlacedMarks } from './placed-mark'
import { bodyHtml } from './print-body'
import type { BodyContext } from './print-body'
import type { OutlineEntry, PrintPicture } from './print-document'
import { titleBlockHtml } from './title-block'

/** One briefing as a part of the document. */
export interface PrintSection {
  readonly html: Html
  readonly furniture: Furniture
  readonly marks: readonly PlacedAnnotation[]
  readonly pictures: readonly PrintPicture[]
  readonly targets: Readonly<Record<string, string>>
  readonly outline: readonly OutlineEntry[]
}

/** Where a briefing stands in its document. */
export interface SectionPlace extends ComposeOptions {
  readonly geometry: PageGeometry
  readonly index: number
  /** Index of its first mark among the marks of the document. */
  readonly firstMark: number
  readonly links: LinkTable
  /** Whether the document is this briefing alone, so that the document's title is its title. */
  readonly isOnly: boolean
}

const NO_MARKS: PlacedMarks = { placed: [], orphans: [], general: [] }

/** Write one briefing: title block, text with its marks, footnotes, notes. */
export function printSection(item: PrintItem, place: SectionPlace): PrintSection {
  const { briefing } = item
  const blocks = blocksOf(item.tree)
  const text = blocks.map((block) => block.text).join('\n')
  const found = place.notes === 'none' ? NO_MARKS : placeMarks(text, item.annotations)
  const { noted, numbers } = numberNotes(found.placed)
  const ranges = found.placed.map(({ range }) => range)
  const nodes = cutIntoRuns(item.tree, ranges)
  const title = (place.isOnly ? place.title : undefined) ?? briefing.title
  const { heading, body } = splitTitle(nodes, title)
  const marks = found.placed.map(({ annotation }) => annotation)
  const pictures: PrintPicture[] = []
  const context: BodyContext = {
    prefix: `b${place.index + 1}-`,
    links: place.links,
    marks,
    firstMark: place.firstMark,
    numbers,
    lastRuns: lastRuns(nodes),
    digitRuns: place.color === 'greyscale' ? firstRuns(nodes) : new Map(),
    tableRoom: { ...place.geometry, textSize: place.textSize },
    isNative: place.nativeAnnotations,
    headingShift: headingShiftOf(body),
    footnotes: footnotesOf(nodes),
    pictureName(asset) {
      const name = `pictures/${place.index + 1}/${asset}`
      pictures.push({ name, briefing: briefing.id, asset })
      return name
    }
  }
  const parts = [
    titleBlockHtml(
      {
        briefing,
        title: heading === null ? [words(title)] : bodyHtml(heading.children, context),
        titleLength: title.length,
        counts: countsOf([...marks, ...found.orphans, ...found.general]),
        colors: new Set(marks.map(({ color }) => color)),
        colorNames: place.colorNames,
        isGrey: place.color === 'greyscale',
        producedOn: place.producedOn
      },
      place.links
    ),
    ...bodyHtml(body, context),
    ...endnotesHtml({ ...context, ...found, blocks, noted })
  ]
  const furniture = furnitureOf(item, title, place)
  return {
    html: sectionHtml(item, furniture.page, parts),
    furniture,
    marks,
    pictures,
    targets: { ...footnoteTargets(context), ...endnoteTargets({ ...context, noted }) },
    outline: outlineOf(parts)
  }
}

function sectionHtml({ briefing }: PrintItem, page: string, parts: Html[]): Html {
  const language = briefing.language === null ? {} : { lang: briefing.language }
  return tag('section', { className: ['briefing', page], dir: briefing.dir, ...language }, parts)
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
