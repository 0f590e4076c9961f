import { BrowserWindow, type Session } from 'electron'
import { APP_ORIGIN } from '../security/scheme'
import { boundsOf, type WindowState } from './window-state'

/** Colours of the empty window, as in the styles of the page, so that it does not flash. */
const PAPER = { light: '#fbfaf7', dark: '#16171a' }

interface WindowOptions {
  readonly session: Session
  readonly preload: string
  readonly icon: string
  readonly state: WindowState | null
  readonly dark: boolean
}

/** Open the window on the program's page; it shows itself when there is something to see. */
export function openMainWindow({ session, preload, icon, state, dark }: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...boundsOf(state),
    minWidth: 640,
    minHeight: 480,
    show: false,
    title: 'Briefing Reader',
    icon,
    autoHideMenuBar: true,
    backgroundColor: dark ? PAPER.dark : PAPER.light,
    webPreferences: {
      session,
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false
    }
  })
  window.once('ready-to-show', () => {
    if (state?.maximized === true) window.maximize()
    window.show()
  })
  // A page that does not load leaves a window that says so by being there, not a program without one.
  window.loadURL(`${APP_ORIGIN}/index.html`).catch(() => window.show())
  return window
}
