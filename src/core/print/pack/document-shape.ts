import type { PrintItem } from '../../service/ports'
import { blocksOf } from '../../text/canonical-text'
import type { ComposeOptions } from '../compose-document'
import type { ExportOptions } from '../export-options'
import type { NotesForm } from '../notes-form'
import { textLines } from '../notes-form'
import type { PageGeometry } from '../page-geometry'
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

/** Decide what a document is made of, with what the passes before told. */
export function documentShape(
  items: readonly PrintItem[],
  options: ComposeOptions,
  { form, geometry }: { readonly form: NotesForm; readonly geometry: PageGeometry }
): DocumentShape {
  const isPack = items.length > 1
  const isMarked = form !== 'none' && items.some(({ annotations }) => annotations.length > 0)
  const cover = isWanted(options.cover, isPack)
  const { taskings, questions } = options
  const summary = options.summary.length > 0
  const hasPages = isPack || cover || summary || taskings || questions
  const isLong = isPack || isLongerThanFour(items, options, geometry)
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
function isLongerThanFour(
  items: readonly PrintItem[],
  { passes, textSize }: ComposeOptions,
  { area, column }: PageGeometry
): boolean {
  const [first] = passes
  if (first !== undefined) return documentPages(first) > MOST_PAGES_WITHOUT_CONTENTS
  const blocks = items.flatMap(({ tree }) => blocksOf(tree))
  const lines = blocks.reduce((sum, { text }) => sum + textLines(text, column.width / textSize), 0)
  // The title takes its part of the first page, and the white between paragraphs is no line.
  return (lines * LINE * textSize) / area.height > MOST_PAGES_WITHOUT_CONTENTS
}

/** From one line to the next, in ems of the text. */
const LINE = 1.45
