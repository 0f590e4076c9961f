import type { PrintItem } from '../service/ports'
import { firstRuns, lastRuns } from './cut-into-runs'
import { footnoteTargets, footnotesOf } from './footnotes'
import { headingShiftOf, splitTitle } from './heading-levels'
import { words } from './html'
import type { Html } from './html'
import { refersToMarks } from './pack/document-shape'
import { cutWithMarkings } from './paragraph-markings'
import type { MarkedParagraph } from './paragraph-markings'
import { numberNotes } from './placed-mark'
import type { NotedMark, PlacedMarks } from './placed-mark'
import { bodyHtml } from './print-body'
import type { BodyContext, WidePlace } from './print-body'
import type { LinkTarget, PrintPicture } from './print-document'
import type { SectionPlace } from './print-section'

/** The text of a briefing as it is printed. */
export interface SectionText {
  readonly title: string
  /** The title's words: with the marks in them where the text opens with its own title. */
  readonly heading: readonly Html[]
  readonly body: readonly Html[]
  readonly pictures: readonly PrintPicture[]
  /** What each internal link of it leads to. */
  readonly targets: Readonly<Record<string, LinkTarget>>
  /** The marks whose number stands in the text. */
  readonly noted: readonly NotedMark[]
  /** What stands over the whole width of the page. */
  readonly wide: readonly WidePlace[]
}

/** What lies on a text: marks, and how its paragraphs are to be handled. */
export interface MarkedText {
  readonly found: PlacedMarks
  readonly marked: readonly MarkedParagraph[]
}

/** The beginning of every id of a briefing, so that those of a pack do not meet. */
export const prefixOf = ({ position }: Pick<SectionPlace, 'position'>): string => `b${position + 1}-`

/** Write the text with its marks. */
export function writeText(item: PrintItem, { found, marked }: MarkedText, place: SectionPlace): SectionText {
  const isDrawn = place.form !== 'none'
  const { noted, numbers } = numberNotes(isDrawn ? found.placed : [])
  const ranges = found.placed.map(({ range }) => range)
  const { nodes, markings } = cutWithMarkings(item.tree, ranges, marked)
  const title = titleOf(item, place)
  const { heading, body } = splitTitle(nodes, title)
  const pictures: PrintPicture[] = []
  const wide: WidePlace[] = []
  const context: BodyContext = {
    prefix: prefixOf(place),
    links: place.links,
    marks: found.placed.map(({ annotation }) => annotation),
    firstMark: place.firstMark,
    numbers,
    lastRuns: lastRuns(nodes),
    markings,
    digitRuns: place.color === 'greyscale' && isDrawn ? firstRuns(nodes) : new Map(),
    targetRuns: refersToMarks(place.shape) ? firstRuns(nodes) : new Map(),
    tableRoom: { ...place.geometry, textSize: place.textSize },
    isDrawn,
    isNative: place.nativeAnnotations && isDrawn,
    headingShift: headingShiftOf(body),
    footnotes: footnotesOf(nodes),
    pictureName(asset) {
      const name = `pictures/${place.position + 1}/${asset}`
      pictures.push({ name, briefing: item.briefing.id, asset })
      return name
    },
    widePlace: () => (place.form === 'margin' ? newWidePlace(wide, prefixOf(place)) : null)
  }
  return {
    title,
    heading: heading === null ? [words(title)] : bodyHtml(heading.children, context),
    body: bodyHtml(body, context),
    pictures,
    targets: footnoteTargets(context),
    noted,
    wide
  }
}

/** A digest has the title of its briefing and none of its text. */
export function writeDigest(item: PrintItem, place: SectionPlace): SectionText {
  const title = titleOf(item, place)
  return { title, heading: [words(title)], body: [], pictures: [], targets: {}, noted: [], wide: [] }
}

function titleOf({ briefing }: PrintItem, { isOnly, title }: SectionPlace): string {
  return (isOnly ? title : undefined) ?? briefing.title
}

function newWidePlace(wide: WidePlace[], prefix: string): WidePlace {
  const name = `${prefix}wide/${wide.length + 1}`
  const place = { start: `${name}/start`, end: `${name}/end` }
  wide.push(place)
  return place
}
