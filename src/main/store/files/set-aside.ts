import { codeOf } from './failures'
import type { FileSystem } from './file-system'

/** What damaged files are called: `<name>.damaged-<n>`. */
export const DAMAGED = '.damaged-'

/**
 * Give a damaged file another name, never one that is taken. Answers whether that could be done: on
 * a disk that cannot be written the file stays where it is, which harms nothing.
 */
export async function setAside(files: FileSystem, path: string): Promise<boolean> {
  for (let number = 1; ; number += 1) {
    try {
      await moveToFreeName(files, path, `${path}${DAMAGED}${number}`)
      return true
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') return false
    }
  }
}

/** A link fails on a name that is taken, where a rename would replace it. Folders and some disks know no links. */
async function moveToFreeName(files: FileSystem, from: string, to: string): Promise<void> {
  if ((await files.stamp(to)) !== null) throw taken(to)
  try {
    await files.link(from, to)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error
    return files.rename(from, to)
  }
  await files.removeFile(from)
}

function taken(path: string): Error {
  return Object.assign(new Error(`taken: ${path}`), { code: 'EEXIST' })
}
