import { readFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import type { LookUp } from '../store/mend/mend-library'
import { BESIDE } from './backup-places'
import { openZip } from './read-zip'

/** Looks files up in backups, given by their paths, the newest first. */
export function lookUpIn(backups: readonly string[]): LookUp {
  return async (path, sha256) => {
    for (const backup of backups) {
      const bytes = await contentIn(backup, path).catch(() => null)
      if (bytes !== null && (sha256 === null || sha256Of(bytes) === sha256)) return bytes
    }
    return null
  }
}

/** What a backup holds of a file, when that is whole. */
async function contentIn(backup: string, path: string): Promise<Uint8Array | null> {
  const zip = await openZip(backup)
  try {
    const file = zip.manifest.files.find((candidate) => candidate.path === path)
    if (file === undefined) return null
    const bytes =
      file.beside === undefined
        ? await entryOf(zip, `library/${path}`, file.size)
        : await readFile(join(dirname(backup), BESIDE, file.beside))
    return bytes !== null && sha256Of(bytes) === file.sha256 ? bytes : null
  } finally {
    zip.close()
  }
}

async function entryOf(
  zip: Awaited<ReturnType<typeof openZip>>,
  name: string,
  size: number
): Promise<Uint8Array | null> {
  for await (const entry of zip.entries()) if (entry.fileName === name) return zip.read(entry, size)
  return null
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
