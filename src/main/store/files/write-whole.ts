import { randomBytes } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { codeOf } from './failures'
import type { FileSystem, WritableFile } from './file-system'

const FILE_MODE = 0o600

/** On Windows a virus scanner or an indexer may hold a file for seconds; elsewhere waiting helps little. */
const RENAME_PATIENCE_MS = process.platform === 'win32' ? 10_000 : 500
const RENAME_AGAIN = new Set(['EPERM', 'EACCES', 'EBUSY'])

/** Content that is on the disk under a temporary name and only needs its place. */
export interface StagedFile {
  readonly temporary: string
  readonly target: string
}

/** Write `bytes` beside `target`, down to the disk. Nothing is left behind when it fails. */
export async function stageFile(files: FileSystem, target: string, bytes: Uint8Array): Promise<StagedFile> {
  const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`)
  const kept = await files.stamp(target)
  const file = await files.create(temporary, FILE_MODE)
  try {
    await writeAndClose(file, bytes, kept === null || kept.mode === FILE_MODE ? null : kept.mode)
  } catch (error) {
    await discardFile(files, temporary)
    throw error
  }
  return { temporary, target }
}

/** Stage the same content for several places at once: all of them or none. */
export async function stageFiles(
  files: FileSystem,
  targets: readonly string[],
  bytes: Uint8Array
): Promise<readonly StagedFile[]> {
  const results = await Promise.allSettled(targets.map((target) => stageFile(files, target, bytes)))
  const staged = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
  const failure = results.find((result) => result.status === 'rejected')
  if (failure === undefined) return staged
  for (const { temporary } of staged) await discardFile(files, temporary)
  throw failure.reason
}

/** Give a staged file its place, down to the disk. */
export async function placeFile(files: FileSystem, { temporary, target }: StagedFile): Promise<void> {
  await renameWithPatience(files, temporary, target)
  await files.syncFolder(dirname(target))
}

/** Write a whole file: after a crash at any moment there is the old content or the new. */
export async function writeWhole(files: FileSystem, target: string, bytes: Uint8Array): Promise<void> {
  const staged = await stageFile(files, target, bytes)
  try {
    await placeFile(files, staged)
  } catch (error) {
    await discardFile(files, staged.temporary)
    throw error
  }
}

/** Write a file that is not there yet under its own name: for folders that get their place as a whole. */
export async function writeNew(files: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  await writeAndClose(await files.create(path, FILE_MODE), bytes, null)
}

/** Add `bytes` to the end of a file, down to the disk. */
export async function appendWhole(files: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  await writeAndClose(await files.append(path, FILE_MODE), bytes, null)
}

/** Remove a temporary file; that it cannot be removed hides no failure and loses nothing. */
export async function discardFile(files: FileSystem, temporary: string): Promise<void> {
  await files.removeFile(temporary).catch(() => undefined)
}

/** Rename; what another program holds for a moment is tried again, ever more slowly. */
export async function renameWithPatience(files: FileSystem, from: string, to: string): Promise<void> {
  for (let waited = 0, pause = 10; ; waited += pause, pause *= 2) {
    try {
      return await files.rename(from, to)
    } catch (error) {
      if (!RENAME_AGAIN.has(codeOf(error) ?? '') || waited >= RENAME_PATIENCE_MS) throw error
    }
    await setTimeout(pause)
  }
}

async function writeAndClose(file: WritableFile, bytes: Uint8Array, mode: number | null): Promise<void> {
  try {
    if (mode !== null) await file.setMode(mode)
    await writeAll(file, bytes)
    await file.sync()
  } catch (error) {
    await file.close().catch(() => undefined)
    throw error
  }
  await file.close()
}

/** The system may take only a part: what is left is written again, or the disk's refusal comes up. */
export async function writeAll(file: WritableFile, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    const taken = await file.write(bytes.subarray(at))
    if (taken === 0) throw Object.assign(new Error('nothing was written'), { code: 'EIO' })
    at += taken
  }
}
