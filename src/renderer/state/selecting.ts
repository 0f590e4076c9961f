import { wholeWords } from '#core/text/borders'
import { blockIndexAt } from '#core/text/paragraphs'
import type { TextRange } from '#core/text/text-range'
import type { ArticleView } from '../dom/article-view'
import type { Release } from '../dom/follow-selection'
import { words } from '../words/english'
import { markPassage } from './marking'
import type { OpenDocument } from './open-document.svelte'
import type { Reader } from './reader.svelte'

/**
 * A selection stands still. Made by mouse it grows to whole words, or with a triple click to its
 * paragraph; with the pen it is a mark at once; with Ctrl it extends the selected mark.
 */
export function settleSelection(reader: Reader, document: OpenDocument, release: Release | null): void {
  const { view } = document
  if (view === null) return
  const selected = view.selection()
  if (selected !== null) document.cursor.rest(selected)
  if (selected === null || release === null || release.pointer === 'touch') return showPopup(document, view)
  const range = aimed(reader, document, selected, release)
  if (release.ctrlKey && extendSelected(document, range)) return
  if (reader.layout.hasPen) return void markByPen(reader, range)
  if (range.start !== selected.start || range.end !== selected.end) view.select(range)
  showPopup(document, view)
}

function showPopup({ popup }: OpenDocument, view: ArticleView): void {
  const range = view.selection()
  const rect = range === null ? null : view.rectOf(range)
  popup.show(range === null || rect === null ? null : { range, rect })
}

/** What a person meant to select. */
function aimed(
  { settings }: Reader,
  { plan }: OpenDocument,
  selected: TextRange,
  { clicks, altKey }: Release
): TextRange {
  const block = plan.blocks[blockIndexAt(plan.blocks, selected.start)]
  if (clicks > 2 && block !== undefined) return { start: block.start, end: Math.max(block.end, selected.end) }
  const snaps = settings.current.snapsToWords && !altKey
  return (snaps ? wholeWords(plan.text, selected) : null) ?? selected
}

/** Answers whether a mark was selected that is now longer. */
function extendSelected({ marks, resizing }: OpenDocument, { start, end }: TextRange): boolean {
  const { selected } = marks
  if (selected?.range == null || marks.chosen.ids.length > 1) return false
  const range = { start: Math.min(start, selected.range.start), end: Math.max(end, selected.range.end) }
  getSelection()?.removeAllRanges()
  resizing.show(selected.id, range)
  void resizing.settle()
  return true
}

async function markByPen(reader: Reader, range: TextRange): Promise<void> {
  const { document, notices, settings, colorName } = reader
  if (document === null || !(await markPassage(reader, range))) return
  const { lastStyle, lastColor } = settings.current
  const said = words.marks.added[lastStyle](colorName(lastColor), document.quote(range))
  notices.tell(said, { label: words.actions.undo, run: () => void reader.undo() })
}
