import { app, ipcMain, Menu, type BrowserWindow } from 'electron'
import { join } from 'node:path'
import { problemOf } from '#core/problem/reader-error'
import { createReaderService } from '#core/service/reader-service'
import type { ReaderApi } from '#core/contract/api'
import { createHost } from '../host/create-host'
import { createWindowDesktop } from '../host/window-desktop'
import { serveCalls } from '../ipc/serve-calls'
import { mendWindow } from '../windows/mend-window'
import { menuTemplate } from '../windows/menu-template'
import { keepBackups } from './keep-backups'
import { becomeWriter } from './become-writer'
import { openGivenFiles, type GivenFiles } from './given-files'
import type { LaterStarts } from './later-starts'
import { openReader, type OpenReader } from './open-reader'
import type { Places } from './places'
import { takeCommands } from './run-here'
import { showWindow, withTheme } from './show-window'
import { importWelcome } from './welcome'
import { watchLibrary } from './watch-library'
import { apiForWindow } from './window-api'
import { createTeller, type TellWindow } from './window-events'

interface StartedWindow {
  readonly places: Places
  readonly given: GivenFiles
  readonly laterStarts: LaterStarts
  readonly onUnexpected: (error: unknown) => void
}

/**
 * Open the window over the library. Call after the app is ready, in the one process that has the
 * single instance lock.
 *
 * @throws ReaderError `library-…` when there is no library to show.
 */
export async function startWindow({
  places,
  given,
  laterStarts,
  onUnexpected
}: StartedWindow): Promise<void> {
  const writer = await becomeWriter({
    libraryPath: places.library,
    configFolder: places.config,
    create: true
  })
  const reader = await openReader({ places, create: true, onUnexpected })
  const open: { window: BrowserWindow | null; briefing: string | null } = { window: null, briefing: null }
  const tell = createTeller(() => open.window)
  const api = serveWindow(reader, open, tell)
  takeCommands(writer, reader, () => tell('library-changed', null))

  const { window, written } = await showWindow(reader, places)
  open.window = window
  mendWindow(
    window,
    (reason) => onUnexpected(new Error(`the page's process ended: ${reason}`)),
    () => app.quit()
  )
  laterStarts.answer((again) => {
    if (window.isDestroyed()) return
    raise(window)
    void openGivenFiles(api, again, tell).catch(onUnexpected)
  })
  const watching = new AbortController()
  void watchLibrary(
    {
      library: reader.library,
      open: () => open.briefing,
      isSeen: () => !window.isDestroyed() && !window.isMinimized(),
      onChange: () => tell('library-changed', null)
    },
    watching.signal
  )
  void keepBackups(
    {
      backups: reader.parts.backups,
      library: reader.library,
      notePath: join(places.cache, 'last-backup.json'),
      onProblem: (problem) => tell('problem', problem)
    },
    watching.signal
  ).catch(onUnexpected)
  closeBeforeQuitting(async () => {
    watching.abort()
    await writer.release(() => reader.close())
    await written()
  })
  for (const sentence of reader.library.takeNotices()) tell('restored', sentence)
  await welcomeOrOpen(api, { given, tell, resources: reader.resources }).catch((thrown: unknown) => {
    // There is a window by now: a library that can only be read can be read in it.
    const problem = problemOf(thrown)
    if (problem.code === 'unexpected') onUnexpected(thrown)
    tell('problem', problem)
  })
}

/** Answer the page's calls. The keys' menu, the colours and the session belong to the same window. */
function serveWindow(
  reader: OpenReader,
  open: { readonly window: BrowserWindow | null; briefing: string | null },
  tell: TellWindow
): ReaderApi {
  const window = (): BrowserWindow | null => open.window
  const host = createHost({
    ...reader.parts,
    settings: withTheme(reader.parts.settings),
    desktop: createWindowDesktop(window),
    onImportProgress: (progress) => tell('import-progress', progress),
    onExportProgress: (progress) => tell('export-progress', progress)
  })
  const service = createReaderService(host)
  const api = apiForWindow(service, (briefing) => (open.briefing = briefing))
  serveCalls({ ipcMain, api, window, onUnexpected: reader.onUnexpected })
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(menuTemplate(process.platform, (command) => tell('command', command)))
  )
  return api
}

function raise(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
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
  tell('greet', { id })
}
