import { basename, dirname, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { FileSystem } from '../../../src/main/store/files/file-system'

const TEMPORARY = /^\.(.+)\.[0-9a-f]{12}\.tmp$/u
const PIECE = 256

/** The mistake of plain `fs.writeFile`: what was there is gone before the new is written, piece by piece. */
export function writesInPlace(files: FileSystem): FileSystem {
  return {
    ...files,
    async create(path, mode) {
      const target = targetOf(path)
      if (target === null) return files.create(path, mode)
      await files.removeFile(target).catch(() => undefined)
      const file = await files.create(target, mode)
      return {
        ...file,
        async write(bytes) {
          await setImmediate()
          return file.write(bytes.subarray(0, PIECE))
        }
      }
    },
    link: (from, to) => (targetOf(from) === to ? Promise.resolve() : files.link(from, to)),
    rename: (from, to) => (targetOf(from) === to ? Promise.resolve() : files.rename(from, to))
  }
}

/** Where a temporary file would get its place. */
function targetOf(path: string): string | null {
  const name = TEMPORARY.exec(basename(path))?.[1]
  return name === undefined ? null : join(dirname(path), name)
}
