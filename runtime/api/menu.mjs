/** @import { BrowserWindow, MenuItemConstructorOptions, PopupOptions } from 'electron' */
/** @import { PressedKey } from './accelerator.mjs' */
import { EventEmitter } from 'node:events'
import { matchesKey, parseAccelerator } from './accelerator.mjs'
import { connected } from './menu-connection.mjs'
import { MenuItem } from './menu-item.mjs'
import { showPopup } from './menu-popup.mjs'
import { withoutNeedlessSeparators } from './menu-template.mjs'
import { DEFAULT_MENU } from './menu-role-menus.mjs'

/** @typedef {{ close: () => void, window: BrowserWindow }} OpenPopup */

/** The program's menu; undefined until it is set, so that a program that sets none gets Electron's. @type {Menu | null | undefined} */
let applicationMenu = undefined

/** Electron's `Menu`. */
export class Menu extends EventEmitter {
  /** @type {MenuItem[]} */ items = []
  /** @type {OpenPopup | null} */ #popup = null

  constructor() {
    super()
  }

  static getApplicationMenu() {
    return applicationMenu ?? null
  }

  /** @param {Menu | null} menu */
  static setApplicationMenu(menu) {
    if (menu !== null && !(menu instanceof Menu)) throw new TypeError('Invalid menu')
    applicationMenu = menu
  }

  /** @param {Array<MenuItemConstructorOptions | MenuItem>} template */
  static buildFromTemplate(template) {
    if (!Array.isArray(template))
      throw new TypeError('Invalid template for Menu: Menu template must be an array')
    const menu = new Menu()
    for (const item of withoutNeedlessSeparators(template)) {
      menu.append(item instanceof MenuItem ? item : new MenuItem(item))
    }
    return menu
  }

  /** @param {MenuItem} item */
  append(item) {
    this.insert(this.items.length, item)
  }

  /**
   * @param {number} position
   * @param {MenuItem} item
   */
  insert(position, item) {
    if (!(item instanceof MenuItem)) throw new TypeError('Invalid item')
    if (position < 0) throw new RangeError(`Position ${position} cannot be less than 0`)
    if (position > this.items.length)
      throw new RangeError(`Position ${position} cannot be greater than the total MenuItem count`)
    this.items.splice(position, 0, item)
    item.menu = this
  }

  /**
   * @param {string} id
   * @returns {MenuItem | null}
   */
  getMenuItemById(id) {
    for (const item of this.items) {
      const found = item.id === id ? item : (item.submenu?.getMenuItemById(id) ?? null)
      if (found !== null) return found
    }
    return null
  }

  /**
   * The radio items that stand together with `item`.
   *
   * @param {MenuItem} item
   */
  radioGroupOf(item) {
    /** @type {MenuItem[]} */
    const group = []
    for (const other of this.items) {
      if (other.type === 'radio') group.push(other)
      else if (group.includes(item)) break
      else group.length = 0
    }
    return group
  }

  /** @param {PopupOptions} [options] */
  popup(options = {}) {
    if (typeof options !== 'object') throw new TypeError('Options must be an object')
    const window = /** @type {BrowserWindow | null} */ (options.window ?? connected().focusedWindow())
    if (window === null) throw new Error('Cannot open Menu without a BaseWindow present')
    this.closePopup()
    this.emit('menu-will-show', {})
    this.#popup = showPopup(this, { ...options, window }, (chosen) => {
      this.#popup = null
      options.callback?.()
      this.emit('menu-will-close', {})
      chosen?.click({}, window, window.webContents)
    })
  }

  /** @param {import('electron').BaseWindow} [window] */
  closePopup(window) {
    if (window === undefined || this.#popup?.window === window) this.#popup?.close()
  }

  /**
   * Fire the item whose accelerator was pressed in `window`; false when there is none.
   *
   * @param {PressedKey} pressed
   * @param {BrowserWindow} window
   */
  pressKey(pressed, window) {
    const item = itemFor(this, pressed)
    const { control: ctrlKey, shift: shiftKey, alt: altKey, meta: metaKey } = pressed
    item?.click(
      { ctrlKey, shiftKey, altKey, metaKey, triggeredByAccelerator: true },
      window,
      window.webContents
    )
    return item !== null
  }
}

/** Put up Electron's default menu for a program that has set none until `ready`. */
export function setDefaultMenu() {
  if (applicationMenu === undefined) Menu.setApplicationMenu(Menu.buildFromTemplate(DEFAULT_MENU))
}

/**
 * @param {Menu} menu
 * @param {PressedKey} pressed
 * @returns {MenuItem | null}
 */
function itemFor(menu, pressed) {
  for (const item of menu.items) {
    if (!item.enabled) continue
    if (item.submenu !== undefined) {
      const found = itemFor(item.submenu, pressed)
      if (found !== null) return found
    } else if (item.registerAccelerator && item.accelerator !== null) {
      const accelerator = parseAccelerator(item.accelerator)
      if (accelerator !== null && matchesKey(accelerator, pressed)) return item
    }
  }
  return null
}
