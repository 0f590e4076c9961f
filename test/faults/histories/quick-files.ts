import * as fs from 'node:fs'
import { createHash } from 'node:crypto'
import type { FileStamp, FileSystem, WritableFile } from '../../../src/main/store/files/file-system'
import { isMissing } from '../../../src/main/store/files/failures'

/**
 * The same files as `nodeFiles`, by calls that wait: without the way through Node's thread pool, and
 * without waiting for a disk that is memory, a history takes a quarter of the time. Not for what is
 * about power cuts.
 */
export const quickFiles: FileSystem = {
  read: async (path) => fs.readFileSync(path),
  checksum: async (path) => createHash('sha256').update(fs.readFileSync(path)).digest('hex'),
  create: async (path, mode) => writable(fs.openSync(path, 'wx', mode)),
  append: async (path, mode) => writable(fs.openSync(path, 'a', mode)),
  rename: async (from, to) => fs.renameSync(from, to),
  link: async (from, to) => fs.linkSync(from, to),
  removeFile: async (path) => fs.unlinkSync(path),
  removeTree: async (path) => fs.rmSync(path, { recursive: true, force: true }),
  makeFolder: async (path) => fs.mkdirSync(path, 0o700),
  syncFolder: async () => undefined,
  names: async (path) => fs.readdirSync(path),
  stamp: async (path) => stampOf(path),
  stamps: async (paths) => paths.map(stampOf),
  realPath: async (path) => fs.realpathSync(path)
}

function writable(file: number): WritableFile {
  return {
    write: async (bytes) => fs.writeSync(file, bytes),
    sync: async () => undefined,
    setMode: async (mode) => fs.fchmodSync(file, mode),
    close: async () => fs.closeSync(file)
  }
}

function stampOf(path: string): FileStamp | null {
  try {
    const stats = fs.statSync(path, { bigint: true })
    return {
      kind: stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other',
      size: Number(stats.size),
      modified: stats.mtimeNs,
      inode: stats.ino,
      volume: stats.dev,
      mode: Number(stats.mode & 0o777n)
    }
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}
