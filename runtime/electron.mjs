import { app } from './api/app.mjs'
import { BrowserWindow } from './api/browser-window.mjs'
import { ipcMain } from './api/ipc-main.mjs'
import { protocol, session } from './api/session.mjs'
import { complete } from './api/unimplemented.mjs'
import { webContents } from './api/web-contents.mjs'

export { app, BrowserWindow, ipcMain, protocol, session, webContents }

/** What `require('electron')` gives in main. */
const electron = complete('main', { app, BrowserWindow, ipcMain, protocol, session, webContents })

export default electron
