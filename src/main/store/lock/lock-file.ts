import { join } from 'node:path'
import * as v from 'valibot'
import { frame, unframe } from '#core/store/frame'
import { checksumOf } from '../files/checksum'
import { isMissing } from '../files/failures'
import type { FileSystem } from '../files/file-system'
import { discardFile, writeWhole } from '../files/write-whole'
import { locksOf, newLockName } from './lock-name'
import { removeSocketFolder } from './socket-folder'
import { isGone, type ProcessIdentity } from './process-identity'

/** What a lock says of the process that holds it. */
export interface LockContent extends ProcessIdentity {
  /** The machine's name, for the person. */
  readonly host: string
  /** Where it listens for requests. */
  readonly socket: string
}

/** A lock that stands, or stands unreadable: whose it is cannot be known then. */
export interface Lock {
  readonly path: string
  readonly content: LockContent | null
}

const LockSchema = v.object({
  machine: v.string(),
  pid: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  started: v.nullable(v.string()),
  host: v.string(),
  socket: v.string()
})

/**
 * Put up a lock of our own; answers its path. It appears with its content, so that a crash while it
 * is written leaves no lock of which nobody knows whose it is.
 */
export async function putUpLock(
  files: FileSystem,
  folder: string,
  { device, content }: { device: string; content: LockContent }
): Promise<string> {
  const path = join(folder, newLockName(device))
  const body = JSON.stringify(content)
  await writeWhole(files, path, Buffer.from(frame(checksumOf(body), body)))
  return path
}

/**
 * The locks of this device that others hold. Those of processes that are gone are taken away:
 * since no name is used twice, that can never hit a lock that was just put up.
 */
export async function locksOfOthers(
  files: FileSystem,
  folder: string,
  { device, own }: { device: string; own: string | null }
): Promise<readonly Lock[]> {
  const standing: Lock[] = []
  for (const name of locksOf(await files.names(folder), device)) {
    const path = join(folder, name)
    if (path === own) continue
    const lock = await readLock(files, path)
    if (lock === null) continue
    if (lock.content === null || !(await isGone(lock.content))) standing.push(lock)
    else await takeAway(files, path, lock.content)
  }
  return standing
}

async function takeAway(files: FileSystem, path: string, { socket }: LockContent): Promise<void> {
  await discardFile(files, path)
  await removeSocketFolder(files, socket)
}

/** `null` when it was taken away meanwhile. */
async function readLock(files: FileSystem, path: string): Promise<Lock | null> {
  try {
    const parts = unframe(await files.read(path))
    if (parts === null || checksumOf(parts.body) !== parts.checksum) return { path, content: null }
    const content: unknown = JSON.parse(new TextDecoder().decode(parts.body))
    return { path, content: v.is(LockSchema, content) ? content : null }
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}
