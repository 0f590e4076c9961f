import { createHash, randomUUID } from 'node:crypto'
import { link, open, rename, rm, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ReaderError } from '#core/problem/reader-error'
import type { FileTarget } from '#core/service/ports'

/**
 * Write `bytes` to the target whole or not at all, and answer their SHA-256.
 *
 * The bytes go to a new file beside the target and are on disk before they take its name, so that no
 * half file is ever seen. Where nothing may be replaced the name is taken by a hard link, which fails
 * when something stands there, also when it came a moment ago.
 *
 * @throws ReaderError `output-exists`, `output-unwritable` or `disk-full`; the new file is removed.
 */
export async function writeWholeFile({ path, replace }: FileTarget, bytes: Uint8Array): Promise<string> {
  const temporary = join(dirname(path), `.briefing-reader-${randomUUID()}.part`)
  try {
    await writeDurably(temporary, bytes)
    await (replace ? rename(temporary, path) : takeFreeName(temporary, path))
    await syncFolder(dirname(path))
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw outputError(path, cause)
  }
  return createHash('sha256').update(bytes).digest('hex')
}

/** The problem that a failed write to `path` is, with its cause. */
export function outputError(path: string, cause: unknown): ReaderError {
  switch (errorCode(cause)) {
    case 'EEXIST':
      return new ReaderError({ code: 'output-exists', path }, { cause })
    case 'ENOSPC':
    case 'EDQUOT':
      return new ReaderError({ code: 'disk-full', path }, { cause })
    default:
      return new ReaderError({ code: 'output-unwritable', path }, { cause })
  }
}

/** The errno of a failed file operation, or '' for any other error. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o644)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** File systems without hard links (exFAT, some network drives) get the name by an exclusive open. */
async function takeFreeName(temporary: string, path: string): Promise<void> {
  try {
    await link(temporary, path)
    await rm(temporary)
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP'].includes(errorCode(error))) throw error
    const reserved = await open(path, 'wx')
    await reserved.close()
    await rename(temporary, path)
  }
}

/** Windows cannot open a folder; there the rename itself is what can be had. */
async function syncFolder(path: string): Promise<void> {
  let folder: FileHandle | null = null
  try {
    folder = await open(path, 'r')
    await folder.sync()
  } catch (error) {
    if (!['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP'].includes(errorCode(error))) throw error
  } finally {
    await folder?.close()
  }
}
