import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import type { ManifestFile } from '#core/backup/backup'
import type { FileSystem } from '../store/files/file-system'
import { BESIDE } from './backup-places'
import { openZip, type OpenZip } from './read-zip'

interface Looking {
  /** The folder of the backups, in which `files/` lies. */
  readonly folder: string
  /** Names under `files/` to read in full; of the others the length is looked at. `null`: read all. */
  readonly fresh: ReadonlySet<string> | null
}

/** Read all of a backup, and of what lies beside it, and answer the paths that are damaged or missing. */
export async function verifyBackup(files: FileSystem, path: string): Promise<readonly string[]> {
  return damagesOf(files, path, { folder: dirname(path), fresh: null })
}

/** As `verifyBackup`, with a say in what of `files/` is read. */
export async function damagesOf(
  files: FileSystem,
  path: string,
  looking: Looking
): Promise<readonly string[]> {
  const zip = await openZip(path).catch(() => null)
  if (zip === null) return ['manifest.json']
  try {
    const inZip = new Map<string, Expected>(zip.manifest.pages.map((page) => [page.path, page]))
    for (const file of zip.manifest.files) {
      if (file.beside === undefined) inZip.set(`library/${file.path}`, file)
    }
    const damaged = await damagesInZip(zip, inZip)
    for (const file of zip.manifest.files) {
      if (file.beside !== undefined && !(await isWholeBeside(files, file, looking))) damaged.push(file.path)
    }
    return damaged
  } finally {
    zip.close()
  }
}

type Expected = Pick<ManifestFile, 'size' | 'sha256'>

async function damagesInZip(zip: OpenZip, expected: ReadonlyMap<string, Expected>): Promise<string[]> {
  const damaged: string[] = []
  const missing = new Set(expected.keys())
  for await (const entry of zip.entries()) {
    const file = expected.get(entry.fileName)
    if (file === undefined) continue
    missing.delete(entry.fileName)
    const bytes = await zip.read(entry, file.size).catch(() => null)
    if (bytes === null || sha256Of(bytes) !== file.sha256) damaged.push(entry.fileName)
  }
  return [...damaged, ...missing]
}

async function isWholeBeside(
  files: FileSystem,
  { beside = '', size, sha256 }: ManifestFile,
  { folder, fresh }: Looking
): Promise<boolean> {
  const path = join(folder, BESIDE, beside)
  try {
    if (fresh === null || fresh.has(beside)) return (await files.checksum(path)) === sha256
    return (await files.stamp(path))?.size === size
  } catch {
    return false
  }
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
