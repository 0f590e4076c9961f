import { app } from './api/app.mjs'
import { BrowserWindow } from './api/browser-window.mjs'
import { ClipboardItem } from './api/clipboard-item.mjs'
import { clipboard } from './api/clipboard.mjs'
import { utilityProcess } from './api/connect.mjs'
import { dialog } from './api/dialog.mjs'
import { ipcMain } from './api/ipc-main.mjs'
import { MenuItem } from './api/menu-item.mjs'
import { Menu } from './api/menu.mjs'
import * as missingModules from './api/missing-modules.mjs'
import { nativeTheme } from './api/native-theme.mjs'
import { screen } from './api/screen.mjs'
import { protocol, session } from './api/session.mjs'
import { shell } from './api/shell.mjs'
import { complete } from './api/unimplemented.mjs'
import { webContents } from './api/web-contents.mjs'

export * from './api/missing-modules.mjs'
export {
  app,
  BrowserWindow,
  clipboard,
  ClipboardItem,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  nativeTheme,
  protocol,
  screen,
  session,
  shell,
  utilityProcess,
  webContents
}

/**
 * What `require('electron')` gives in main.
 *
 * @type {Record<string, any>}
 */
const electron = complete('main', {
  ...missingModules,
  app,
  BrowserWindow,
  clipboard,
  ClipboardItem,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  nativeTheme,
  protocol,
  screen,
  session,
  shell,
  utilityProcess,
  webContents
})

export default electron
