import { isWriting, runCommand, stepMark } from './commands'
import { moveCursor } from './cursor-commands'
import { cursorMove, isForText } from './cursor-keys'
import { type KeyAction, keyAction } from './keys'
import { editionKey } from './edition-keys'
import { mergeMarks, splitMark } from './mark-commands'
import { deleteInHand, editTags, mark, takeMarkInHand, writeGeneralNote, writeNote } from './marking'
import { togglePen } from './pen'
import type { Reader } from './reader.svelte'
import { resizeByKey } from './resize-keys'

/** Answer a key of the window, unless a dialog or whoever has the focus answered it already. */
export function handleKey(reader: Reader, event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || reader.layout.dialog !== null) return
  if (isTyped(event) && !isWriting() && reader.document?.editing.typedAhead(event.key) === true)
    return event.preventDefault()
  if (
    !isWriting() &&
    (editionKey(reader, event) || resizeByKey(reader, event) || answerInText(reader, event))
  )
    return event.preventDefault()
  const action = keyAction(event, isWriting())
  if (action === null || !act(reader, action)) return
  event.preventDefault()
}

/** The keys that move over the text, when they are meant for it. Answers whether this was one. */
function answerInText(reader: Reader, event: KeyboardEvent): boolean {
  const { document } = reader
  if (document === null || !isForText(event.target)) return false
  if (event.key === 'Enter' && !isControl(event.target)) return takeMarkInHand(reader)
  // Shift and the arrows change a selection that was made by mouse, as they do everywhere.
  if (event.shiftKey && getSelection()?.isCollapsed === false) return false
  const move = cursorMove(event, document.briefing.dir)
  if (move !== null) moveCursor(reader, move)
  return move !== null
}

/** What a field would take: a letter, or what takes one back. */
function isTyped({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return ([...key].length === 1 || key === 'Backspace') && !ctrlKey && !metaKey && !altKey
}

function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('a, button') !== null
}

/** Answers whether there was anything to do. What speaks of what is in hand waits until it is known. */
function act(reader: Reader, action: KeyAction): boolean {
  const making = reader.document?.making ?? null
  if (making !== null && action.kind !== 'escape') {
    void making.then(() => act(reader, action))
    return true
  }
  switch (action.kind) {
    case 'command':
      runCommand(reader, action.command)
      return true
    case 'color':
      void mark(reader, { color: action.color })
      return true
    case 'style':
      void mark(reader, { style: action.style })
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
      void splitMark(reader)
      return true
    case 'delete':
      return deleteInHand(reader)
    case 'next-mark':
      stepMark(reader, 1)
      return true
    case 'previous-mark':
      stepMark(reader, -1)
      return true
    case 'paragraph':
      moveCursor(reader, { by: action.by, unit: 'paragraph', isExtending: action.isExtending })
      return true
    case 'pen':
      togglePen(reader)
      return true
    case 'escape':
      return escape(reader)
  }
}

/** One step out: the popup above a selection, the selection, the search, the marks in hand, the cursor, the pen. */
function escape(reader: Reader): boolean {
  const { document, layout } = reader
  // An open popover closes by itself, and nothing else with it.
  if (document === null || window.document.querySelector(':popover-open') !== null) return false
  const { popup, find, marks, cursor, resizing } = document
  const selection = getSelection()
  if (popup.isShown) popup.dismiss()
  else if (selection !== null && !selection.isCollapsed) selection.removeAllRanges()
  else if (find.isOpen) find.close()
  else if (resizing.pending !== null) resizing.cancel()
  else if (marks.chosen.ids.length > 0) marks.chosen.clear()
  else if (marks.selectedId !== null) marks.selectedId = null
  else if (cursor.passage !== null) cursor.hide()
  else if (layout.hasPen) togglePen(reader)
  else if (!document.isNewest) void reader.editions.showNewest()
  return true
}
