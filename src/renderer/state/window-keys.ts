import { isWriting, markIn, runCommand, stepMark, stepParagraph, writeNote } from './commands'
import { type KeyAction, keyAction } from './keys'
import { editionKey } from './edition-keys'
import { editTags, mergeMarks, splitMark, targetsOf, writeGeneralNote } from './mark-commands'
import type { Reader } from './reader.svelte'
import { resizeByKey } from './resize-keys'

/** Answer a key of the window, unless a dialog or whoever has the focus answered it already. */
export function handleKey(reader: Reader, event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || reader.layout.dialog !== null) return
  if (!isWriting() && (editionKey(reader, event) || resizeByKey(reader, event))) return event.preventDefault()
  const action = keyAction(event, isWriting())
  if (action === null || !act(reader, action)) return
  event.preventDefault()
}

/** Answers whether there was anything to do. */
function act(reader: Reader, action: KeyAction): boolean {
  switch (action.kind) {
    case 'command':
      runCommand(reader, action.command)
      return true
    case 'color':
      void markIn(reader, action.color)
      return true
    case 'highlight':
      void markIn(reader, reader.settings.current.lastColor)
      return true
    case 'note':
      void writeNote(reader)
      return true
    case 'general-note':
      if (reader.document !== null) void writeGeneralNote(reader)
      return true
    case 'tags':
      void editTags(reader)
      return true
    case 'merge':
      void mergeMarks(reader)
      return true
    case 'split':
      void splitMark(reader, reader.document?.cutAt() ?? null)
      return true
    case 'delete':
      return deleteSelected(reader)
    case 'next-mark':
      stepMark(reader, 1)
      return true
    case 'previous-mark':
      stepMark(reader, -1)
      return true
    case 'next-paragraph':
      stepParagraph(reader, 1)
      return true
    case 'previous-paragraph':
      stepParagraph(reader, -1)
      return true
    case 'escape':
      return escape(reader)
  }
}

function deleteSelected({ document }: Reader): boolean {
  const targets = document === null ? [] : targetsOf(document)
  if (targets.length === 0) return false
  void document?.marks.remove(...targets.map(({ id }) => id))
  return true
}

/** One step out: the popup above a selection, the selection, the search, the selected mark. */
function escape(reader: Reader): boolean {
  const { document } = reader
  // An open popover closes by itself, and nothing else with it.
  if (document === null || window.document.querySelector(':popover-open') !== null) return false
  const selection = getSelection()
  if (document.popup.isShown) document.popup.dismiss()
  else if (selection !== null && !selection.isCollapsed) selection.removeAllRanges()
  else if (document.find.isOpen) document.find.close()
  else if (document.marks.chosenIds.length > 0) document.marks.chosenIds = []
  else if (document.marks.selectedId !== null) document.marks.selectedId = null
  else if (!document.isNewest) void reader.editions.showNewest()
  return true
}
