import { EventEmitter } from 'node:events'
import { fromText, toText } from '../page/clone.mjs'
import { complete } from './unimplemented.mjs'

class IpcMain extends EventEmitter {
  constructor() {
    super()
  }

  /** @type {Map<string, Function>} */
  handlers = new Map()

  /** @param {string} channel @param {Function} listener */
  handle(channel, listener) {
    if (this.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    if (typeof listener !== 'function')
      throw new TypeError(`Expected handler to be a function, but found type '${typeof listener}'`)
    this.handlers.set(channel, listener)
  }

  /** @param {string} channel @param {Function} listener */
  handleOnce(channel, listener) {
    this.handle(channel, (/** @type {unknown[]} */ ...args) => {
      this.removeHandler(channel)
      return listener(...args)
    })
  }

  /** @param {string} channel */
  removeHandler(channel) {
    this.handlers.delete(channel)
  }
}

/** Electron's `ipcMain`. */
export const ipcMain = complete('ipcMain', new IpcMain())

/**
 * Answer one `ipcRenderer.invoke`. What the handler throws reaches the page as its message only, as
 * in Electron.
 *
 * @param {{ channel: string, text: string }} line
 * @param {object} event
 * @returns {Promise<{ ok: boolean, text: string }>}
 */
export async function answerInvoke({ channel, text }, event) {
  const handler = ipcMain.handlers.get(channel)
  if (handler === undefined) {
    return {
      ok: false,
      text: toText(`Error invoking remote method '${channel}': Error: No handler registered for '${channel}'`)
    }
  }
  try {
    const args = /** @type {unknown[]} */ (fromText(text))
    return { ok: true, text: toText(await handler(event, ...args)) }
  } catch (error) {
    return { ok: false, text: toText(`Error invoking remote method '${channel}': ${String(error)}`) }
  }
}

/**
 * Hand one `ipcRenderer.send` to whoever listens.
 *
 * @param {{ channel: string, text: string }} line
 * @param {object} event
 */
export function hearSend({ channel, text }, event) {
  const args = /** @type {unknown[]} */ (fromText(text))
  ipcMain.emit(channel, event, ...args)
}
