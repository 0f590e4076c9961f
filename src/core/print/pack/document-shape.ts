import type { PrintItem } from '../../service/ports'
import { blocksOf } from '../../text/canonical-text'
import type { ComposeOptions } from '../compose-document'
import type { ExportOptions } from '../export-options'
import type { NotesForm } from '../notes-form'
import { textLines } from '../notes-form'
import type { PageGeometry } from '../page-geometry'
import type { PrintedPlaces } from '../printed-places'
import { documentPages } from './page-numbers'

/** A briefing of more pages is not leafed through any more, but looked up in. */
export const MOST_PAGES_WITHOUT_CONTENTS = 4

/** Which parts a document has beside its briefings. */
export interface DocumentShape {
  readonly cover: boolean
  /** On pages of its own, or below the title of the one briefing. */
  readonly contents: 'page' | 'block' | 'none'
  readonly summary: boolean
  readonly taskings: boolean
  readonly questions: boolean
  readonly sources: boolean
  readonly index: boolean
  /** Whether it has no contents because it should be short: the print will tell. */
  readonly isShort: boolean
}

interface Layout {
  readonly form: NotesForm
  readonly geometry: PageGeometry
}

/** Decide what a document is made of, with what the passes before told. */
export function documentShape(
  items: readonly PrintItem[],
  options: ComposeOptions,
  { form, geometry }: Layout
): DocumentShape {
  const isPack = items.length > 1
  const isMarked = form !== 'none' && items.some(({ annotations }) => annotations.length > 0)
  const cover = isWanted(options.cover, isPack)
  const { taskings, questions } = options
  const summary = options.summary.length > 0
  const hasPages = isPack || cover || summary || taskings || questions
  const isLong = isPack || isLongerThanFour(items, options, { form, geometry })
  const hasContents = isWanted(options.contents, isLong)
  return {
    cover,
    contents: hasContents ? (hasPages ? 'page' : 'block') : 'none',
    summary,
    taskings,
    questions,
    sources: isWanted(options.sources, isPack),
    index: isMarked && isWanted(options.index, isPack),
    isShort: options.contents === 'auto' && !hasContents && options.passes.length === 0
  }
}

/** What the draft was made of, before anything was printed. */
export function draftShape(
  items: readonly PrintItem[],
  options: ComposeOptions,
  layout: Layout
): DocumentShape {
  return documentShape(items, { ...options, passes: [] }, layout)
}

/** How many headings stand before page 1. */
export function headingsInFront({ cover, contents }: DocumentShape): number {
  return (cover ? 1 : 0) + (contents === 'page' ? 1 : 0)
}

/** Whether a document says the numbers of its own pages, or counts some of them apart. */
export function isNumbered({ isShort, ...parts }: DocumentShape): boolean {
  return Object.values(parts).some((part) => part !== false && part !== 'none')
}

/** Whether pages before or behind the briefings speak of single marks. */
export function refersToMarks({ summary, taskings, questions, index }: DocumentShape): boolean {
  return summary || taskings || questions || index
}

function isWanted(choice: ExportOptions['cover'], suits: boolean): boolean {
  return choice === 'yes' || (choice === 'auto' && suits)
}

/** As printed; before the first pass a guess, which saves a pass where it is right. */
function isLongerThanFour(items: readonly PrintItem[], options: ComposeOptions, layout: Layout): boolean {
  const [first] = options.passes
  if (first !== undefined) {
    return briefingPages(first, draftShape(items, options, layout)) > MOST_PAGES_WITHOUT_CONTENTS
  }
  const { textSize } = options
  const { area, column } = layout.geometry
  const blocks = items.flatMap(({ tree }) => blocksOf(tree))
  const lines = blocks.reduce((sum, { text }) => sum + textLines(text, column.width / textSize), 0)
  // The title takes its part of the first page, and the white between paragraphs is no line.
  return (lines * LINE * textSize) / area.height > MOST_PAGES_WITHOUT_CONTENTS
}

/** The pages of the one briefing of a draft: neither those in front of it count nor those behind. */
function briefingPages(draft: PrintedPlaces, shape: DocumentShape): number {
  const { summary, taskings, questions, sources, index } = shape
  const before = headingsInFront(shape) + [summary, taskings, questions].filter(Boolean).length
  const behind = [sources, index].filter(Boolean).length
  const start = draft.headings[before] ?? 0
  const end = behind === 0 ? undefined : draft.headings.at(-behind)
  return (end ?? documentPages(draft)) - Math.max(0, start)
}

/** From one line to the next, in ems of the text. */
const LINE = 1.45
