/** @import { MenuItemConstructorOptions } from 'electron' */

/**
 * Roles that are whole menus, by their lower case names.
 *
 * @type {Readonly<Record<string, { label: string, submenu: MenuItemConstructorOptions[] }>>}
 */
export const WHOLE_MENUS = {
  appmenu: { label: '', submenu: [{ role: 'about' }, { type: 'separator' }, { role: 'quit' }] },
  filemenu: { label: 'File', submenu: [{ role: process.platform === 'darwin' ? 'close' : 'quit' }] },
  editmenu: {
    label: 'Edit',
    submenu: [
      { role: 'undo' },
      { role: 'redo' },
      { type: 'separator' },
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'delete' },
      { type: 'separator' },
      { role: 'selectAll' }
    ]
  },
  viewmenu: {
    label: 'View',
    submenu: [
      { role: 'reload' },
      { role: 'forceReload' },
      { role: 'toggleDevTools' },
      { type: 'separator' },
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { type: 'separator' },
      { role: 'togglefullscreen' }
    ]
  },
  windowmenu: { label: 'Window', submenu: [{ role: 'minimize' }, { role: 'zoom' }, { role: 'close' }] }
}

/** What Electron puts up for a program that sets no menu of its own. */
export const DEFAULT_MENU = /** @satisfies {MenuItemConstructorOptions[]} */ ([
  { role: 'fileMenu' },
  { role: 'editMenu' },
  { role: 'viewMenu' },
  { role: 'windowMenu' },
  { role: 'help', submenu: [] }
])
