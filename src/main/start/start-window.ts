import { app, ipcMain, Menu, nativeTheme, screen, session, type BrowserWindow } from 'electron'
import { join } from 'node:path'
import { createReaderService } from '#core/service/reader-service'
import type { ReaderApi } from '#core/contract/api'
import type { ReaderHost } from '#core/service/ports'
import type { Settings } from '#core/settings/settings'
import { createHost } from '../host/create-host'
import { createWindowDesktop } from '../host/window-desktop'
import { serveCalls } from '../ipc/serve-calls'
import { lockSession } from '../security/lock-session'
import { APP_SCHEME } from '../security/scheme'
import { keepWindowState } from '../windows/keep-window-state'
import { openMainWindow } from '../windows/main-window'
import { mendWindow } from '../windows/mend-window'
import { menuTemplate } from '../windows/menu-template'
import { serveApp } from '../windows/serve-app'
import { readWindowState } from '../windows/window-state'
import { becomeWriter } from './become-writer'
import { givenFilesIn, openGivenFiles, type GivenFiles } from './given-files'
import { openReader, type OpenReader } from './open-reader'
import type { Places } from './places'
import { takeCommands } from './run-here'
import { importWelcome } from './welcome'
import { createTeller, type TellWindow } from './window-events'

interface StartedWindow {
  readonly places: Places
  readonly given: GivenFiles
  readonly onUnexpected: (error: unknown) => void
}

/**
 * Open the window over the library. Call after the app is ready, in the one process that has the
 * single instance lock.
 *
 * @throws ReaderError `library-…` when there is no library to show.
 */
export async function startWindow({ places, given, onUnexpected }: StartedWindow): Promise<void> {
  const writer = await becomeWriter({
    libraryPath: places.library,
    configFolder: places.config,
    create: true
  })
  const reader = await openReader({ places, create: true, onUnexpected })
  const open: { window: BrowserWindow | null } = { window: null }
  const tell = createTeller(() => open.window)
  const api = serveWindow(reader, () => open.window, tell)
  takeCommands(writer, reader, () => tell('library-changed', null))

  const { window, written } = await showWindow(reader, places)
  open.window = window
  mendWindow(
    window,
    (reason) => onUnexpected(new Error(`the page's process ended: ${reason}`)),
    () => app.quit()
  )
  openOnSecondStart(window, (again) => openGivenFiles(api, again, tell).catch(onUnexpected))
  closeBeforeQuitting(async () => {
    await writer.release(() => reader.close())
    await written()
  })
  for (const sentence of reader.library.takeNotices()) tell('restored', sentence)
  await welcomeOrOpen(api, { given, tell, resources: reader.resources })
}

/** Answer the page's calls. The keys' menu, the colours and the session belong to the same window. */
function serveWindow(reader: OpenReader, window: () => BrowserWindow | null, tell: TellWindow): ReaderApi {
  const host = createHost({
    ...reader.parts,
    settings: withTheme(reader.parts.settings),
    desktop: createWindowDesktop(window),
    onImportProgress: (progress) => tell('import-progress', progress)
  })
  const api = createReaderService(host)
  serveCalls({ ipcMain, api, window, onUnexpected: reader.onUnexpected })
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(menuTemplate(process.platform, (command) => tell('command', command)))
  )
  return api
}

async function showWindow(
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
function withTheme(settings: ReaderHost['settings']): ReaderHost['settings'] {
  return {
    read: () => settings.read(),
    async save(wanted: Settings) {
      await settings.save(wanted)
      nativeTheme.themeSource = wanted.theme
    }
  }
}

function openOnSecondStart(window: BrowserWindow, open: (given: GivenFiles) => Promise<void>): void {
  app.on('second-instance', (_event, _argv, _cwd, sent) => {
    if (window.isDestroyed()) return
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
    void open(givenFilesIn(sent))
  })
  // macOS hands over files this way, one at a time.
  app.on('open-file', (event, path) => {
    event.preventDefault()
    void open({ files: [path], cwd: '' })
  })
}

/** The program ends with its window, and not before everything is on disk. */
function closeBeforeQuitting(close: () => Promise<void>): void {
  app.on('window-all-closed', () => app.quit())
  app.once('will-quit', (event) => {
    event.preventDefault()
    void close().finally(() => app.exit(0))
  })
}

/** A library without briefings greets with one that shows what can be done. */
async function welcomeOrOpen(
  api: ReaderApi,
  { given, tell, resources }: { given: GivenFiles; tell: TellWindow; resources: string }
): Promise<void> {
  if (given.files.length > 0) return openGivenFiles(api, given, tell)
  if ((await api.listBriefings()).length > 0) return
  const id = await importWelcome(api, resources)
  tell('library-changed', null)
  // Whoever brought in something of her own meanwhile is reading that.
  if ((await api.listBriefings()).length === 1) tell('open-briefing', { id })
}
