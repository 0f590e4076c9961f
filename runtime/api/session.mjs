import { EventEmitter } from 'node:events'
import { addScheme } from '../addresses.mjs'
import { complete } from './unimplemented.mjs'

/** @typedef {(request: Request) => Response | Promise<Response>} SchemeHandler */
/** @typedef {{ urls: string[], excludeUrls?: string[], types?: string[] }} Filter */

/** Schemes told before the app was ready. */
export const privileged = new Set()

/** Electron's `protocol` for one session. */
export class Protocol {
  /** @type {Map<string, SchemeHandler>} */
  handlers = new Map()

  /** @param {{ scheme: string }[]} schemes */
  registerSchemesAsPrivileged(schemes) {
    for (const { scheme } of schemes) {
      privileged.add(scheme)
      addScheme(scheme)
    }
  }

  /** @param {string} scheme @param {SchemeHandler} handler */
  handle(scheme, handler) {
    if (this.handlers.has(scheme)) throw new Error(`The scheme ${scheme} is already being handled`)
    addScheme(scheme)
    this.handlers.set(scheme, handler)
  }

  /** @param {string} scheme */
  unhandle(scheme) {
    this.handlers.delete(scheme)
  }

  /** @param {string} scheme */
  isProtocolHandled(scheme) {
    return this.handlers.has(scheme)
  }
}

/** Electron's `webRequest`: of several listeners only the last counts. */
export class WebRequest {
  /** @type {{ filter: Filter, listener: Function } | null} */
  beforeRequest = null

  /** @param {Filter | Function | null} filter @param {Function | null} [listener] */
  onBeforeRequest(filter, listener) {
    if (typeof filter === 'function')
      this.beforeRequest = { filter: { urls: ['<all_urls>'] }, listener: filter }
    else if (filter === null || listener === null || listener === undefined) this.beforeRequest = null
    else this.beforeRequest = { filter, listener }
  }
}

/** Electron's `Session`. What a page stores is gone with its Chromium, so there is little to clear. */
export class Session extends EventEmitter {
  protocol = complete('session.protocol', new Protocol())
  webRequest = complete('session.webRequest', new WebRequest())
  /** @type {Function | null} */ permissionRequestHandler = null
  /** @type {Function | null} */ permissionCheckHandler = null

  /** @param {string} partition */
  constructor(partition) {
    super()
    this.partition = partition
  }

  /** @param {Function | null} handler */
  setPermissionRequestHandler(handler) {
    this.permissionRequestHandler = handler
    this.emit('-permissions-changed')
  }

  /** @param {Function | null} handler */
  setPermissionCheckHandler(handler) {
    this.permissionCheckHandler = handler
    this.emit('-permissions-changed')
  }

  // Devices and screens are denied always: Chromium would ask with a dialog of its own.
  setDevicePermissionHandler() {}
  setDisplayMediaRequestHandler() {}
  /** @param {boolean} enable */
  setSpellCheckerEnabled(enable) {
    this.spellChecker = enable
  }
  isSpellCheckerEnabled() {
    return this.spellChecker ?? false
  }
  /** @param {string[]} languages */
  setSpellCheckerLanguages(languages) {
    this.spellCheckerLanguages = languages
  }
  async setProxy() {}
  async closeAllConnections() {}
  async clearStorageData() {}
  async clearCache() {}
  isPersistent() {
    return this.partition.startsWith('persist:')
  }
}

/** @type {Map<string, Session>} */
const sessions = new Map()

/** @param {string} partition @returns {Session} */
export function sessionOf(partition) {
  const known = sessions.get(partition)
  if (known !== undefined) return known
  const made = complete('session', new Session(partition))
  sessions.set(partition, made)
  return made
}

/** Electron's `session` module. */
export const session = complete('session', {
  get defaultSession() {
    return sessionOf('')
  },
  /** @param {string} partition */
  fromPartition: (partition) => sessionOf(partition)
})

/** Electron's `protocol` module is the default session's. */
export const protocol = sessionOf('').protocol
