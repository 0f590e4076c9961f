import type { BriefingSummary } from '../briefing/briefing'
import type { PurgedBriefing } from './library-content'
import { liveAnnotations, type MarkRecord, type MergedMarks, recordsInTrash } from './marks'
import {
  fieldVersions,
  laterEditions,
  mergeMeta,
  type MetaContent,
  type TrashField,
  withdrawnEditions
} from './meta'
import type { SourceContent } from './source'
import { mergeVersions } from './versioned'

/** Everything that the catalogue's line for a briefing is made of. */
export interface BriefingRecords {
  readonly id: string
  /** In the order of their numbers. */
  readonly editions: readonly SourceContent[]
  readonly meta: readonly MetaContent[]
  readonly marks: MergedMarks
  /** What all devices say of its deletion for good. */
  readonly purged: readonly PurgedBriefing[]
}

/** What the catalogue knows of a briefing, shown or in the trash. */
export interface CataloguedBriefing {
  readonly summary: BriefingSummary
  /** When it went to the trash; `null` when it is shown. */
  readonly trashed: string | null
  /** How many of its marks are in the trash. */
  readonly marksInTrash: number
  /**
   * The earliest day in use on which this device put the briefing or one of its marks into the trash;
   * `null` when it put nothing there. What another device put there, that device empties.
   */
  readonly trashDay: number | null
  /** SHA-256 of the editions that are here, in the order of their numbers. */
  readonly editions: readonly string[]
  /** Whether an edition was announced whose files are not here yet. */
  readonly isArriving: boolean
}

/** What the catalogue says of a briefing, or `null` while no edition of it is here or when it was deleted for good. */
export function catalogued(records: BriefingRecords, device: string): CataloguedBriefing | null {
  const summary = summaryOf(records)
  const trashed = trashVersions(records)[0]
  if (summary === null || (trashed !== undefined && 'id' in trashed)) return null
  const inTrash = recordsInTrash(records.marks)
  const editions = records.editions.map(({ sha256 }) => sha256)
  const arrived = [...editions, ...withdrawnEditions(records.meta)]
  const days = [trashed?.day, ...inTrash.map(({ day }) => day)].flatMap((day) =>
    day?.device === device ? day.count : []
  )
  return {
    summary,
    trashed: trashed?.value ?? null,
    marksInTrash: inTrash.length,
    trashDay: days.length === 0 ? null : Math.min(...days),
    editions,
    isArriving: laterEditions(records.meta).some((hash) => !arrived.includes(hash))
  }
}

/** `briefing` after one of its marks was changed by this device, without reading the others. */
export function withChangedMark(
  { summary, marksInTrash, trashDay, ...rest }: CataloguedBriefing,
  { before, after, editions }: ChangedMark
): CataloguedBriefing {
  const gained = Number(isLive(after, editions)) - Number(isLive(before, editions))
  const binned = Number(isInTrash(after)) - Number(isInTrash(before))
  const days = [trashDay, after.day?.count].flatMap((day) => day ?? [])
  return {
    ...rest,
    summary: { ...summary, annotations: summary.annotations + gained },
    marksInTrash: marksInTrash + binned,
    trashDay: days.length === 0 ? null : Math.min(...days)
  }
}

/** A mark as it was shown and as it is now; `editions` are the hashes of those that are here. */
export interface ChangedMark {
  readonly before: MarkRecord | null
  readonly after: MarkRecord
  readonly editions: readonly string[]
}

function isLive(record: MarkRecord | null, editions: readonly string[]): boolean {
  return record?.deleted === null && editions.includes(record.annotation.edition)
}

function isInTrash(record: MarkRecord | null): boolean {
  return record !== null && record.deleted !== null && record.purged !== true
}

/** What was said of a briefing's going and coming back that no other has seen; the first is what holds. */
export function trashVersions({
  meta,
  purged
}: Pick<BriefingRecords, 'meta' | 'purged'>): readonly (TrashField | PurgedBriefing)[] {
  return mergeVersions<TrashField | PurgedBriefing>([...fieldVersions(meta, 'trashed'), ...purged])
}

/** What the list shows of a briefing, or `null` while no edition of it is here. */
export function summaryOf({ id, editions, meta, marks }: BriefingRecords): BriefingSummary | null {
  const first = editions[0]
  const newest = editions.at(-1)
  if (first === undefined || newest === undefined) return null
  const { title, date, tags, marking } = mergeMeta(meta)
  const hashes = editions.map(({ sha256 }) => sha256)
  return {
    id,
    title: title?.value ?? newest.title,
    date: date === undefined ? newest.date : date.value,
    language: newest.language,
    dir: newest.dir,
    tags: tags?.value ?? newest.tags,
    sourceUrl: newest.sourceUrl,
    marking: marking?.value ?? null,
    words: newest.words,
    edition: editions.length,
    added: first.imported,
    annotations: liveAnnotations(marks, hashes).length
  }
}

/** Newest briefing date first (without a date: last), then newest import, then id. */
export function newestFirst(a: BriefingSummary, b: BriefingSummary): number {
  return (
    descending(a.date ?? '', b.date ?? '') ||
    descending(a.added, b.added) ||
    (a.id < b.id ? -1 : Number(a.id > b.id))
  )
}

function descending(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? 1 : -1
}
