import { constants } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import type { Dirent, Stats } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'

/** What importing asks of the disk; tests give one that fails as disks do. */
export interface ImportDisk {
  stat(path: string): Promise<Stats>
  entries(folder: string): Promise<readonly Dirent[]>
  /** Open for reading without ever waiting for a writer at the other end of a pipe. */
  open(path: string): Promise<FileHandle>
}

/** The disk of this machine. */
export const NODE_DISK: ImportDisk = {
  stat: (path) => stat(path),
  entries: (folder) => readdir(folder, { withFileTypes: true }),
  // Windows has no such flag, and no pipes among its files.
  open: (path) => open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
}
