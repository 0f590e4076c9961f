/**
 * What runs first in the preload's world: `require('electron')` as a sandboxed preload knows it, the
 * far end of the context bridge, and the line to main. The function stands alone: its source is what
 * is sent to the page.
 *
 * @param {object} settings
 * @param {string} settings.token shared with the page's world, and nobody else
 * @param {string} settings.binding the function that carries text to main
 * @param {string} settings.receiver the name under which main finds the way back
 * @param {typeof import('./wire.mjs').createWire} createWire
 * @param {typeof import('./bridge-end.mjs').createBridgeEnd} createBridgeEnd
 * @param {((require: Function, module: object, exports: object, process: object, global: object) => void) | null} preload
 *   the program's preload script
 */
export function runInPreloadWorld({ token, binding, receiver }, createWire, createBridgeEnd, preload) {
  if (window !== window.top) return
  const wire = createWire()
  const tellMain = Reflect.get(globalThis, binding)
  /** @type {Map<number, { resolve: (value: any) => void, reject: (error: Error) => void }>} */
  const invoked = new Map()
  /** @type {Map<string, Set<Function>>} */
  const heard = new Map()
  let count = 0

  /** @param {string} kind @param {object} message */
  const tell = (kind, message) => tellMain(JSON.stringify({ kind, ...message }))
  /** @param {any[]} args */
  const toText = (args) => JSON.stringify(wire.encode(structuredClone(args)))

  const ipcRenderer = named('ipcRenderer', {
    /** @param {string} channel @param {any[]} args */
    invoke(channel, ...args) {
      const text = toText(args)
      const id = (count += 1)
      return new Promise((resolve, reject) => {
        invoked.set(id, { resolve, reject })
        tell('invoke', { id, channel, text })
      })
    },
    /** @param {string} channel @param {any[]} args */
    send(channel, ...args) {
      tell('send', { channel, text: toText(args) })
    },
    /** @param {string} channel @param {Function} listener */
    on(channel, listener) {
      heard.set(channel, (heard.get(channel) ?? new Set()).add(listener))
      return ipcRenderer
    },
    /** @param {string} channel @param {Function} listener */
    once(channel, listener) {
      const once = (/** @type {any[]} */ ...args) => {
        heard.get(channel)?.delete(once)
        listener(...args)
      }
      return ipcRenderer.on(channel, once)
    },
    /** @param {string} channel @param {Function} listener */
    off(channel, listener) {
      heard.get(channel)?.delete(listener)
      return ipcRenderer
    },
    /** @param {string} channel @param {Function} listener */
    addListener: (channel, listener) => ipcRenderer.on(channel, listener),
    /** @param {string} channel @param {Function} listener */
    removeListener: (channel, listener) => ipcRenderer.off(channel, listener),
    /** @param {string} [channel] */
    removeAllListeners(channel) {
      if (channel === undefined) heard.clear()
      else heard.delete(channel)
      return ipcRenderer
    }
  })

  const webUtils = named('webUtils', { getPathForFile: electronPathForFile })
  const end = createBridgeEnd(token, 'preload', createWire)
  const contextBridge = named('contextBridge', {
    /** @param {string} key @param {any} api */
    exposeInMainWorld(key, api) {
      if (end.send('expose', { key, value: end.describe(api) }) === 'taken')
        throw new Error('Cannot bind an API on top of an existing property on the window object')
    }
  })

  Object.defineProperty(globalThis, receiver, {
    /** @param {{ kind: string, id: number, channel: string, ok: boolean }} line @param {string} text */
    value: ({ kind, id, channel, ok }, text) => {
      const value = text.startsWith('=') ? text.slice(1) : wire.decode(JSON.parse(text))
      if (kind === 'reply') {
        const waiting = invoked.get(id)
        invoked.delete(id)
        if (ok) waiting?.resolve(value)
        else waiting?.reject(new Error(value))
        return
      }
      for (const listener of [...(heard.get(channel) ?? [])])
        listener({ sender: ipcRenderer, ports: [] }, ...value)
    }
  })

  watchPage()
  if (preload !== null) runPreload(preload)

  /** @param {Function} script */
  function runPreload(script) {
    const electron = named('', { contextBridge, ipcRenderer, webUtils })
    /** @type {Record<string, any>} */
    const modules = { electron, 'electron/renderer': electron, 'electron/common': electron }
    /** @param {string} name */
    const require = (name) => {
      if (name in modules) return modules[name]
      throw new Error(`module not found: ${name}`)
    }
    const module = { exports: {} }
    const process = {
      platform: navigator.platform.startsWith('Mac') ? 'darwin' : 'linux',
      env: {},
      sandboxed: true,
      contextIsolated: true,
      type: 'renderer',
      versions: {}
    }
    try {
      script(require, module, module.exports, process, globalThis)
    } catch (error) {
      const { message, stack } = /** @type {Error} */ (error)
      tell('preload-error', { message, stack })
    }
  }

  /**
   * The engine knows this function by its name, and writes the path while it stands at its statement.
   *
   * @param {unknown} file
   */
  function electronPathForFile(file) {
    if (!(file instanceof File)) throw new TypeError('getPathForFile: not a File')
    const answer = { path: '' }
    debugger
    return answer.path
  }

  /** What Electron's window hears of its page by itself. */
  function watchPage() {
    watchTitle()
    addEventListener('focus', () => tell('focus', {}))
    addEventListener('blur', () => tell('blur', {}))
    addEventListener('resize', () => tell('resize', {}))
    watchPlace()
    addEventListener('contextmenu', (event) => {
      if (event.defaultPrevented || !event.isTrusted) return
      // Chromium's own menu is a browser's: it saves, prints and looks at the source.
      event.preventDefault()
      const { clientX, clientY } = event
      tell('contextmenu', { x: clientX, y: clientY, selectionText: String(getSelection() ?? '') })
    })
    if (document.hasFocus()) tell('focus', {})
  }

  /** No event tells that a window was moved. */
  function watchPlace() {
    let place = ''
    setInterval(() => {
      const now = `${screenX},${screenY}`
      if (place !== '' && now !== place) tell('resize', {})
      place = now
    }, 1_000)
  }

  /** Only the title and its place are watched, not every change of the page. */
  function watchTitle() {
    let told = ''
    const observer = new MutationObserver(look)
    addEventListener('DOMContentLoaded', look, { once: true })

    function look() {
      const title = document.querySelector('title')
      if (document.head !== null) observer.observe(document.head, { childList: true })
      if (title !== null) observer.observe(title, { childList: true, characterData: true, subtree: true })
      if (document.title === told) return
      told = document.title
      tell('title', { title: told })
    }
  }

  /** What is not there says so by name. @param {string} name @param {Record<string, any>} members @returns {any} */
  function named(name, members) {
    const prefix = name === '' ? 'electron' : `electron.${name}`
    return new Proxy(members, {
      get: (target, key) => {
        if (typeof key === 'symbol' || key in target || key === 'then') return Reflect.get(target, key)
        throw new Error(`runtime: ${prefix}.${key} is not implemented`)
      }
    })
  }
}
