import { createHash, randomBytes } from 'node:crypto'
import { dirname, join } from 'node:path'
import { ReaderError } from '#core/problem/reader-error'
import type { ManifestFile } from '#core/backup/backup'
import { makeFolders } from '../store/library/make-folders'
import type { FileSystem } from '../store/files/file-system'
import { writing } from '../store/files/failures'
import { renameWithPatience, writeNew } from '../store/files/write-whole'
import { BESIDE } from './backup-places'
import { openZip, type OpenZip } from './read-zip'

/**
 * Make the library that a backup holds, in a folder that is not there yet or is empty: whole or not
 * at all. Answers the paths of files that are damaged or missing in the backup; all others are there.
 *
 * @throws ReaderError `backup-unreadable`, `output-exists` when the folder holds something, or what
 * the disk refused.
 */
export async function unpackBackup(
  files: FileSystem,
  path: string,
  target: string
): Promise<readonly string[]> {
  await refuseFull(files, target)
  const zip = await openZip(path).catch((cause: unknown) => {
    throw new ReaderError({ code: 'backup-unreadable', path }, { cause })
  })
  const incoming = `${target}.incoming-${randomBytes(6).toString('hex')}`
  try {
    return await writing({ library: target, path: target }, async () => {
      await makeFolders(files, incoming)
      const missing = await fill(files, zip, { incoming, beside: join(dirname(path), BESIDE) })
      if ((await files.stamp(target)) !== null) await files.removeTree(target)
      await renameWithPatience(files, incoming, target)
      await files.syncFolder(dirname(target))
      return missing
    })
  } catch (error) {
    await files.removeTree(incoming).catch(() => undefined)
    throw error
  } finally {
    zip.close()
  }
}

async function refuseFull(files: FileSystem, target: string): Promise<void> {
  const stamp = await files.stamp(target)
  if (stamp === null) return
  const isEmpty = stamp.kind === 'folder' && (await files.names(target)).length === 0
  if (!isEmpty) throw new ReaderError({ code: 'output-exists', path: target })
}

interface Filling {
  readonly incoming: string
  readonly beside: string
}

/** What the manifest does not name is not unpacked, and what it names must lie under the folder. */
async function fill(
  files: FileSystem,
  zip: OpenZip,
  { incoming, beside }: Filling
): Promise<readonly string[]> {
  const wanted = new Map(zip.manifest.files.map((file) => [file.path, file]))
  const folders = new Set<string>()
  const put = async (file: ManifestFile, bytes: Uint8Array | null): Promise<void> => {
    if (bytes === null || bytes.length !== file.size || sha256Of(bytes) !== file.sha256) return
    await makeParents(files, incoming, { path: file.path, folders })
    await writeNew(files, join(incoming, file.path), bytes)
    wanted.delete(file.path)
  }
  for (const { path } of [...wanted.values()])
    if (!isSafe(path)) throw new Error(`not under the library: ${path}`)
  for await (const entry of zip.entries()) {
    const file = wanted.get(entry.fileName.replace(/^library\//u, ''))
    if (file === undefined || file.beside !== undefined || !entry.fileName.startsWith('library/')) continue
    await put(file, await zip.read(entry, file.size).catch(() => null))
  }
  for (const file of [...wanted.values()]) {
    if (file.beside !== undefined)
      await put(file, await files.read(join(beside, file.beside)).catch(() => null))
  }
  for (const folder of [...folders].reverse()) await files.syncFolder(join(incoming, folder))
  await files.syncFolder(incoming)
  return [...wanted.keys()]
}

async function makeParents(
  files: FileSystem,
  incoming: string,
  { path, folders }: { path: string; folders: Set<string> }
): Promise<void> {
  const names = path.split('/').slice(0, -1)
  for (let depth = 1; depth <= names.length; depth += 1) {
    const folder = names.slice(0, depth).join('/')
    if (folders.has(folder)) continue
    await files.makeFolder(join(incoming, folder))
    folders.add(folder)
  }
}

/** Names only, one under the other: no way up, no drive, no other stream of a file. */
function isSafe(path: string): boolean {
  return path
    .split('/')
    .every((name) => name !== '' && name !== '.' && name !== '..' && !/[\\:\0]/u.test(name))
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
