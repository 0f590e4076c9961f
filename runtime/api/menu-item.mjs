/** @import { BrowserWindow, KeyboardEvent, MenuItemConstructorOptions, WebContents } from 'electron' */
import { parseAccelerator } from './accelerator.mjs'
import { connected } from './menu-connection.mjs'
import { roleNamed } from './menu-roles.mjs'
import { Menu } from './menu.mjs'

const TYPES = ['normal', 'separator', 'submenu', 'checkbox', 'radio']

/** Electron has these too; none of them is needed to say what a menu holds. */
const NOT_IMPLEMENTED = [
  'before',
  'after',
  'beforeGroupContaining',
  'afterGroupContaining',
  'badge',
  'sharingItem'
]

let count = 0

/** An item of a menu, as `new MenuItem(options)` makes it. */
export class MenuItem {
  /** @type {string | undefined} */ id
  label = ''
  sublabel = ''
  toolTip = ''
  enabled = true
  visible = true
  /** @type {string | null} */ accelerator
  registerAccelerator
  /** @type {string | undefined} */ role
  /** @type {Menu | undefined} */ submenu
  /** Set when the item is put into a menu. @type {Menu | null} */ menu = null
  #checked = false
  #click

  /** @param {MenuItemConstructorOptions} options */
  constructor(options) {
    refuseUnknown(options)
    const role = options.role === undefined ? null : roleNamed(options.role)
    // Whatever else stands in the template becomes a property of the item.
    const { checked, click, submenu, type, accelerator, registerAccelerator, ...rest } = options
    Object.assign(this, rest)
    this.label = options.label ?? labelOf(role)
    this.accelerator = accelerator ?? role?.accelerator ?? null
    this.registerAccelerator = registerAccelerator ?? role?.registerAccelerator ?? true
    const content = submenu ?? role?.submenu
    if (Array.isArray(content)) this.submenu = Menu.buildFromTemplate(content)
    // Menus of the program are made by the class that it was given.
    else if (content !== undefined) this.submenu = /** @type {Menu} */ (/** @type {unknown} */ (content))
    this.type = type ?? (this.submenu === undefined ? 'normal' : 'submenu')
    if (this.type === 'submenu' && !(this.submenu instanceof Menu)) throw new TypeError('Invalid submenu')
    if (this.accelerator !== null && parseAccelerator(this.accelerator) === null) {
      throw new TypeError(`Invalid accelerator: ${this.accelerator}`)
    }
    this.commandId = ++count
    this.#checked = checked ?? false
    this.#click = click
  }

  get checked() {
    return this.#checked
  }

  set checked(checked) {
    this.#checked = checked
    if (!checked || this.type !== 'radio') return
    for (const other of this.menu?.radioGroupOf(this) ?? []) if (other !== this) other.#checked = false
  }

  get userAccelerator() {
    return null
  }

  /**
   * As Electron calls it: the item is told of the window, and of the event when a key did it.
   *
   * @param {KeyboardEvent} [event]
   * @param {BrowserWindow} [window]
   * @param {WebContents} [contents]
   */
  click = (event = {}, window = undefined, contents = window?.webContents) => {
    if (this.type === 'checkbox') this.checked = !this.checked
    if (this.type === 'radio') this.checked = true
    if (!runRole(this.role, window, contents)) this.#click?.(/** @type {any} */ (this), window, event)
  }
}

/**
 * Do what a role does; false when it does nothing by itself.
 *
 * @param {string | undefined} name
 * @param {BrowserWindow | undefined} window
 * @param {WebContents | undefined} contents
 */
function runRole(name, window, contents) {
  const role = name === undefined ? null : roleNamed(name)
  if (role === null || !(role.app || role.window || role.contents)) return false
  role.app?.(connected().app)
  if (window !== undefined) role.window?.(window)
  if (contents !== undefined) role.contents?.(contents)
  return true
}

/** @param {import('./menu-roles.mjs').Role | null} role */
function labelOf(role) {
  if (role === null) return ''
  return role.label === '' ? connected().app.name : role.label
}

/** @param {MenuItemConstructorOptions} options */
function refuseUnknown(options) {
  const { role, type } = options
  if (type !== undefined && !TYPES.includes(type)) throw new TypeError(`Unknown menu item type: ${type}`)
  if (role !== undefined && roleNamed(role) === null) {
    throw new Error(`runtime: electron.MenuItem role "${role}" is not implemented`)
  }
  const missing = NOT_IMPLEMENTED.find((name) => name in options)
  if (missing !== undefined) throw new Error(`runtime: electron.MenuItem.${missing} is not implemented`)
}
