import { spawnSync } from 'node:child_process'
import { hasDisplay } from '../engine/browsers.mjs'
import { findCommand } from '../engine/find-command.mjs'
import { runApart } from '../engine/run-apart.mjs'
import { BrowserWindow } from './browser-window.mjs'
import { complete } from './unimplemented.mjs'

/** What was written last by this program: all there is where the desktop's clipboard cannot be reached. */
let kept = ''

/** The forms of a text that can be written. */
const WRITTEN = ['text/plain', 'text/html']

/**
 * Electron's `clipboard`, for text.
 *
 * The desktop's is reached by the small programs that are made for it (wl-clipboard, xclip, xsel,
 * pbcopy). Without one of them text goes out through Chromium, where a page has to be open, and
 * `readText` knows only what this program wrote itself.
 */
export const clipboard = complete('clipboard', {
  async readText() {
    const command = commandTo('read')
    if (command === null) return kept
    const [name, ...args] = command
    const { status, stdout } = spawnSync(name, args, { encoding: 'utf8', timeout: 2_000 })
    // An empty clipboard is an error to some of them.
    return status === 0 ? stdout : ''
  },

  /** @param {string} text */
  async writeText(text) {
    kept = String(text)
    const command = commandTo('write')
    if (command === null) return void (await writeThroughPage({ 'text/plain': kept }))
    const [name, ...args] = command
    spawnSync(name, args, { input: kept, stdio: ['pipe', 'ignore', 'ignore'], timeout: 2_000 })
  },

  /**
   * Text with its HTML goes through Chromium, since the small programs take one form only: without a
   * window they get the plain text.
   *
   * @param {import('./clipboard-item.mjs').ClipboardItem[]} data
   */
  async write(data) {
    /** @type {Record<string, string>} */
    const forms = {}
    for (const item of data) {
      for (const type of item.types) {
        if (!WRITTEN.includes(type))
          throw new Error(`runtime: electron.clipboard.write of ${type} is not implemented`)
        forms[type] = await (await item.getType(type)).text()
      }
    }
    kept = forms['text/plain'] ?? ''
    if (!(await writeThroughPage(forms))) await clipboard.writeText(kept)
  },

  clear() {
    void clipboard.writeText('')
  }
})

/** @param {'read' | 'write'} what @returns {[string, ...string[]] | null} */
function commandTo(what) {
  if (process.platform === 'darwin') return what === 'read' ? ['pbpaste'] : ['pbcopy']
  if (!hasDisplay()) return null
  const isRead = what === 'read'
  if (process.env['WAYLAND_DISPLAY']) {
    const path = findCommand([isRead ? 'wl-paste' : 'wl-copy'])
    if (path !== null) return isRead ? [path, '--no-newline'] : [path]
  }
  const path = findCommand(['xclip', 'xsel'])
  if (path === null || !process.env['DISPLAY']) return null
  if (path.endsWith('xclip')) return [path, '-selection', 'clipboard', isRead ? '-out' : '-in']
  return [path, '--clipboard', isRead ? '--output' : '--input']
}

/**
 * Copy in a world of our own, so that no script of the page hears of it; answers whether it was done.
 *
 * @param {Record<string, string>} forms the text by MIME type
 */
async function writeThroughPage(forms) {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
  if (window === undefined) return false
  const session = await window.webContents.page.session()
  return (await runApart(session, `(${copyForms})(${JSON.stringify(forms)})`).catch(() => false)) === true
}

/** @param {Record<string, string>} forms */
function copyForms(forms) {
  /** @param {ClipboardEvent} event */
  const fill = (event) => {
    event.stopImmediatePropagation()
    event.preventDefault()
    for (const type in forms) event.clipboardData?.setData(type, forms[type] ?? '')
  }
  addEventListener('copy', fill, { capture: true, once: true })
  const isDone = document.execCommand('copy')
  removeEventListener('copy', fill, { capture: true })
  return isDone
}
