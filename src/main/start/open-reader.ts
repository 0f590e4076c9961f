import { app } from 'electron'
import { join } from 'node:path'
import type { HostParts } from '../host/create-host'
import { createBackups } from '../backup/backups'
import { createImporter } from '../import/create-importer'
import { createPrinter } from '../pdf/create-printer'
import { createPrintingWindow } from '../pdf/printing-window'
import type { OpenLibrary } from '../store/library/file-library'
import { openLibrary } from '../store/open-library'
import { openSettings } from '../store/settings/settings-file'
import { forkWorkersFrom } from '../worker/fork-worker'
import { createWorkerClient } from '../worker/worker-client'
import type { Places } from './places'

/** The program around a library that this process writes; the window and the commands share it. */
export interface OpenReader {
  readonly library: OpenLibrary
  readonly parts: Omit<HostParts, 'desktop' | 'onImportProgress' | 'onExportProgress'>
  readonly resources: string
  /** Logs what nobody expected; the person gets a sentence by other ways. */
  readonly onUnexpected: (error: unknown) => void
  /** Wait until everything is on disk, and end the workers. */
  close(): Promise<void>
}

/** How long an idle worker is kept: the next import starts faster, the memory is not held all day. */
const WORKER_IDLE_MS = 60_000

/** Two editions of the largest briefing take seconds. */
const COMPARE_LIMIT_MS = 120_000

/** A library of many gigabytes on a slow stick takes its time; a backup that hangs must end. */
const BACKUP_LIMIT_MS = 60 * 60_000

interface Opening {
  readonly places: Places
  /** Whether to make a library where there is none. */
  readonly create: boolean
  readonly onUnexpected: (error: unknown) => void
}

/**
 * Open everything over a library whose writer this process is. Call after the app is ready; nothing
 * starts the browser engine before it prints.
 *
 * @throws ReaderError `library-…`
 */
export async function openReader({ places, create, onUnexpected }: Opening): Promise<OpenReader> {
  const library = await openLibrary({
    path: places.library,
    configFolder: places.config,
    cacheFolder: places.cache,
    clock: () => new Date().toISOString(),
    create
  })
  const settings = openSettings(places.config)
  const resources = join(app.getAppPath(), 'resources')
  const startWorker = forkWorkersFrom(join(import.meta.dirname, 'worker.js'))
  const reading = createWorkerClient({ startWorker, idleMs: WORKER_IDLE_MS })
  const printing = createWorkerClient({ startWorker, idleMs: WORKER_IDLE_MS })
  const keeping = createWorkerClient({ startWorker, idleMs: WORKER_IDLE_MS })
  const engine = whenFirstAsked(createPrintingWindow)
  const printer = createPrinter({
    worker: printing,
    library,
    printPage: (files, printing) => engine().printPage(files, printing),
    onPaper: (files, paper, signal) => engine().onPaper(files, paper, signal),
    resources: join(resources, 'print'),
    producer: `${app.getName()} ${app.getVersion()}`,
    now: () => new Date().toISOString()
  })
  return {
    library,
    parts: {
      library,
      importer: createImporter({ worker: reading }),
      printer,
      comparer: {
        compare: (before, after) =>
          reading.run('compareTrees', { before, after }, { timeoutMs: COMPARE_LIMIT_MS })
      },
      settings,
      backups: createBackups({
        library,
        usualFolder: places.backups,
        chosenFolder: async () => (await settings.read()).backupFolder,
        now: () => new Date().toISOString(),
        program: `${app.getName()} ${app.getVersion()}`,
        backUp: (wish) => keeping.run('backUp', wish, { timeoutMs: BACKUP_LIMIT_MS }),
        unpack: (path, target) =>
          keeping.run('unpackBackup', { path, target }, { timeoutMs: BACKUP_LIMIT_MS })
      })
    },
    resources,
    onUnexpected,
    async close() {
      reading.close()
      printing.close()
      keeping.close()
      await library.close()
    }
  }
}

function whenFirstAsked<Made>(create: () => Made): () => Made {
  let made: Made | null = null
  return () => (made ??= create())
}
