import { spawn } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { state } from '../engine/state.mjs'
import { AppPaths } from './app-paths.mjs'
import { BrowserWindow, windowEvents } from './browser-window.mjs'
import { CommandLine } from './command-line.mjs'
import { createSingleInstance } from './single-instance.mjs'
import { complete } from './unimplemented.mjs'

/** Electron's `App`: the life of the program, by events in Electron's order. */
class App extends EventEmitter {
  #name = 'Electron'
  #version = '0.0.0'
  #path = process.cwd()
  #quitting = false
  #exitCode = 0
  #userAgent = ''
  #paths = new AppPaths(() => this.#name)
  /** @type {(value?: unknown) => void} */ #becomeReady = () => undefined
  #whenReady = new Promise((resolve) => (this.#becomeReady = resolve))
  /** @type {(() => Promise<void>)[]} */ #endings = []
  #instance = createSingleInstance({
    userData: () => this.getPath('userData'),
    argv: () => process.argv,
    whenReady: this.#whenReady,
    emitSecondInstance: (argv, folder, data) => this.emit('second-instance', {}, argv, folder, data)
  })
  commandLine = complete('app.commandLine', new CommandLine())
  isPackaged = false

  constructor() {
    super()
    for (const name of [
      'browser-window-created',
      'browser-window-focus',
      'browser-window-blur',
      'web-contents-created'
    ]) {
      windowEvents.on(name, (...args) => this.emit(name, ...args))
    }
    windowEvents.on('web-contents-created', (_event, contents) => {
      contents.on('render-process-gone', (/** @type {object} */ event, /** @type {object} */ details) =>
        this.emit('render-process-gone', event, contents, details)
      )
    })
    // Who keeps a window open keeps the program open.
    windowEvents.on('stays', () => (this.#quitting = false))
    windowEvents.on('closed', (left) => {
      if (left === 0) this.#allClosed()
    })
  }

  /** @param {{ name: string, version: string, path: string }} program */
  describe({ name, version, path }) {
    this.#name = name
    this.#version = version
    this.#path = path
  }

  /** The entry point has been read to its end: from here on there may be windows. */
  start() {
    this.emit('will-finish-launching')
    state.ready = true
    this.emit('ready', {}, {})
    this.#becomeReady()
  }

  /** @param {() => Promise<void>} ending what is to be ended before the process is */
  addEnding(ending) {
    this.#endings.push(ending)
  }

  /** @param {unknown} [additionalData] */
  requestSingleInstanceLock(additionalData) {
    return this.#instance.requestSingleInstanceLock(additionalData)
  }
  hasSingleInstanceLock() {
    return this.#instance.hasSingleInstanceLock()
  }
  releaseSingleInstanceLock() {
    this.#instance.releaseSingleInstanceLock()
  }

  whenReady() {
    return this.#whenReady
  }
  isReady() {
    return state.ready
  }

  quit() {
    if (this.#quitting || !allowed((event) => this.emit('before-quit', event))) return
    this.#quitting = true
    for (const window of BrowserWindow.getAllWindows()) {
      window.close()
      if (!window.isDestroyed() && !window.isClosing()) {
        this.#quitting = false
        return
      }
    }
    if (BrowserWindow.getAllWindows().length === 0) this.#willQuit()
  }

  #allClosed() {
    if (this.#quitting) this.#willQuit()
    else if (this.listenerCount('window-all-closed') === 0) this.quit()
    else this.emit('window-all-closed')
  }

  #willQuit() {
    if (!allowed((event) => this.emit('will-quit', event))) {
      this.#quitting = false
      return
    }
    this.exit(this.#exitCode)
  }

  /** @param {number} [code] */
  exit(code = 0) {
    this.#exitCode = code
    process.exitCode = code
    this.emit('quit', {}, code)
    const ended = Promise.allSettled(this.#endings.map((end) => end()))
    const late = new Promise((resolve) => setTimeout(resolve, 4_000).unref())
    void Promise.race([ended, late]).then(() => process.exit(code))
  }

  /** @param {{ args?: string[] }} [options] */
  relaunch({ args = process.argv.slice(1) } = {}) {
    this.once('quit', () => spawn(process.argv[0] ?? '', args, { detached: true, stdio: 'ignore' }).unref())
  }

  /** @param {string} name */
  getPath(name) {
    return this.#paths.get(name)
  }
  /** @param {string} name @param {string} path */
  setPath(name, path) {
    this.#paths.set(name, path)
  }
  getAppPath() {
    return this.#path
  }
  getName() {
    return this.#name
  }
  /** @param {string} name */
  setName(name) {
    this.#name = name
  }
  get name() {
    return this.#name
  }
  getVersion() {
    return this.#version
  }
  getLocale() {
    return new Intl.Locale(Intl.DateTimeFormat().resolvedOptions().locale).toString()
  }
  getSystemLocale() {
    return this.getLocale()
  }
  getPreferredSystemLanguages() {
    const language = (process.env['LC_ALL'] || process.env['LANG'] || 'en_US').split('.')[0] ?? 'en_US'
    return [/^[a-z]{2,3}(_[A-Z]{2})?$/u.test(language) ? language.replace('_', '-') : 'en-US']
  }

  // Sandboxed is the only way that pages run here; the rest has no meaning in Chromium's own windows.
  enableSandbox() {
    if (state.ready) throw new Error('app.enableSandbox() can only be called before app is ready')
  }
  disableHardwareAcceleration() {
    if (state.ready)
      throw new Error('app.disableHardwareAcceleration() can only be called before app is ready')
    this.commandLine.appendSwitch('disable-gpu')
  }
  setAppUserModelId() {}
  setAboutPanelOptions() {}
  // Only macOS has a dock, and Chromium stands in it under its own name whatever is asked.
  get dock() {
    return process.platform === 'darwin' ? complete('app.dock', { hide() {}, async show() {} }) : undefined
  }
  focus() {
    BrowserWindow.getAllWindows()[0]?.focus()
  }
}

/** @param {(event: object) => void} emit */
function allowed(emit) {
  let prevented = false
  emit({
    preventDefault: () => {
      prevented = true
    },
    get defaultPrevented() {
      return prevented
    }
  })
  return !prevented
}

/** Electron's `app`. */
export const app = complete('app', new App())
