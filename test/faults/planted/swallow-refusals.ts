import { basename } from 'node:path'
import { codeOf } from '../../../src/main/store/files/failures'
import type { FileSystem } from '../../../src/main/store/files/file-system'
import { writesInPlace } from './write-in-place'

/** The mistake of an empty `catch`: a full disk is taken for a write that went well. */
export function swallowsFullDisk(files: FileSystem): FileSystem {
  const opening =
    (open: FileSystem['create']): FileSystem['create'] =>
    async (path, mode) => {
      const file = await open(path, mode)
      const write = (bytes: Uint8Array): Promise<number> =>
        file.write(bytes).catch((error: unknown) => {
          if (codeOf(error) !== 'ENOSPC') throw error
          return bytes.length
        })
      return { ...file, write }
    }
  return { ...files, create: opening(files.create), append: opening(files.append) }
}

/** The mistake of counting on the second copy: what goes wrong with it is passed over, and both are written in place. */
export function trustsOneCopy(files: FileSystem): FileSystem {
  const inPlace = writesInPlace(files)
  return {
    ...inPlace,
    async create(path, mode) {
      const file = await inPlace.create(path, mode)
      if (!basename(path).includes('.copy.')) return file
      return {
        ...file,
        write: (bytes) => file.write(bytes).catch(() => bytes.length),
        sync: () => file.sync().catch(() => undefined)
      }
    }
  }
}
