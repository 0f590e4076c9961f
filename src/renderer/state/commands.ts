import type { Command } from '#core/contract/events'
import type { TextRange } from '#core/text/text-range'
import { words } from '../words/english'
import { copyCited, toggleNumbers } from './cite-commands'
import type { OpenDocument } from './open-document.svelte'
import type { Reader } from './reader.svelte'

/** Do what the menu or a key of the menu asks for. */
export function runCommand(reader: Reader, command: Command): void {
  const { layout, settings, library, document } = reader
  switch (command) {
    case 'import':
      return void library.importChosen()
    case 'export':
    case 'print':
      reader.exporting.purpose = command === 'print' ? 'paper' : 'file'
      if (document !== null) layout.dialog = 'export'
      return
    case 'handling':
      if (document !== null) layout.dialog = 'handling'
      return
    case 'import-annotations':
      return void reader.interchange.importChosen()
    case 'export-annotations':
      if (document !== null) layout.dialog = 'annotations'
      return
    case 'copy-annotations':
      return void reader.interchange.copyAll()
    case 'find':
      return document?.find.open()
    case 'find-next':
      return findStep(reader, 1)
    case 'find-previous':
      return findStep(reader, -1)
    case 'copy-cited':
      return void copyCited(reader)
    case 'go-to':
      layout.dialog = 'go-to'
      return
    case 'toggle-library':
      return layout.toggleLibrary()
    case 'toggle-notes':
      return layout.toggleNotes()
    case 'toggle-numbers':
      return toggleNumbers(reader)
    case 'larger-text':
      return void settings.larger()
    case 'smaller-text':
      return void settings.smaller()
    case 'reset-text':
      return void settings.resetSize()
    case 'shortcuts':
    case 'all-annotations':
    case 'trash':
    case 'backups':
      layout.dialog = command
      return
    case 'delete-briefing':
      if (document !== null) void reader.trash.deleteBriefing(document.briefing.id)
      return
    case 'new-edition':
      if (document !== null) void library.importEdition(document.briefing.id)
      return
    case 'newest-edition':
      return void reader.editions.showNewest()
    case 'compare-editions':
      return void document?.comparison.open()
    case 'review':
      return reader.editions.review()
    case 'undo':
      return undo(reader)
    case 'redo':
      return redo(reader)
  }
}

/** Go to the next or previous hit; opens the bar when it is closed. */
export function findStep({ document, notices }: Reader, by: 1 | -1): void {
  const find = document?.find
  if (find === undefined) return
  if (!find.isOpen) return find.open()
  if (find.step(by)) notices.announce(words.find.wrapped)
}

/** Copy the words that are selected, or below the cursor, as they stand in the text. */
export async function copySelection(reader: Reader): Promise<void> {
  const range = reader.document?.passage() ?? null
  if (range !== null) await reader.copy(reader.document?.plan.text.slice(range.start, range.end) ?? '')
}

/** Select a mark, by its card or by its passage; `flash` scrolls to it and lights it up. */
export function selectMark(document: OpenDocument, id: string, { flash }: { flash: boolean }): void {
  document.marks.selectedId = id
  document.marks.chosen.begin(id)
  const range = document.marks.selected?.range ?? null
  if (range !== null) document.cursor.rest(range)
  if (flash && range !== null) document.view?.flash(range)
}

/** Go to the next mark that the filter shows, or with -1 to the one before: from the selected one, else from the top of the window. */
export function stepMark(reader: Reader, by: 1 | -1): void {
  const { document, notices, layout } = reader
  if (document === null) return
  const placed = document.shown.inText.filter(({ range }) => range !== null)
  const at = placed.findIndex(({ id }) => id === document.marks.selectedId)
  const next = placed[at === -1 ? fromTop(document, placed, by) : at + by]
  if (next === undefined) return notices.announce(words.marks.noMore)
  layout.showNotes()
  selectMark(document, next.id, { flash: true })
  if (next.range === null) return
  notices.announce(words.marks.describe(next, reader.colorName(next.color), document.quote(next.range)))
}

/** Take back the last change of the marks or the library, or of the field that is being written in. */
export function undo(reader: Reader): void {
  if (isWriting()) window.document.execCommand('undo')
  else void reader.undo()
}

/** Make again what was taken back. */
export function redo(reader: Reader): void {
  if (isWriting()) window.document.execCommand('redo')
  else void reader.redo()
}

/** Whether the focus is in a field that takes letters: a text, a date, or a list whose words are typed at. */
export function isWriting(element: Element | null = window.document.activeElement): boolean {
  return (
    element instanceof HTMLElement &&
    element.matches('textarea, select, input:not([type=radio], [type=checkbox])')
  )
}

function fromTop(
  document: OpenDocument,
  placed: readonly { readonly range: TextRange | null }[],
  by: 1 | -1
): number {
  const top = document.view?.topOffset() ?? 0
  const next = placed.findIndex(({ range }) => range !== null && range.start >= top)
  return by === 1 ? next : (next === -1 ? placed.length : next) - 1
}
