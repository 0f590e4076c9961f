import { EventEmitter } from 'node:events'
import { fromChromium } from '../addresses.mjs'
import { answerInvoke, hearSend } from '../api/ipc-main.mjs'
import { hasDisplay } from './browsers.mjs'
import { NavigationGuard } from './navigation-guard.mjs'
import { loadError } from './net-errors.mjs'
import { Page } from './page.mjs'
import { applyPermissions } from './permissions.mjs'
import { answerRequests } from './requests.mjs'
import { reportPage } from './report-page.mjs'

/** @typedef {import('../api/web-contents.mjs').WebContents} WebContents */

/**
 * The page behind a `WebContents`. It is opened when it is first needed, and once more when a hidden
 * one is to be seen, since windows that are seen and hidden ones live in different Chromiums.
 *
 * Events: `loading`, `crashed`, `title`, `gone`, `painted`, `key`, `line` (what the page tells of itself).
 */
export class ContentsPage extends EventEmitter {
  /** @type {Promise<Page> | null} */ #opened = null
  /** @type {Page | null} */ #page = null
  #closed = false
  #address = ''
  visible = false
  focused = false

  /**
   * @param {WebContents} contents
   * @param {{ width: number, height: number, x?: number, y?: number, background: string | null, preload: string | null, preloadPath: string, javascript: boolean }} options
   */
  constructor(contents, options) {
    super()
    this.contents = contents
    this.options = options
    this.guard = new NavigationGuard(contents)
    contents.session.on('-permissions-changed', () => {
      if (this.#page !== null) void applyPermissions(this.#page, contents)
    })
  }

  get targetId() {
    return this.#page?.targetId ?? null
  }

  get currentSession() {
    return this.#page?.session ?? null
  }

  /** @returns {Promise<Page>} */
  open() {
    this.#opened ??= this.#open()
    return this.#opened
  }

  async session() {
    return (await this.open()).session
  }

  /** @param {string} method @param {object} [params] */
  async send(method, params) {
    return (await this.session()).send(method, params)
  }

  /** Leave the hidden Chromium for the one whose windows are seen, and load the same address there. */
  async show() {
    if (this.visible || this.#closed) return
    this.visible = true
    const hidden = this.#opened
    if (hidden === null || !hasDisplay()) return
    this.#opened = null
    const page = await hidden
    page.removeAllListeners('gone')
    await page.close(false)
    if (this.#address !== '') await this.navigate(this.#address)
  }

  /** @param {string} address as Chromium takes it */
  async navigate(address) {
    this.#address = address
    const page = await this.open()
    const { session } = page
    this.guard.expect(address)
    const finished = new Promise((resolve) => this.once('finished', resolve))
    const { errorText } = await session.send('Page.navigate', { url: address })
    if (errorText !== undefined) {
      const error = loadError(errorText, fromChromium(address))
      this.contents.emit('did-fail-load', {}, error.errno, error.code, error.url, true, 0, 0)
      throw error
    }
    await finished
  }

  /** @param {object} line @param {string} text as `toText` made it */
  async tell(line, text) {
    if (this.#opened === null) return
    await (await this.#opened).tell(line, text)
  }

  /** @param {boolean} asksPage */
  async close(asksPage = false) {
    if (this.#opened === null) this.#end()
    else await (await this.#opened).close(asksPage)
  }

  async #open() {
    const page = await Page.open({ ...this.options, size: this.options, visible: this.visible })
    this.#page = page
    page.once('gone', () => this.#end())
    page.on('stays', () => this.emit('stays'))
    page.on('wants-to-stay', (leave) => this.emit('wants-to-stay', leave))
    page.on('line', (line) => void this.#hear(line))
    page.on('key', (pressed) => this.emit('key', pressed))
    answerRequests({
      session: page.session,
      owner: this.contents.session,
      contentsId: this.contents.id,
      allowNavigation: (navigation) => this.guard.allows(navigation, page.targetId)
    })
    this.guard.watch(page)
    reportPage(page, this)
    this.contents.mainFrame.frameId = page.targetId
    await applyPermissions(page, this.contents)
    return page
  }

  /** @param {any} line */
  async #hear(line) {
    const { contents } = this
    const event = {
      sender: contents,
      senderFrame: contents.mainFrame,
      frameId: contents.id,
      processId: contents.id,
      ports: []
    }
    switch (line.kind) {
      case 'invoke': {
        const { ok, text } = await answerInvoke(line, { ...event, type: 'frame' })
        return this.tell({ kind: 'reply', id: line.id, ok }, text)
      }
      case 'send':
        return hearSend(line, {
          ...event,
          type: 'frame',
          reply: (/** @type {string} */ channel, /** @type {unknown[]} */ ...args) =>
            contents.send(channel, ...args)
        })
      case 'title':
        return void this.emit('title', line.title)
      case 'preload-error':
        return void contents.emit(
          'preload-error',
          {},
          this.options.preloadPath,
          Object.assign(new Error(line.message), { stack: line.stack })
        )
      default:
        return void this.emit('line', line)
    }
  }

  #end() {
    if (this.#closed) return
    this.#closed = true
    this.emit('gone')
  }
}
