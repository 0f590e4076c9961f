import { randomBytes } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { watchKeys } from '../api/keys.mjs'
import { createBridgeEnd } from '../page/bridge-end.mjs'
import { runInPageWorld } from '../page/page-world.mjs'
import { runInPreloadWorld } from '../page/preload-world.mjs'
import { createWire } from '../page/wire.mjs'
import { browserFor, takeTargets } from './browsers.mjs'
import { colors, emulatedMedia } from './colors.mjs'
import { answerFilePaths } from './file-paths.mjs'

/** @typedef {import('../chromium/cdp.mjs').CdpSession} CdpSession */

const WORLD = 'electron-preload'

/**
 * @typedef {object} PageOptions
 * @property {boolean} visible
 * @property {{ width: number, height: number, x?: number, y?: number }} size
 * @property {string | null} preload source of the preload script
 * @property {boolean} javascript
 * @property {string | null} background a CSS colour, or white
 */

/**
 * One page of Chromium: its session, its two worlds, and the line to its preload.
 *
 * Events: `line` (an object that the preload's world told main), `key` (one that the page left alone),
 * `gone` (the page is closed).
 */
export class Page extends EventEmitter {
  /** @type {number | null} */ #preloadContext = null
  #token = `b${randomBytes(16).toString('hex')}`
  #binding = `tell${randomBytes(8).toString('hex')}`
  #receiver = `hear${randomBytes(8).toString('hex')}`

  /**
   * @param {import('./browsers.mjs').Browser} browser
   * @param {string} targetId
   * @param {CdpSession} session
   */
  constructor(browser, targetId, session) {
    super()
    this.browser = browser
    this.targetId = targetId
    this.session = session
    const follow = () => void this.followColors()
    colors.on('changed', follow)
    session.once('detached', () => {
      colors.off('changed', follow)
      this.emit('gone')
    })
  }

  /** @param {PageOptions} options */
  static async open(options) {
    const browser = await browserFor(options.visible)
    const { targetId, session } = await openTarget(browser, options)
    if (!browser.chromium.headless) await resize(browser, targetId, options.size)
    const page = new Page(browser, targetId, session)
    await page.#prepare(options)
    return page
  }

  /** @param {PageOptions} options */
  async #prepare({ preload, javascript, background }) {
    const { session } = this
    session.on('Runtime.executionContextCreated', ({ context }) => {
      const { frameId } = context.auxData ?? {}
      if (context.name === WORLD && frameId === this.targetId) this.#preloadContext = context.id
    })
    session.on('Runtime.executionContextsCleared', () => (this.#preloadContext = null))
    session.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name === this.#binding) this.emit('line', JSON.parse(payload))
    })
    // As in Electron a page that wants to stay is asked nothing more; other dialogs are answered with no.
    session.on('Page.javascriptDialogOpening', ({ type }) => {
      let leaves = false
      if (type === 'beforeunload') {
        this.emit('wants-to-stay', () => (leaves = true))
        if (!leaves) this.emit('stays')
      }
      void session.send('Page.handleJavaScriptDialog', { accept: leaves }).catch(() => undefined)
    })
    await Promise.all([
      session.send('Page.enable'),
      session.send('Runtime.enable'),
      session.send('Inspector.enable'),
      session.send('Page.setLifecycleEventsEnabled', { enabled: true }),
      session.send('Runtime.addBinding', { name: this.#binding, executionContextName: WORLD }),
      session.send('Fetch.enable', { patterns: [{ urlPattern: '*', requestStage: 'Request' }] }),
      session.send('Page.addScriptToEvaluateOnNewDocument', { source: this.#pageSource() }),
      session.send('Page.addScriptToEvaluateOnNewDocument', {
        source: this.#preloadSource(preload),
        worldName: WORLD
      }),
      javascript
        ? watchKeys(session, (pressed) => this.emit('key', pressed))
        : session.send('Emulation.setScriptExecutionDisabled', { value: true }),
      session.send('Emulation.setEmulatedMedia', emulatedMedia()),
      ...(preload === null ? [] : [answerFilePaths(session)]),
      ...(background === null
        ? []
        : [session.send('Emulation.setDefaultBackgroundColorOverride', { color: rgba(background) })]),
      session.send('Runtime.runIfWaitingForDebugger')
    ])
  }

  #pageSource() {
    return `(${runInPageWorld})(${JSON.stringify(this.#token)}, ${createWire}, ${createBridgeEnd})`
  }

  /** @param {string | null} preload */
  #preloadSource(preload) {
    const settings = { token: this.#token, binding: this.#binding, receiver: this.#receiver }
    const script =
      preload === null ? 'null' : `function (require, module, exports, process, global) {\n${preload}\n}`
    return `(${runInPreloadWorld})(${JSON.stringify(settings)}, ${createWire}, ${createBridgeEnd}, ${script})`
  }

  /**
   * @param {object} line what is told
   * @param {string} text what it tells, as `toText` made it; by itself, so that it is quoted once only
   */
  async tell(line, text) {
    if (this.#preloadContext === null) return
    await this.session
      .send('Runtime.callFunctionOn', {
        functionDeclaration: `(line, text) => globalThis[${JSON.stringify(this.#receiver)}](line, text)`,
        arguments: [{ value: line }, { value: text }],
        executionContextId: this.#preloadContext,
        awaitPromise: false
      })
      .catch(() => undefined)
  }

  async followColors() {
    await this.session.send('Emulation.setEmulatedMedia', emulatedMedia()).catch(() => undefined)
  }

  /** @param {boolean} asksPage whether the page hears `beforeunload` and may stay */
  async close(asksPage) {
    if (asksPage) return void (await this.session.send('Page.close').catch(() => undefined))
    await this.browser.root.send('Target.closeTarget', { targetId: this.targetId }).catch(() => undefined)
  }
}

/** Targets are opened one after the other, so that each finds its own. @type {Promise<unknown>} */
let opening = Promise.resolve()

/**
 * @param {import('./browsers.mjs').Browser} browser
 * @param {PageOptions} options
 * @returns {Promise<{ targetId: string, session: CdpSession }>}
 */
function openTarget(browser, options) {
  const opened = opening.then(() => openOneTarget(browser, options))
  opening = opened.catch(() => undefined)
  return opened
}

/**
 * @param {import('./browsers.mjs').Browser} browser
 * @param {PageOptions} options
 * @returns {Promise<{ targetId: string, session: CdpSession }>}
 */
function openOneTarget({ chromium, root }, { size }) {
  const mark = `data:text/html;mark=${randomBytes(8).toString('hex')},`
  return new Promise((resolve, reject) => {
    const stop = takeTargets(({ targetId, session, url, openerId }) => {
      const isOurs = openerId === undefined && (chromium.headless || url === mark)
      if (!isOurs) return false
      stop()
      resolve({ targetId, session })
      return true
    })
    const { width, height } = size
    if (chromium.headless) {
      root.send('Target.createTarget', { url: 'about:blank', width, height, newWindow: true }).catch(reject)
    } else {
      chromium.openAppWindow(mark, size)
    }
  })
}

/**
 * A window that is asked of a running Chromium gets the size of the last one, whatever was asked.
 *
 * @param {import('./browsers.mjs').Browser} browser
 * @param {string} targetId
 * @param {PageOptions['size']} size
 */
async function resize({ root }, targetId, { width, height, x: left, y: top }) {
  const { windowId } = await root.send('Browser.getWindowForTarget', { targetId })
  const bounds = { width, height, ...(left === undefined || top === undefined ? {} : { left, top }) }
  await root.send('Browser.setWindowBounds', { windowId, bounds }).catch(() => undefined)
}

/** @param {string} color `#rgb`, `#rrggbb` or `#aarrggbb`, as Electron writes them */
function rgba(color) {
  const digits = /^#(?<hex>[0-9a-f]{3,8})$/iu.exec(color)?.groups?.['hex'] ?? 'ffffff'
  const long = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits
  const value = Number.parseInt(long.slice(-6), 16)
  const a = long.length === 8 ? Number.parseInt(long.slice(0, 2), 16) / 255 : 1
  return { r: value >> 16, g: (value >> 8) & 255, b: value & 255, a }
}
