import type { BrowserWindow } from 'electron'
import { EVENT_CHANNEL } from '#core/contract/channels'
import type { EventName, ReaderEvents } from '#core/contract/events'

/** Tell the window something; a window that is gone hears nothing. */
export type TellWindow = <Name extends EventName>(event: Name, payload: ReaderEvents[Name]) => void

/** A teller for the window that is there when something is told; a page that still loads is waited for. */
export function createTeller(window: () => BrowserWindow | null): TellWindow {
  return (event, payload) => {
    const target = window()
    if (target === null || target.isDestroyed()) return
    const { webContents } = target
    if (webContents.isLoading()) {
      webContents.once('did-finish-load', () => webContents.send(EVENT_CHANNEL, event, payload))
    } else {
      webContents.send(EVENT_CHANNEL, event, payload)
    }
  }
}
