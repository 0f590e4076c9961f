/** @import { BrowserWindow } from 'electron' */
/** @import { CdpSession } from '../chromium/cdp.mjs' */
/** @import { Menu } from './menu.mjs' */
/** @import { MenuItem } from './menu-item.mjs' */
import { runApart } from '../engine/run-apart.mjs'
import { connected } from './menu-connection.mjs'
import { pageScript } from './page-script.mjs'

/**
 * An item as the page draws it.
 *
 * @typedef {{ id: number, label: string, type: string, enabled: boolean, checked: boolean, keys: string, submenu: DrawnItem[] }} DrawnItem
 */

const SCRIPT = pageScript(['menu-list', 'menu-overlay'], '{ open, close }')

/**
 * Draw `menu` over the page of a window and hear what is chosen, or `null`; without a display
 * there is nobody to choose, and the menu closes by itself.
 *
 * @param {Menu} menu
 * @param {{ window: BrowserWindow, x?: number, y?: number }} place
 * @param {(chosen: MenuItem | null) => void} onClose
 * @returns {{ close: () => void, window: BrowserWindow }}
 */
export function showPopup(menu, { window, x, y }, onClose) {
  const session = connected().visibleSession(window)
  let isOpen = true
  /** @param {MenuItem | null} chosen */
  const end = (chosen) => {
    if (!isOpen) return
    isOpen = false
    onClose(chosen)
  }
  if (session === null) {
    queueMicrotask(() => end(null))
    return { window, close: () => end(null) }
  }
  const drawn = menu.items.filter(isShown).map(drawnItem)
  // A page that goes away takes the menu with it.
  void run(session, `electronMenu.open(${JSON.stringify(drawn)}, ${JSON.stringify({ x, y })})`)
    .catch(() => null)
    .then((id) => end(typeof id === 'number' ? itemOf(menu, id) : null))
  return {
    window,
    close: () => {
      run(session, 'electronMenu.close()').catch(() => undefined)
      end(null)
    }
  }
}

/** @param {CdpSession} session @param {string} expression */
function run(session, expression) {
  return runApart(session, `globalThis.electronMenu ??= ${SCRIPT}; ${expression}`)
}

/** @param {MenuItem} item */
function isShown(item) {
  return item.visible
}

/**
 * @param {MenuItem} item
 * @returns {DrawnItem}
 */
function drawnItem(item) {
  return {
    id: item.commandId,
    label: item.label.replace(/&(&?)/gu, '$1'),
    type: item.type,
    enabled: item.enabled,
    checked: item.checked,
    keys: shownKeys(item.accelerator),
    submenu: item.submenu?.items.filter(isShown).map(drawnItem) ?? []
  }
}

/**
 * An accelerator as a person reads it.
 *
 * @param {string | null} accelerator
 */
function shownKeys(accelerator) {
  if (accelerator === null) return ''
  const control = process.platform === 'darwin' ? '⌘' : 'Ctrl'
  const words = accelerator
    .replace(/cmdorctrl|commandorcontrol/iu, control)
    .replace(/\bcontrol\b/iu, 'Ctrl')
    .replace(/\bplus$/iu, '+')
    .replace(/\breturn$/iu, 'Enter')
  // Shift first reads oddly: menus everywhere say Ctrl+Shift+Z.
  return words.replace(/^Shift\+(Ctrl|⌘)\+/iu, '$1+Shift+')
}

/**
 * @param {Menu} menu
 * @param {number} id
 * @returns {MenuItem | null}
 */
function itemOf(menu, id) {
  for (const item of menu.items) {
    if (item.commandId === id) return item
    const found = item.submenu === undefined ? null : itemOf(item.submenu, id)
    if (found !== null) return found
  }
  return null
}
