import { dirname } from 'node:path'
import { codeOf } from '../files/failures'
import type { FileSystem } from '../files/file-system'

/** Make a folder and those above it that are missing, down to the disk. */
export async function makeFolders(files: FileSystem, path: string): Promise<void> {
  if ((await files.stamp(path)) !== null) return
  const above = dirname(path)
  if (above !== path) await makeFolders(files, above)
  try {
    await files.makeFolder(path)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return
    throw error
  }
  await files.syncFolder(above)
}
