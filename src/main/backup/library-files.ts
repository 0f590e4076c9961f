import { join } from 'node:path'
import { isMissing } from '../store/files/failures'
import type { FileSystem } from '../store/files/file-system'
import { isLockName } from '../store/lock/lock-name'

/** A file of a library; one that `isFixed` is written once and never changes. */
export interface LibraryFile {
  /** Under the library's folder, with `/` between names. */
  readonly path: string
  readonly size: number
  readonly isFixed: boolean
}

const FIXED =
  /^briefings\/[^/]+\/(?:assets\/[^/]+|editions\/[0-9a-f]{64}\/(?:original\.[a-z0-9]+|tree(?:\.copy)?\.json))$/u
/** `briefings/<id>/editions/<hash>/<file>`. */
const DEPTH = 5

/**
 * Every file that belongs to the library at `root`, those that were set aside too; without locks,
 * temporary files and what synchronising programs keep for themselves.
 */
export async function* libraryFiles(files: FileSystem, root: string): AsyncGenerator<LibraryFile> {
  yield* filesBelow(files, root, '')
}

async function* filesBelow(files: FileSystem, root: string, folder: string): AsyncGenerator<LibraryFile> {
  const names = (await namesIn(files, join(root, folder))).filter(belongs).sort()
  const paths = names.map((name) => (folder === '' ? name : `${folder}/${name}`))
  const stamps = await files.stamps(paths.map((path) => join(root, path)))
  for (const [index, path] of paths.entries()) {
    const stamp = stamps[index]
    if (stamp?.kind === 'file') yield { path, size: stamp.size, isFixed: FIXED.test(path) }
    if (stamp?.kind === 'folder' && path.split('/').length < DEPTH) yield* filesBelow(files, root, path)
  }
}

/** A briefing may be deleted for good while the library is read. */
async function namesIn(files: FileSystem, folder: string): Promise<readonly string[]> {
  try {
    return await files.names(folder)
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

function belongs(name: string): boolean {
  return !name.startsWith('.') && !name.startsWith('~') && !name.endsWith('.tmp') && !isLockName(name)
}
