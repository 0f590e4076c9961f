import { EventEmitter } from 'node:events'
import { hasDisplay } from '../engine/browsers.mjs'
import { WindowBounds } from '../engine/window-bounds.mjs'
import { FramedWindow } from './framed-window.mjs'
import { complete } from './unimplemented.mjs'
import { WebContents } from './web-contents.mjs'

/** @type {Map<number, BrowserWindow>} */
const all = new Map()
let count = 0

/** What `app` hears of windows. */
export const windowEvents = new EventEmitter()

/** Electron's `BrowserWindow`. */
class BaseBrowserWindow extends FramedWindow {
  #destroyed = false
  #visible
  #title
  #readyToShow = false
  #closing = false

  /** @param {Electron.BrowserWindowConstructorOptions} options */
  constructor(options = {}) {
    super()
    this.id = count += 1
    this.#title = options.title ?? ''
    this.#visible = options.show !== false
    const { width = 800, height = 600, x, y } = options
    const place = x === undefined || y === undefined ? {} : { x, y }
    const look = { width, height, ...place, background: options.backgroundColor ?? null }
    this.webContents = WebContents.make(options.webPreferences ?? {}, look)
    this.bounds = new WindowBounds(this.webContents.page, { x: x ?? 0, y: y ?? 0, width, height })
    this.#follow()
  }

  #follow() {
    const { page } = this.webContents
    page.visible = this.#visible
    page.on('painted', () => {
      if (this.#readyToShow) return
      this.#readyToShow = true
      this.emit('ready-to-show')
    })
    page.on('gone', () => this.#finish())
    page.on('stays', () => {
      this.#closing = false
      windowEvents.emit('stays')
    })
    page.on('line', (line) => this.#hear(line))
    page.on('key', (pressed) => windowEvents.emit('key', all.get(this.id), pressed))
    this.webContents.on('page-title-updated', (event, title) => {
      this.#title = title
      this.emit('page-title-updated', event, title, true)
    })
  }

  /** @param {any} line */
  #hear(line) {
    const { page } = this.webContents
    if (line.kind === 'focus' || line.kind === 'blur') {
      if (page.focused === (line.kind === 'focus')) return
      page.focused = line.kind === 'focus'
      this.emit(line.kind)
      windowEvents.emit(`browser-window-${line.kind}`, {}, this)
    }
    if (line.kind === 'resize') {
      void this.bounds.refresh().then((changed) => changed.forEach((name) => this.emit(name)))
    }
    if (line.kind === 'contextmenu') this.webContents.emit('context-menu', {}, contextMenuParams(line))
  }

  /** @param {string} url */
  loadURL(url) {
    // A window that waits for its first picture is about to be seen, so it is opened where it can be.
    const { page } = this.webContents
    if (hasDisplay() && this.listenerCount('ready-to-show') > 0) page.visible = true
    return this.webContents.loadURL(url)
  }
  /** @param {string} path */
  loadFile(path) {
    return this.webContents.loadFile(path)
  }
  reload() {
    this.webContents.reload()
  }

  show() {
    void this.webContents.page.show()
    if (this.#visible && !this.bounds.isHidden) return
    this.#visible = true
    this.bounds.reveal()
    this.emit('show')
  }
  showInactive() {
    this.show()
  }
  hide() {
    if (!this.#visible) return
    this.#visible = false
    this.bounds.conceal()
    this.emit('hide')
  }
  isVisible() {
    return this.#visible && !this.#destroyed
  }
  focus() {
    this.webContents.focus()
  }
  blur() {}
  isFocused() {
    return this.webContents.page.focused
  }

  /** @param {string} title */
  setTitle(title) {
    this.#title = title
  }
  getTitle() {
    return this.#title
  }
  close() {
    if (this.#destroyed || this.#closing) return
    if (!this.askToClose()) return
    this.#closing = true
    this.webContents.close({ waitForBeforeUnload: true })
  }

  /** Whether the program lets the window close. */
  askToClose() {
    let prevented = false
    this.emit('close', {
      preventDefault: () => {
        prevented = true
      }
    })
    return !prevented
  }

  isClosing() {
    return this.#closing
  }

  destroy() {
    this.#closing = true
    this.webContents.close()
  }
  isDestroyed() {
    return this.#destroyed
  }

  #finish() {
    if (this.#destroyed) return
    if (!this.#closing) this.askToClose()
    this.#destroyed = true
    all.delete(this.id)
    this.emit('closed')
    windowEvents.emit('closed', all.size)
  }
}

/** @param {any} line */
function contextMenuParams({ x, y, selectionText }) {
  return { x, y, selectionText, linkURL: '', mediaType: 'none', isEditable: false, editFlags: {} }
}

/**
 * Constructing answers an object whose missing members say so by name.
 */
export class BrowserWindow extends BaseBrowserWindow {
  /** @param {Electron.BrowserWindowConstructorOptions} [options] */
  constructor(options) {
    super(options)
    const window = complete('BrowserWindow', this)
    all.set(this.id, window)
    windowEvents.emit('web-contents-created', {}, this.webContents)
    windowEvents.emit('browser-window-created', {}, window)
    return window
  }

  static getAllWindows() {
    return [...all.values()]
  }
  static getFocusedWindow() {
    return [...all.values()].find((window) => window.isFocused()) ?? null
  }
  /** @param {number} id */
  static fromId(id) {
    return all.get(id) ?? null
  }
  /** @param {WebContents} contents */
  static fromWebContents(contents) {
    return [...all.values()].find((window) => window.webContents.id === contents?.id) ?? null
  }
}
