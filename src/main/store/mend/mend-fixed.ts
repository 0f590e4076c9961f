import { basename, dirname, join } from 'node:path'
import { checksumOf, checksumOfMany } from '../files/checksum'
import type { FileSystem } from '../files/file-system'
import { setAside } from '../files/set-aside'
import { writeWhole } from '../files/write-whole'
import { makeFolders } from '../library/make-folders'

interface FixedFile {
  /** What its content must have; `null` when `expected` says so. */
  readonly sha256: string | null
  readonly expected: Uint8Array | null
  /** Look for its content elsewhere. */
  readonly find: () => Promise<Uint8Array | null>
}

/** Put back a file that never changes; the same on every device, so any device may. */
export async function mendFixed(
  files: FileSystem,
  path: string,
  { sha256, expected, find }: FixedFile
): Promise<readonly string[]> {
  const wanted = sha256 ?? (expected === null ? null : checksumOf(expected))
  const present = await files.checksum(path).catch(() => null)
  if (wanted === null || present === wanted) return []
  const bytes = await find()
  if (bytes === null || (await checksumOfMany(bytes)) !== wanted) return []
  if (present !== null && !(await setAside(files, path))) return []
  await makeFolders(files, dirname(path))
  await writeWhole(files, path, bytes)
  return [`${join(basename(dirname(path)), basename(path))} was restored.`]
}
