import { createHash } from 'node:crypto'
import { type BigIntStats, constants, statSync } from 'node:fs'
import * as fs from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import { isMissing } from './failures'
import type { FileStamp, FileSystem, WritableFile } from './file-system'

const FOLDER_MODE = 0o700
const SLICE = 1_048_576
/** How long `stamps` may hold the program up before it lets others go on. */
const PATIENCE_MS = 8

/** The disk, through Node. */
export const nodeFiles: FileSystem = {
  read: (path) => withOrdinaryFile(path, readWhole),
  checksum: (path) => withOrdinaryFile(path, checksumOfFile),
  create: async (path, mode) => writable(await fs.open(path, 'wx', mode)),
  append: async (path, mode) => writable(await fs.open(path, 'a', mode)),
  rename: fs.rename,
  link: fs.link,
  removeFile: fs.unlink,
  removeTree: (path) => fs.rm(path, { recursive: true, force: true }),
  makeFolder: (path) => fs.mkdir(path, FOLDER_MODE),
  syncFolder,
  names: (path) => fs.readdir(path),
  async stamp(path) {
    try {
      return stampOf(await fs.stat(path, { bigint: true }))
    } catch (error) {
      if (isMissing(error)) return null
      throw error
    }
  },
  stamps,
  realPath: fs.realpath
}

/** Opened without waiting: opening a pipe would otherwise hang until somebody writes to it. */
async function withOrdinaryFile<Result>(
  path: string,
  use: (file: fs.FileHandle, size: number) => Promise<Result>
): Promise<Result> {
  const file = await fs.open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const stats = await file.stat()
    if (!stats.isFile()) {
      throw Object.assign(new Error(`not an ordinary file: ${path}`), { code: 'EINVAL' })
    }
    return await use(file, stats.size)
  } finally {
    await file.close()
  }
}

/** One call where the file is as long as it was said to be. */
async function readWhole(file: fs.FileHandle, size: number): Promise<Uint8Array> {
  const buffer = Buffer.allocUnsafeSlow(size)
  const { bytesRead } = await file.read(buffer, 0, size, 0)
  return bytesRead === size && size > 0 ? buffer : file.readFile()
}

async function checksumOfFile(file: fs.FileHandle): Promise<string> {
  const hash = createHash('sha256')
  const buffer = new Uint8Array(SLICE)
  for (;;) {
    const { bytesRead } = await file.read(buffer, 0, SLICE)
    if (bytesRead === 0) return hash.digest('hex')
    hash.update(buffer.subarray(0, bytesRead))
  }
}

function writable(file: fs.FileHandle): WritableFile {
  return {
    write: async (bytes) => (await file.write(bytes)).bytesWritten,
    sync: () => file.sync(),
    setMode: (mode) => file.chmod(mode),
    close: () => file.close()
  }
}

/** Windows keeps names in its own journal and cannot open a folder to say so. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await fs.open(path, constants.O_RDONLY)
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/**
 * Asked one after the other in short bursts: the asynchronous `stat` costs some ten times as much,
 * which is felt when a library of 10,000 briefings is opened.
 */
async function stamps(paths: readonly string[]): Promise<readonly (FileStamp | null)[]> {
  const found: (FileStamp | null)[] = []
  let started = performance.now()
  for (const path of paths) {
    const stats = statSync(path, { bigint: true, throwIfNoEntry: false })
    found.push(stats === undefined ? null : stampOf(stats))
    if (performance.now() - started < PATIENCE_MS) continue
    await setImmediate()
    started = performance.now()
  }
  return found
}

function stampOf(stats: BigIntStats): FileStamp {
  return {
    kind: stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other',
    size: Number(stats.size),
    modified: stats.mtimeNs,
    inode: stats.ino,
    volume: stats.dev,
    mode: Number(stats.mode & 0o777n)
  }
}
