import * as v from 'valibot'
import type { Backup, RestorePlan } from '../backup/backup'
import { BACKUP_REASONS } from '../backup/backup'

/** The JSON documents of `backup` and `restore`; promises to other programs, as those in `documents.ts`. */
const BackupSchema = v.strictObject({
  file: v.string(),
  sequence: v.number(),
  made: v.string(),
  reason: v.picklist(BACKUP_REASONS),
  bytes: v.number(),
  briefings: v.number(),
  annotations: v.number()
})

export const BackupDocument = BackupSchema
export const BackupListDocument = v.strictObject({ folder: v.string(), backups: v.array(BackupSchema) })

const MarkSchema = v.strictObject({ briefing: v.string(), id: v.string(), quote: v.string() })

export const RestoreDocument = v.strictObject({
  file: v.string(),
  /** Whether nothing was changed. */
  dryRun: v.boolean(),
  briefings: v.array(v.strictObject({ id: v.string(), title: v.string() })),
  added: v.array(MarkSchema),
  changed: v.array(MarkSchema),
  markings: v.array(v.strictObject({ briefing: v.string(), marking: v.string(), quote: v.string() })),
  titles: v.array(v.strictObject({ id: v.string(), from: v.string(), to: v.string() })),
  /** What was marked in editions that the library does not have, and was not restored. */
  left: v.array(v.strictObject({ briefing: v.string(), quote: v.string() })),
  damaged: v.array(v.string())
})

export const UnpackDocument = v.strictObject({
  file: v.string(),
  library: v.string(),
  damaged: v.array(v.string())
})

export function backupDocument({ path, size, ...rest }: Backup): v.InferOutput<typeof BackupDocument> {
  return { file: path, ...rest, bytes: size }
}

export function restoreDocument(
  file: string,
  dryRun: boolean,
  plan: RestorePlan
): v.InferOutput<typeof RestoreDocument> {
  return {
    file,
    dryRun,
    briefings: [...plan.briefings],
    added: [...plan.added],
    changed: [...plan.changed],
    titles: [...plan.titles],
    markings: [...plan.markings],
    left: [...plan.left],
    damaged: [...plan.damaged]
  }
}
