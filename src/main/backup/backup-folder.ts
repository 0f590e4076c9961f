import { join } from 'node:path'
import type { Backup } from '#core/backup/backup'
import { backupsToKeep } from '#core/backup/retention'
import { isMissing } from '../store/files/failures'
import type { FileSystem } from '../store/files/file-system'
import { BESIDE, sequenceOf } from './backup-places'
import { openZip } from './read-zip'

/** The backups in a folder, the newest first by their sequence; what cannot be read as one is left out. */
export async function readBackups(files: FileSystem, folder: string): Promise<readonly Backup[]> {
  const found = await Promise.all((await zipsIn(files, folder)).map((name) => readBackup(join(folder, name))))
  return found.flatMap((backup) => backup ?? []).sort((a, b) => b.sequence - a.sequence)
}

/** What a zip says of itself, or `null` when it is no backup or its manifest is damaged. */
export async function readBackup(path: string): Promise<Backup | null> {
  const zip = await openZip(path).catch(() => null)
  if (zip === null) return null
  const { sequence, made, reason, briefings, annotations } = zip.manifest
  zip.close()
  return { path, sequence, made, reason, size: zip.size, briefings, annotations }
}

/** The sequence number of the next backup: higher than any that a name in the folder has. */
export async function nextSequence(files: FileSystem, folder: string): Promise<number> {
  const sequences = (await zipsIn(files, folder)).map((name) => sequenceOf(name) ?? 0)
  return Math.max(0, ...sequences) + 1
}

/**
 * Remove the backups that need not be kept, and then what lies beside them and none of those left
 * needs. While one of them cannot be read nobody knows what it needs, and nothing is removed.
 */
export async function pruneBackups(files: FileSystem, folder: string): Promise<void> {
  const names = await zipsIn(files, folder)
  const backups = await readBackups(files, folder)
  if (backups.length < names.length) return
  const kept = new Set(backupsToKeep(backups))
  const leaving = backups.filter((backup) => !kept.has(backup))
  if (leaving.length === 0) return
  const needed = new Set<string>()
  for (const { path } of kept) for (const name of await namesBeside(path)) needed.add(name)
  for (const { path } of leaving) await files.removeFile(path)
  await files.syncFolder(folder)
  for (const name of await files.names(join(folder, BESIDE))) {
    if (!needed.has(name)) await files.removeFile(join(folder, BESIDE, name))
  }
}

async function namesBeside(path: string): Promise<readonly string[]> {
  const zip = await openZip(path)
  zip.close()
  return zip.manifest.files.flatMap(({ beside }) => beside ?? [])
}

async function zipsIn(files: FileSystem, folder: string): Promise<readonly string[]> {
  try {
    return (await files.names(folder)).filter((name) => sequenceOf(name) !== null)
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}
