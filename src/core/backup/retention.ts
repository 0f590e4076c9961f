/** What decides whether a backup is kept. */
export interface DatedBackup {
  /** Counts the backups of one library; of two the higher is the later, whatever a clock said. */
  readonly sequence: number
  /** RFC 3339 in UTC, as the clock was. */
  readonly made: string
}

const LAST = 10
const DAYS = 7
const WEEKS = 8

/**
 * The backups to keep: the last 10, the last of each of 7 days, and the last of each of 8 weeks.
 *
 * The days and weeks are those on which there are backups, counted back from the newest backup by
 * sequence: a clock that jumps ten years ahead gives one more day, and throws nothing else away.
 */
export function backupsToKeep<Backup extends DatedBackup>(backups: readonly Backup[]): readonly Backup[] {
  const newestFirst = [...backups].sort((a, b) => b.sequence - a.sequence)
  const kept = new Set([
    ...newestFirst.slice(0, LAST),
    ...lastOfEach(newestFirst, dayOf).slice(0, DAYS),
    ...lastOfEach(newestFirst, weekOf).slice(0, WEEKS)
  ])
  return newestFirst.filter((backup) => kept.has(backup))
}

/** The first of each group, in the order given. */
function lastOfEach<Backup>(
  backups: readonly Backup[],
  group: (backup: Backup) => string
): readonly Backup[] {
  const found = new Map<string, Backup>()
  for (const backup of backups) if (!found.has(group(backup))) found.set(group(backup), backup)
  return [...found.values()]
}

function dayOf({ made }: DatedBackup): string {
  return made.slice(0, 10)
}

const DAY_MS = 86_400_000

/** The Monday that a week begins with (ISO 8601). */
function weekOf({ made }: DatedBackup): string {
  const time = Date.parse(`${made.slice(0, 10)}T00:00:00Z`)
  if (Number.isNaN(time)) return made
  const sinceMonday = (new Date(time).getUTCDay() + 6) % 7
  return new Date(time - sinceMonday * DAY_MS).toISOString().slice(0, 10)
}
