import { app, nativeTheme, screen, session, type BrowserWindow } from 'electron'
import { join } from 'node:path'
import type { ReaderHost } from '#core/service/ports'
import type { Settings } from '#core/settings/settings'
import { lockSession } from '../security/lock-session'
import { APP_SCHEME } from '../security/scheme'
import { keepWindowState } from '../windows/keep-window-state'
import { openMainWindow } from '../windows/main-window'
import { serveApp } from '../windows/serve-app'
import { readWindowState } from '../windows/window-state'
import type { OpenReader } from './open-reader'
import type { Places } from './places'

/**
 * Open the window in a session of its own that reaches nothing but us; `written` waits until the
 * place of a window that was closed is on disk.
 */
export async function showWindow(
  { library, parts, resources }: OpenReader,
  { config }: Places
): Promise<{ window: BrowserWindow; written: () => Promise<unknown> }> {
  lockSession(session.defaultSession, [])
  const own = session.fromPartition('reader', { cache: false })
  lockSession(own, [APP_SCHEME])
  serveApp(own, join(app.getAppPath(), 'out', 'renderer'), library)
  nativeTheme.themeSource = (await parts.settings.read()).theme
  const statePath = join(config, 'window.json')
  const window = openMainWindow({
    session: own,
    preload: join(app.getAppPath(), 'out', 'preload', 'index.cjs'),
    icon: join(resources, 'icon.png'),
    state: await readWindowState(statePath, screen),
    dark: nativeTheme.shouldUseDarkColors
  })
  return { window, written: keepWindowState(window, statePath) }
}

/** The theme that is chosen also colours what the system draws: menus, dialogs, scroll bars. */
export function withTheme(settings: ReaderHost['settings']): ReaderHost['settings'] {
  return {
    read: () => settings.read(),
    async save(wanted: Settings) {
      await settings.save(wanted)
      nativeTheme.themeSource = wanted.theme
    }
  }
}
