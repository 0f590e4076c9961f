import * as v from 'valibot'

/** Why a backup was made. */
export const BACKUP_REASONS = [
  'automatic',
  'asked-for',
  'before-emptying',
  'before-restoring',
  'before-repairing',
  'before-migrating'
] as const
export type BackupReason = (typeof BACKUP_REASONS)[number]

/** One backup on disk. */
export interface Backup {
  readonly path: string
  readonly sequence: number
  /** RFC 3339 in UTC. */
  readonly made: string
  readonly reason: BackupReason
  /** Bytes of the zip alone. */
  readonly size: number
  readonly briefings: number
  /** Live annotations. */
  readonly annotations: number
}

/** Where backups go, and those that are there, the newest first. */
export interface BackupList {
  readonly folder: string
  readonly backups: readonly Backup[]
}

/** What restoring a backup into the library changes; what was made since stays. */
export interface RestorePlan {
  /** Briefings that come back, by their titles then. */
  readonly briefings: readonly { readonly id: string; readonly title: string }[]
  /** Marks that come back. */
  readonly added: readonly RestoredMark[]
  /** Marks that become what they were. */
  readonly changed: readonly RestoredMark[]
  /** Titles that become what they were. */
  readonly titles: readonly { readonly id: string; readonly from: string; readonly to: string }[]
  /** Markings that come back, of a briefing or of the paragraph whose words are named; '' for the briefing. */
  readonly markings: readonly RestoredMarking[]
  /** What was marked in editions that were taken back since, and stays in the backup. */
  readonly left: readonly LeftPassage[]
  /** What of the backup is damaged or missing and cannot be restored, one sentence each. */
  readonly damaged: readonly string[]
}

/** A mark that comes back or becomes what it was; `quote` is '' for one on the whole briefing. */
export interface RestoredMark {
  readonly briefing: string
  readonly id: string
  readonly quote: string
}

/** A marking that comes back, of a paragraph or, where `quote` is '', of the whole briefing. */
export interface RestoredMarking {
  readonly briefing: string
  readonly marking: string
  readonly quote: string
}

/** Marked words of an edition that the library does not have. */
export interface LeftPassage {
  readonly briefing: string
  readonly quote: string
}

const Sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u))

/** `manifest.json`: what every file of a backup is, so that each can be checked and put back. */
export const ManifestSchema = v.object({
  format: v.literal('briefing-reader-backup'),
  version: v.literal(1),
  /** `full`: everything is in the zip; `generation`: what never changes lies beside it, in `files/`. */
  kind: v.picklist(['full', 'generation']),
  sequence: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  made: v.string(),
  reason: v.picklist(BACKUP_REASONS),
  program: v.string(),
  briefings: v.number(),
  annotations: v.number(),
  /** What is in the zip only for reading: names in the zip. */
  pages: v.array(v.object({ path: v.string(), size: v.number(), sha256: Sha256 })),
  files: v.array(
    v.object({
      /** Under the library's folder, with `/` between names. */
      path: v.string(),
      size: v.number(),
      sha256: Sha256,
      /** The name under `files/`; absent when the file is in the zip, as `library/<path>`. */
      beside: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}\.[a-z0-9]{1,16}$/u)))
    })
  )
})

export type Manifest = v.InferOutput<typeof ManifestSchema>
export type ManifestFile = Manifest['files'][number]
