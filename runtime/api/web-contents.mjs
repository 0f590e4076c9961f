import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { toChromium } from '../addresses.mjs'
import { ContentsPage } from '../engine/contents-page.mjs'
import { printOnPaper } from '../engine/print-on-paper.mjs'
import { printParameters, readStream } from '../engine/print-to-pdf.mjs'
import { toText } from '../page/clone.mjs'
import { sessionOf } from './session.mjs'
import { complete } from './unimplemented.mjs'
import { checkedPreferences } from './web-preferences.mjs'
import { WebFrameMain } from './web-frame-main.mjs'

/** @type {Map<number, WebContents>} */
const all = new Map()
let count = 0

/** Keys of Chromium's editing commands by the names of Electron's methods. */
const EDITING = ['undo', 'redo', 'cut', 'copy', 'paste', 'delete', 'selectAll', 'pasteAndMatchStyle']

/** Electron's `WebContents`. Its page comes up in the background; what is asked before waits for it. */
export class WebContents extends EventEmitter {
  #zoom = 1
  #destroyed = false
  #loading = false
  #crashed = false
  #title = ''
  /** @type {Electron.WebPreferences} */ #preferences
  /** @type {((details: any) => { action: string }) | null} */ windowOpenHandler = null

  /**
   * @param {Electron.WebPreferences} preferences
   * @param {{ width: number, height: number, x?: number, y?: number, background: string | null }} look
   */
  constructor(preferences, look) {
    super()
    this.id = count += 1
    this.#preferences = checkedPreferences(preferences)
    const given = /** @type {any} */ (preferences)
    this.session = given.session ?? sessionOf(given.partition ?? '')
    this.mainFrame = WebFrameMain.of('', this.id, (channel, ...args) => this.send(channel, ...args))
    /** @type {WebContents | null} */
    this.hostWebContents = null
    this.page = new ContentsPage(this, {
      ...look,
      preloadPath: preferences.preload ?? '',
      preload: preferences.preload === undefined ? null : readFileSync(preferences.preload, 'utf8'),
      javascript: this.#preferences.javascript !== false
    })
    this.page.on('loading', (loading) => (this.#loading = loading))
    this.page.on('crashed', (crashed) => (this.#crashed = crashed))
    this.page.on('title', (title) => this.#retitle(title))
    this.page.on('gone', () => this.#destroy())
    this.page.on('wants-to-stay', (leave) => this.emit('will-prevent-unload', { preventDefault: leave }))
  }

  /** @param {Electron.WebPreferences} preferences @param {any} look @returns {WebContents} */
  static make(preferences, look) {
    const contents = complete('WebContents', new WebContents(preferences, look))
    contents.page.contents = contents
    contents.page.guard.contents = contents
    all.set(contents.id, contents)
    return contents
  }

  /** @param {string} url */
  loadURL(url) {
    // As in Electron, from here on, and not only when the engine has begun.
    this.#loading = true
    const loaded = this.page.navigate(toChromium(url))
    loaded.catch(() => (this.#loading = false))
    return loaded
  }

  /** @param {string} path */
  loadFile(path) {
    return this.loadURL(pathToFileURL(path).href)
  }

  /** @param {string} channel @param {unknown[]} args */
  send(channel, ...args) {
    const text = toText(args)
    void this.page.tell({ kind: 'event', channel }, text)
  }

  getURL() {
    return this.mainFrame.url === 'about:blank' ? '' : this.mainFrame.url
  }
  getTitle() {
    return this.#title
  }
  isLoading() {
    return this.#loading
  }
  isDestroyed() {
    return this.#destroyed
  }
  isCrashed() {
    return this.#crashed
  }
  getProcessId() {
    return this.id
  }

  reload() {
    void this.page.send('Page.reload').catch(() => undefined)
  }
  reloadIgnoringCache() {
    void this.page.send('Page.reload', { ignoreCache: true }).catch(() => undefined)
  }

  /** @param {string} code */
  async executeJavaScript(code) {
    const { result, exceptionDetails } = await this.page.send('Runtime.evaluate', {
      expression: code,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true
    })
    if (exceptionDetails !== undefined)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }

  /** @param {(details: any) => { action: string }} handler */
  setWindowOpenHandler(handler) {
    this.windowOpenHandler = handler
  }

  /** @param {Electron.PrintToPDFOptions} options */
  async printToPDF(options = {}) {
    const parameters = printParameters(options)
    const page = await this.page.open()
    // Paper is light whatever the program's colours are; an emulated colour would outdo Chromium there.
    await page.session.send('Emulation.setEmulatedMedia', { features: [] })
    const { stream } = await page.session.send('Page.printToPDF', parameters)
    await page.followColors()
    return readStream(page.session, stream)
  }

  /**
   * @param {Electron.WebContentsPrintOptions} options
   * @param {(success: boolean, failureReason: string) => void} callback
   */
  print({ pageSize = 'A4', printBackground = false, landscape = false } = {}, callback = () => undefined) {
    this.printToPDF({ pageSize, printBackground, landscape, preferCSSPageSize: true })
      .then(printOnPaper)
      .catch(() => 'Print job failed')
      .then((reason) => callback(reason === '', reason))
  }

  async capturePage() {
    const { data } = await this.page.send('Page.captureScreenshot', { format: 'png' })
    const png = Buffer.from(data, 'base64')
    return complete('NativeImage', { toPNG: () => png, isEmpty: () => png.length === 0 })
  }

  /** @param {number} factor */
  setZoomFactor(factor) {
    this.#zoom = factor
    void this.page.send('Emulation.setPageScaleFactor', { pageScaleFactor: factor }).catch(() => undefined)
  }
  getZoomFactor() {
    return this.#zoom
  }
  /** @param {number} level */
  setZoomLevel(level) {
    this.setZoomFactor(1.2 ** level)
  }
  getZoomLevel() {
    return Math.log(this.#zoom) / Math.log(1.2)
  }
  get zoomLevel() {
    return this.getZoomLevel()
  }
  set zoomLevel(level) {
    this.setZoomLevel(level)
  }
  get zoomFactor() {
    return this.#zoom
  }
  set zoomFactor(factor) {
    this.setZoomFactor(factor)
  }

  /** @param {string} command one of `EDITING` */
  edit(command) {
    const key = { type: 'keyDown', commands: [command] }
    void this.page.send('Input.dispatchKeyEvent', key).catch(() => undefined)
  }

  forcefullyCrashRenderer() {
    void this.page.send('Page.crash').catch(() => undefined)
  }

  // Whoever passes the debugging switch looks at pages from there.
  openDevTools() {}
  closeDevTools() {}
  toggleDevTools() {}
  isDevToolsOpened() {
    return false
  }
  focus() {
    void this.page.send('Page.bringToFront').catch(() => undefined)
  }

  /** @param {{ waitForBeforeUnload?: boolean }} [options] */
  close({ waitForBeforeUnload = false } = {}) {
    void this.page.close(waitForBeforeUnload)
  }

  /** @param {string} title */
  #retitle(title) {
    if (title === this.#title) return
    this.#title = title
    this.emit('page-title-updated', { preventDefault: () => undefined }, title, true)
  }

  #destroy() {
    if (this.#destroyed) return
    this.#destroyed = true
    this.mainFrame.detached = true
    all.delete(this.id)
    this.emit('destroyed')
  }
}

for (const command of EDITING) {
  Object.defineProperty(WebContents.prototype, command, {
    /** @this {WebContents} */
    value() {
      this.edit(command)
    }
  })
}

/** Electron's `webContents` module. */
export const webContents = complete('webContents', {
  getAllWebContents: () => [...all.values()],
  /** @param {number} id */
  fromId: (id) => all.get(id),
  /** @param {string} targetId */
  fromDevToolsTargetId: (targetId) =>
    [...all.values()].find((contents) => contents.page.targetId === targetId),
  getFocusedWebContents: () => [...all.values()].find((contents) => contents.page.focused) ?? null
})
