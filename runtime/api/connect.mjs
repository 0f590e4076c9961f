import { hasDisplay } from '../engine/browsers.mjs'
import { state } from '../engine/state.mjs'
import { app } from './app.mjs'
import { BrowserWindow, windowEvents } from './browser-window.mjs'
import { connectMenus } from './menu-connection.mjs'
import { Menu, setDefaultMenu } from './menu.mjs'
import { createUtilityProcess } from './utility-process.mjs'
import { complete } from './unimplemented.mjs'

/** @typedef {import('./accelerator.mjs').PressedKey} PressedKey */

connectMenus({
  app,
  focusedWindow: () => /** @type {any} */ (BrowserWindow.getFocusedWindow()),
  visibleSession: (window) => {
    const { page } = /** @type {BrowserWindow} */ (/** @type {unknown} */ (window)).webContents
    return page.visible && hasDisplay() ? page.currentSession : null
  }
})

windowEvents.on('key', (/** @type {any} */ window, /** @type {PressedKey} */ pressed) => {
  Menu.getApplicationMenu()?.pressKey(pressed, window)
})

app.once('will-finish-launching', setDefaultMenu)

/** Electron's `utilityProcess`. */
export const utilityProcess = complete(
  'utilityProcess',
  createUtilityProcess({
    isReady: () => state.ready,
    onGone: (details) => app.emit('child-process-gone', {}, details)
  })
)
