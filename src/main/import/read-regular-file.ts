import { createHash } from 'node:crypto'
import type { Stats } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { ReaderError } from '#core/problem/reader-error'
import { diskProblem } from './disk-problem'
import type { ImportDisk } from './import-disk'

/** Bytes that were read, and their SHA-256 in hexadecimal. */
export interface FileBytes {
  readonly bytes: Uint8Array
  readonly sha256: string
}

/** Larger files are no briefings, and would not fit into the worker's memory. */
export const FILE_LIMIT_MEGABYTES = 100
const FILE_LIMIT = FILE_LIMIT_MEGABYTES * 1_000_000
const CHUNK = 1_048_576

/**
 * Read an ordinary file whole, and find out what it is before a byte is read.
 *
 * @throws ReaderError `file-…`
 */
export async function readRegularFile(path: string, disk: ImportDisk): Promise<FileBytes> {
  const file = await disk.open(path).catch((error: unknown) => {
    throw new ReaderError(diskProblem(error, path), { cause: error })
  })
  try {
    const before = await file.stat()
    if (!before.isFile()) throw new ReaderError({ code: 'file-not-regular', path })
    refuseSize(path, before.size)
    const read = await readWhole(file, path)
    const after = await file.stat()
    if (isChanged(before, after) || read.bytes.length !== after.size) {
      throw new ReaderError({ code: 'file-changed-while-reading', path })
    }
    return read
  } catch (error) {
    if (error instanceof ReaderError) throw error
    throw new ReaderError(diskProblem(error, path), { cause: error })
  } finally {
    await file.close()
  }
}

/**
 * Bytes that came without a file.
 *
 * @throws ReaderError `file-empty`, `file-too-large`
 */
export function fileBytes(shown: string, bytes: Uint8Array): FileBytes {
  refuseSize(shown, bytes.length)
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}

function refuseSize(path: string, size: number): void {
  if (size === 0) throw new ReaderError({ code: 'file-empty', path })
  if (size > FILE_LIMIT) {
    throw new ReaderError({ code: 'file-too-large', path, limitMegabytes: FILE_LIMIT_MEGABYTES })
  }
}

/** In chunks, so that a file that grows while it is read stays under the limit and nothing else waits. */
async function readWhole(file: FileHandle, path: string): Promise<FileBytes> {
  const hash = createHash('sha256')
  const chunks: Uint8Array[] = []
  for (let size = 0; ;) {
    const { bytesRead, buffer } = await file.read(new Uint8Array(CHUNK), 0, CHUNK, null)
    if (bytesRead === 0) break
    const chunk = buffer.subarray(0, bytesRead)
    refuseSize(path, (size += bytesRead))
    hash.update(chunk)
    chunks.push(chunk)
  }
  return { bytes: joined(chunks), sha256: hash.digest('hex') }
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((size, chunk) => size + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}

function isChanged(before: Stats, after: Stats): boolean {
  return before.size !== after.size || before.mtimeMs !== after.mtimeMs
}
