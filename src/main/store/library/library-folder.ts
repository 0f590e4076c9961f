import { dirname, join, resolve } from 'node:path'
import { documentsAmong } from '#core/store/file-name'
import type { Problem } from '#core/problem/problem'
import { ReaderError } from '#core/problem/reader-error'
import { reading } from '../files/failures'
import type { FileSystem } from '../files/file-system'
import { isLockName } from '../lock/lock-name'
import { briefingsFolder } from './places'
import type { KnownLibrary } from './known-libraries'

/** What stands at the path of a library. */
export type FolderState = 'absent' | 'empty' | 'library' | 'incomplete' | 'foreign'

/** What systems and synchronising programs leave in any folder. */
const DROPPINGS = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini', 'lost+found', '.dropbox', '.stignore'])

/** Look at a path without changing anything. */
export async function stateOfFolder(files: FileSystem, path: string): Promise<FolderState> {
  return reading(path, async () => {
    if ((await files.stamp(path)) === null) return 'absent'
    const names = await files.names(path)
    if (isLibrary(names)) return 'library'
    const others = names.filter((name) => !isDropping(name))
    if (others.length === 0) return 'empty'
    if (!others.includes('briefings')) return 'foreign'
    if ((await files.names(briefingsFolder(path))).length > 0) return 'incomplete'
    return others.length === 1 ? 'empty' : 'foreign'
  })
}

interface Wanted {
  readonly path: string
  readonly create: boolean
  /** What this device knows of a library at this path. */
  readonly known: KnownLibrary | null
}

/**
 * Why the library at a path cannot be opened, or `null` when it can. A library that was there and is
 * gone is not made anew while the drive on which it lay is away.
 */
export async function refusalOf(
  files: FileSystem,
  state: FolderState,
  { path, create, known }: Wanted
): Promise<Problem | null> {
  switch (state) {
    case 'library':
      return null
    case 'incomplete':
      return { code: 'library-incomplete', path }
    case 'foreign':
      return { code: 'library-foreign', path }
    case 'absent':
    case 'empty':
      return create && (known === null || known.volume === (await volumeAt(files, path)))
        ? null
        : { code: 'library-missing', path }
  }
}

/** The file system on which a path lies, or would lie if it were made. */
export async function volumeAt(files: FileSystem, path: string): Promise<string> {
  const stamp = await reading(path, () => files.stamp(path))
  if (stamp !== null) return String(stamp.volume)
  const above = dirname(path)
  if (above === path) throw new ReaderError({ code: 'library-missing', path })
  return volumeAt(files, above)
}

/** The path with all links followed; what is not there yet stays as it is. */
export async function followedPath(files: FileSystem, path: string): Promise<string> {
  const absolute = resolve(path)
  if ((await reading(path, () => files.stamp(absolute))) !== null)
    return reading(path, () => files.realPath(absolute))
  const above = dirname(absolute)
  if (above === absolute) return absolute
  return join(await followedPath(files, above), absolute.slice(above.length))
}

function isLibrary(names: readonly string[]): boolean {
  return documentsAmong(names, 'library').length > 0 || names.some((name) => SET_ASIDE.test(name))
}

/** A library whose document was set aside is still a library, and a damaged one. */
const SET_ASIDE = /^library\.[0-9a-f]{16}(?:\.copy)?\.json\.damaged-\d+$/u

function isDropping(name: string): boolean {
  return DROPPINGS.has(name) || isLockName(name) || name.startsWith('.stfolder') || name.endsWith('.tmp')
}
