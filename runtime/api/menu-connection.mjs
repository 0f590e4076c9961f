/** @import { BrowserWindow } from 'electron' */
/** @import { CdpSession } from '../chromium/cdp.mjs' */

/**
 * What the rest of the runtime gives to the menus.
 *
 * @typedef {object} MenuConnection
 * @property {import('./menu-roles.mjs').RoleApp} app
 * @property {() => BrowserWindow | null} focusedWindow
 * @property {(window: BrowserWindow) => CdpSession | null} visibleSession the session of a page that a
 *   person sees; null for a hidden window and where there is no display
 */

/** @type {MenuConnection | null} */
let connection = null

/**
 * Connect the menus to the engine: Electron's `Menu` is a class, so that there is one for the process.
 *
 * @param {MenuConnection} to
 */
export function connectMenus(to) {
  connection = to
}

/** The engine that the menus are connected to. */
export function connected() {
  if (connection === null) throw new Error('runtime: the menus are not connected')
  return connection
}
