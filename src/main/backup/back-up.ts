import { join } from 'node:path'
import type { Backup, BackupReason } from '#core/backup/backup'
import { nodeFiles } from '../store/files/node-files'
import { nextSequence, pruneBackups } from './backup-folder'
import { zipName } from './backup-places'
import { writeBackup } from './write-backup'

/** A backup that is asked for, in words that can cross to another process. */
export interface BackupWish {
  /** The library's folder, links followed. */
  readonly root: string
  /** Where this library's backups lie. */
  readonly folder: string
  /** A zip with everything in it there, instead of one more in `folder`. */
  readonly target: string | null
  readonly reason: BackupReason
  /** RFC 3339 in UTC. */
  readonly made: string
  readonly program: string
}

export type BackUp = (wish: BackupWish) => Promise<Backup>

/** Make a backup, and remove those of its folder that need not be kept. */
export async function backUp({ folder, target, ...wish }: BackupWish): Promise<Backup> {
  const sequence = await nextSequence(nodeFiles, folder)
  if (target !== null) return writeBackup(nodeFiles, { ...wish, target, kind: 'full', sequence })
  const path = join(folder, zipName(sequence, wish.made))
  const backup = await writeBackup(nodeFiles, { ...wish, target: path, kind: 'generation', sequence })
  // That an old one could not be removed takes nothing from the new one.
  await pruneBackups(nodeFiles, folder).catch(() => undefined)
  return backup
}
