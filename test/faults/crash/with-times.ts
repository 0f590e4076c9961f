import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { FileStamp, FileSystem } from '../../../src/main/store/files/file-system'
import { nodeFiles } from '../../../src/main/store/files/node-files'

/**
 * The disk, on which what was built under `root` has the times that it had before the power was cut:
 * the store goes by them when it decides what it need not read. What is changed has its own time.
 */
export function withTimes(root: string, times: ReadonlyMap<string, bigint>): FileSystem {
  const known = new Map(
    [...times].map(([path, before]) => {
      const built = statSync(join(root, path), { bigint: true }).mtimeNs
      return [join(root, path), { before, built }]
    })
  )
  const asBefore = (path: string, stamp: FileStamp | null): FileStamp | null => {
    const time = known.get(path)
    if (stamp === null || time?.built !== stamp.modified) return stamp
    return { ...stamp, modified: time.before }
  }
  return {
    ...nodeFiles,
    stamp: async (path) => asBefore(path, await nodeFiles.stamp(path)),
    stamps: async (paths) =>
      (await nodeFiles.stamps(paths)).map((stamp, index) => asBefore(paths[index] ?? '', stamp))
  }
}
