import type { PrintItem } from '../service/ports'
import type { Block } from '../text/canonical-text'
import { digestHtml } from './digest'
import { endnotesHtml } from './endnotes'
import type { Endnote } from './endnotes'
import { tag } from './html'
import type { Html } from './html'
import { marginContent, measuredBox, noteId, referenceId, restId } from './margin/margin-note'
import { briefingStart, setMargin } from './margin/set-margin'
import type { MarkedParagraph } from './paragraph-markings'
import type { NotedMark, PlacedMarks } from './placed-mark'
import type { LinkTarget } from './print-document'
import { probe } from './probe'
import type { SectionPlace } from './print-section'
import type { ExpectedPlaces } from './printed-places'
import { prefixOf } from './section-text'
import type { SectionText } from './section-text'

/** The notes of one briefing, in the form of its document. */
export interface SectionNotes {
  /** What stands after the text, or beside it. */
  readonly html: readonly Html[]
  readonly targets: Readonly<Record<string, LinkTarget>>
  /** What a draft measures beside the text. */
  readonly measuring: readonly Html[]
  readonly rules: string
  readonly expected: ExpectedPlaces
}

interface Section {
  readonly item: PrintItem
  readonly blocks: readonly Block[]
  readonly found: PlacedMarks
  readonly marked: readonly MarkedParagraph[]
  readonly written: SectionText
}

const NOTHING: Omit<SectionNotes, 'html' | 'targets'> = {
  measuring: [],
  rules: '',
  expected: { targets: {} }
}

/** Write the notes that belong to a text. */
export function sectionNotes(section: Section, place: SectionPlace): SectionNotes {
  if (place.form === 'only') return digest(section, place)
  if (place.form === 'margin') return besideText(section, place)
  const { noted } = section.written
  return {
    ...NOTHING,
    ...behindText(
      section,
      place,
      noted.map((mark) => endnoteOf(mark, place))
    )
  }
}

function digest({ blocks, found, marked }: Section, place: SectionPlace): SectionNotes {
  const { links, firstMark, nativeAnnotations, color } = place
  const isGrey = color === 'greyscale'
  const prefix = prefixOf(place)
  const isNative = nativeAnnotations
  const html = digestHtml(found, { blocks, marked, links, firstMark, isNative, isGrey, prefix })
  return { ...NOTHING, html, targets: {} }
}

function behindText(
  { blocks, found, marked, written }: Section,
  place: SectionPlace,
  endnotes: readonly Endnote[]
): Pick<SectionNotes, 'html' | 'targets'> {
  const { orphans, general } = found
  const prefix = prefixOf(place)
  return {
    html: endnotesHtml({ blocks, marked, endnotes, orphans, general, links: place.links, prefix }),
    targets: targetsOf(written.noted, prefix)
  }
}

function endnoteOf(mark: NotedMark, place: SectionPlace): Endnote {
  const prefix = prefixOf(place)
  return { mark, id: noteId(prefix, mark.number), back: referenceId(prefix, mark.number), rest: null }
}

/** In a draft the notes are measured apart; then each stands where the draft says that its line is. */
function besideText(section: Section, place: SectionPlace): SectionNotes {
  const { item, written } = section
  const { passes, geometry, textSize, links } = place
  const [draft] = passes
  const prefix = prefixOf(place)
  const start = probe(briefingStart(prefix))
  if (draft === undefined) {
    const boxes = written.noted.map((mark) => measuredBox(mark, prefix, marginContent(mark, links)))
    const { html, targets } = behindText(section, place, [])
    return { ...NOTHING, html: [start, ...html], targets, measuring: measuringHtml(item, boxes) }
  }
  const printed = passes.at(-1) ?? draft
  const { dir } = item.briefing
  const { noted, wide } = written
  const margin = setMargin({ draft, printed, geometry, textSize, prefix, dir, noted, wide, links })
  const { html, targets } = behindText(section, place, margin.endnotes)
  return { ...margin, html: [start, ...margin.html, ...html], targets, measuring: [] }
}

function measuringHtml({ briefing }: PrintItem, boxes: readonly Html[]): readonly Html[] {
  if (boxes.length === 0) return []
  const language = briefing.language === null ? {} : { lang: briefing.language }
  return [tag('section', { className: ['measuring'], dir: briefing.dir, ...language }, boxes)]
}

/** What each internal link of the notes leads to. */
function targetsOf(noted: readonly NotedMark[], prefix: string): Record<string, LinkTarget> {
  const entries = noted.flatMap(({ number }): [string, LinkTarget][] => {
    const id = noteId(prefix, number)
    return [
      [id, { words: `Note ${number}`, isReference: true }],
      [restId(prefix, number), { words: `Note ${number}, continued` }],
      [referenceId(prefix, number), { words: `Back to the text of note ${number}`, ofNote: id }]
    ]
  })
  return Object.fromEntries(entries)
}
