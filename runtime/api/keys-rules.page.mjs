/*
 * Whose a key is: the page's, the editor's in Chromium, Chromium's own, or perhaps a menu's.
 */

/**
 * Plain typing is nobody's accelerator, and what is typed into a field is nobody's business.
 *
 * @param {KeyboardEvent} event
 */
export function couldBeAccelerator(event) {
  return event.ctrlKey || event.altKey || event.metaKey || event.key.length > 1 || !isEditable(event)
}

/** What moves and deletes in text with Ctrl or Alt held: these stay the page's. */
const MOVING = new Set([
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  'Backspace',
  'Delete',
  'Insert',
  'Enter',
  'Tab',
  ' '
])

/**
 * Whether Chromium would do something of a browser's with this key.
 *
 * @param {KeyboardEvent} event
 */
export function isChromiums(event) {
  if (/^F\d+$/u.test(event.key)) return !(event.shiftKey && event.key === 'F10')
  if (event.key.startsWith('Browser') || (event.key === 'Escape' && event.shiftKey)) return true
  if (event.getModifierState('AltGraph')) return false
  if (event.altKey) return !MOVING.has(event.key) && !(isMac() && !event.metaKey)
  if (!event.ctrlKey && !event.metaKey) return false
  return (
    !MOVING.has(event.key) &&
    !event.key.startsWith('Arrow') &&
    !(isEditable(event) && /^[abcdefhiuvxyz]$/iu.test(event.key))
  )
}

/**
 * Whether the editor in Chromium takes this key itself, before a menu could.
 *
 * @param {KeyboardEvent} event
 */
export function isConsumedByEditing(event) {
  const primary = isMac() ? event.metaKey : event.ctrlKey
  if (!primary || event.altKey) return false
  switch (event.key.toLowerCase()) {
    case 'a':
      return !event.shiftKey
    case 'c':
      return hasSelection(event)
    case 'x':
    case 'v':
      return isEditable(event)
    case 'z':
      return isEditable(event) && document.queryCommandEnabled(event.shiftKey ? 'redo' : 'undo')
    case 'y':
      return isEditable(event) && document.queryCommandEnabled('redo')
    default:
      return false
  }
}

/** @param {KeyboardEvent} event */
function hasSelection(event) {
  const target = event.composedPath()[0]
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) {
    return target.selectionStart !== target.selectionEnd
  }
  return getSelection()?.isCollapsed === false
}

/** @param {KeyboardEvent} event */
function isEditable(event) {
  const target = event.composedPath()[0]
  if (target instanceof HTMLTextAreaElement) return true
  if (target instanceof HTMLInputElement)
    return !/^(?:button|checkbox|color|file|image|radio|range|reset|submit)$/u.test(target.type)
  return target instanceof HTMLElement && target.isContentEditable
}

function isMac() {
  return navigator.platform.startsWith('Mac')
}
