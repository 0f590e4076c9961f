import { unpackBackup as unpack } from '../../backup/unpack-backup'
import { nodeFiles } from '../../store/files/node-files'

/** See `unpackBackup` in backup/. */
export function unpackBackup({ path, target }: { path: string; target: string }): Promise<readonly string[]> {
  return unpack(nodeFiles, path, target)
}
