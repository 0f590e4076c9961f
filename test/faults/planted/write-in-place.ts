import { open } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { FileSystem } from '../../../src/main/store/files/file-system'

const TEMPORARY = /^\.(.+)\.[0-9a-f]{12}\.tmp$/u
const PIECE = 256

/** The mistake of plain `fs.writeFile`: the target is emptied and then written, piece by piece. */
export function writesInPlace(files: FileSystem): FileSystem {
  return {
    ...files,
    async create(path, mode) {
      const target = targetOf(path)
      if (target === null) return files.create(path, mode)
      const file = await open(target, 'w', mode)
      return {
        async write(bytes) {
          await setImmediate()
          return (await file.write(bytes.subarray(0, PIECE))).bytesWritten
        },
        sync: () => file.sync(),
        setMode: () => Promise.resolve(),
        close: () => file.close()
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
