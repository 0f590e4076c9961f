import { WHOLE_MENUS } from './menu-role-menus.mjs'
/** @import { BrowserWindow, MenuItemConstructorOptions, WebContents } from 'electron' */

/**
 * What a role does, in Electron's own table: on the app, on the window or on its page.
 *
 * @typedef {object} Role
 * @property {string} label
 * @property {string} [accelerator]
 * @property {boolean} [registerAccelerator]
 * @property {(app: RoleApp) => void} [app]
 * @property {(window: BrowserWindow) => void} [window]
 * @property {(contents: WebContents) => void} [contents]
 * @property {MenuItemConstructorOptions[]} [submenu]
 */

/** @typedef {{ quit(): void, showAboutPanel?(): void, name: string }} RoleApp */

/** @type {Readonly<Record<string, Role>>} */
const ROLES = {
  about: { label: 'About', app: (app) => app.showAboutPanel?.() },
  quit: { label: 'Quit', accelerator: 'CommandOrControl+Q', app: (app) => app.quit() },

  close: { label: 'Close', accelerator: 'CommandOrControl+W', window: (window) => window.close() },
  minimize: { label: 'Minimize', accelerator: 'CommandOrControl+M', window: (window) => window.minimize() },
  zoom: { label: 'Zoom', window: (window) => window.maximize() },
  togglefullscreen: {
    label: 'Toggle Full Screen',
    accelerator: process.platform === 'darwin' ? 'Control+Command+F' : 'F11',
    window: (window) => window.setFullScreen(!window.isFullScreen())
  },

  undo: { label: 'Undo', accelerator: 'CommandOrControl+Z', contents: (contents) => contents.undo() },
  redo: { label: 'Redo', accelerator: 'Shift+CommandOrControl+Z', contents: (contents) => contents.redo() },
  cut: {
    label: 'Cut',
    accelerator: 'CommandOrControl+X',
    registerAccelerator: false,
    contents: (contents) => contents.cut()
  },
  copy: {
    label: 'Copy',
    accelerator: 'CommandOrControl+C',
    registerAccelerator: false,
    contents: (contents) => contents.copy()
  },
  paste: {
    label: 'Paste',
    accelerator: 'CommandOrControl+V',
    registerAccelerator: false,
    contents: (contents) => contents.paste()
  },
  pasteandmatchstyle: {
    label: 'Paste and Match Style',
    accelerator: 'Shift+CommandOrControl+V',
    registerAccelerator: false,
    contents: (contents) => contents.pasteAndMatchStyle()
  },
  delete: { label: 'Delete', contents: (contents) => contents.delete() },
  selectall: {
    label: 'Select All',
    accelerator: 'CommandOrControl+A',
    contents: (contents) => contents.selectAll()
  },

  reload: { label: 'Reload', accelerator: 'CmdOrCtrl+R', contents: (contents) => contents.reload() },
  forcereload: {
    label: 'Force Reload',
    accelerator: 'Shift+CmdOrCtrl+R',
    contents: (contents) => contents.reloadIgnoringCache()
  },
  toggledevtools: {
    label: 'Toggle Developer Tools',
    accelerator: process.platform === 'darwin' ? 'Alt+Command+I' : 'Ctrl+Shift+I',
    contents: (contents) => contents.toggleDevTools()
  },
  resetzoom: {
    label: 'Actual Size',
    accelerator: 'CommandOrControl+0',
    contents: (contents) => void (contents.zoomLevel = 0)
  },
  zoomin: {
    label: 'Zoom In',
    accelerator: 'CommandOrControl+Plus',
    contents: (contents) => void (contents.zoomLevel += 0.5)
  },
  zoomout: {
    label: 'Zoom Out',
    accelerator: 'CommandOrControl+-',
    contents: (contents) => void (contents.zoomLevel -= 0.5)
  },

  help: { label: 'Help' },
  window: { label: 'Window' },
  // macOS gives these their meaning; elsewhere they are names without one.
  ...Object.fromEntries(
    [
      'services',
      'hide',
      'hideOthers',
      'unhide',
      'front',
      'startSpeaking',
      'stopSpeaking',
      'toggleSpellChecker'
    ].map((name) => [name.toLowerCase(), { label: name }])
  )
}

/**
 * The role of that name in any case; `null` for a name that Electron does not know.
 *
 * @param {string} name
 * @returns {Role | null}
 */
export function roleNamed(name) {
  return ROLES[name.toLowerCase()] ?? WHOLE_MENUS[name.toLowerCase()] ?? null
}
