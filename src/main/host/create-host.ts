import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { uuidv7 } from 'uuidv7'
import type { Backups, Desktop, Importer, Library, Printer, ReaderHost } from '#core/service/ports'
import { writeWholeFile } from '../files/write-whole-file'
import { NODE_DISK } from '../import/import-disk'
import { readRegularFile } from '../import/read-regular-file'

/** What differs between the window's host and a command's. */
export interface HostParts {
  readonly library: Library
  readonly backups: Backups
  readonly importer: Importer
  readonly printer: Printer
  readonly comparer: ReaderHost['comparer']
  readonly settings: ReaderHost['settings']
  readonly desktop: Desktop
  readonly onImportProgress: ReaderHost['onImportProgress']
  readonly onExportProgress: ReaderHost['onExportProgress']
}

/** A host on this machine: its clock, its ids, its disk. */
export function createHost(parts: HostParts): ReaderHost {
  return {
    ...parts,
    writeFile: writeWholeFile,
    readFile: async (path) => (await readRegularFile(path, NODE_DISK)).bytes,
    digest: (text) => createHash('sha256').update(text).digest('hex'),
    now: () => new Date().toISOString(),
    pause: () => setImmediate(),
    newId: uuidv7
  }
}
