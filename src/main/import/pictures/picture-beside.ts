import { constants } from 'node:fs'
import { open, realpath } from 'node:fs/promises'
import { isAbsolute, join, relative, sep } from 'node:path'
import { PICTURE_LIMIT_MEGABYTES, TOO_LARGE, type FoundPicture } from './found-picture'

const NOT_FOUND: FoundPicture = { kind: 'none', reason: 'was not found beside the file' }
const OUTSIDE: FoundPicture = { kind: 'none', reason: 'lies outside the folder of the file' }
const UNREADABLE: FoundPicture = { kind: 'none', reason: 'could not be read' }

/**
 * The picture at a relative address, which must lie in the file's folder or below, whatever dots and
 * links stand in its way: a briefing from a stranger must not carry a person's files into itself.
 */
export async function pictureBeside(folder: string | null, address: string): Promise<FoundPicture> {
  const path = pathFrom(address)
  if (folder === null || path === null) return NOT_FOUND
  if (isAbsolute(path) || /^[a-z]:/i.test(path)) return OUTSIDE
  const [root, target] = await Promise.all([realPath(folder), realPath(join(folder, path))])
  if (root === null) return NOT_FOUND
  // An address that leaves the folder is refused as such, whether or not something is there.
  if (!isWithin(root, target ?? join(root, path))) return OUTSIDE
  return target === null ? NOT_FOUND : readPicture(target)
}

function pathFrom(address: string): string | null {
  const path = address.replace(/[?#].*$/s, '').replaceAll('\\', '/')
  try {
    const decoded = decodeURIComponent(path)
    return decoded === '' || decoded.includes('\0') ? null : decoded
  } catch {
    // A name with a percent sign in it.
    return path.includes('\0') ? null : path
  }
}

async function realPath(path: string): Promise<string | null> {
  return realpath(path).catch(() => null)
}

function isWithin(root: string, path: string): boolean {
  const way = relative(root, path)
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

async function readPicture(path: string): Promise<FoundPicture> {
  try {
    const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0)
    const file = await open(path, flags)
    try {
      const found = await file.stat()
      if (!found.isFile()) return UNREADABLE
      if (found.size > PICTURE_LIMIT_MEGABYTES * 1_000_000) return TOO_LARGE
      return { kind: 'bytes', bytes: new Uint8Array(await file.readFile()) }
    } finally {
      await file.close()
    }
  } catch {
    // A picture that cannot be read leaves a placeholder and a sentence, and the text comes in.
    return UNREADABLE
  }
}
