import { isMissing, reading } from './failures'
import type { FileSystem } from './file-system'

/**
 * The names in a folder, none when there is no such folder.
 *
 * @throws ReaderError `library-unreadable`.
 */
export function namesOrNone(files: FileSystem, folder: string): Promise<readonly string[]> {
  return reading(folder, async () => {
    try {
      return await files.names(folder)
    } catch (error) {
      if (isMissing(error)) return []
      throw error
    }
  })
}
