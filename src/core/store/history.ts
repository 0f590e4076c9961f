import * as v from 'valibot'
import type { AnnotationEvent, AnnotationVersion } from '../annotation/annotation-version'
import { canonicalJson } from './canonical-json'
import { annotationOf, type MarkRecord, MarkRecordSchema } from './marks'
import { compareVersions, countChanges, type VersionVector } from './version-vector'

/** One line of a briefing's history: the record as it was from then on. */
export interface HistoryEntry {
  readonly schema: number
  readonly kind: AnnotationEvent
  readonly record: MarkRecord
}

const HistoryEntrySchema = v.looseObject({
  schema: v.number(),
  kind: v.picklist(['saved', 'deleted', 'restored']),
  record: MarkRecordSchema
})

/** Read the JSON text of one line, or `null` when it is no entry. */
export function parseHistoryEntry(body: string): HistoryEntry | null {
  try {
    const value: unknown = JSON.parse(body)
    return v.is(HistoryEntrySchema, value) ? value : null
  } catch {
    return null
  }
}

/** All that is known of one mark. */
interface MarkPast {
  /** Lines of all devices' histories about this mark, each file's in the order written. */
  readonly lines: readonly { readonly entry: HistoryEntry; readonly isOwn: boolean }[]
  /** Its versions that no other has seen, the one that is shown first. */
  readonly current: readonly MarkRecord[]
  /** Hashes of the editions that are here, in the order of their numbers. */
  readonly editions: readonly string[]
}

/**
 * Every version of a mark, the newest first.
 *
 * A line whose change was never saved has a version that no record has seen, and is left out; when
 * the next change took the same version, that change's line is the later one.
 */
export function annotationVersions({ lines, current, editions }: MarkPast): readonly AnnotationVersion[] {
  const found = new Map<string, FoundVersion>()
  for (const [index, record] of current.entries()) {
    // Two devices that go by one id (a copied folder of settings) may have made the same version.
    const key = found.has(keyOf(record)) ? `${keyOf(record)}#${index}` : keyOf(record)
    found.set(key, { event: eventOf(record), isOwn: false, record })
  }
  for (const { entry, isOwn } of lines) {
    if (!wasSaved(entry.record.version, current)) continue
    found.set(keyOf(entry.record), { event: entry.kind, isOwn, record: entry.record })
  }
  return [...found]
    .sort(([, a], [, b]) => newestFirst(a.record, b.record))
    .flatMap(([key, { event, isOwn, record }]) => {
      const annotation = annotationOf(record, editions)
      if (annotation === null || record.purged === true) return []
      return { key, event, isOwn, changed: record.changed, standing: standingOf(record, current), annotation }
    })
}

interface FoundVersion {
  readonly event: AnnotationEvent
  readonly isOwn: boolean
  readonly record: MarkRecord
}

function keyOf({ version }: MarkRecord): string {
  return canonicalJson(version)
}

function eventOf({ deleted }: MarkRecord): AnnotationEvent {
  return deleted === null ? 'saved' : 'deleted'
}

function wasSaved(version: VersionVector, current: readonly MarkRecord[]): boolean {
  return current.some((record) => ['same', 'before'].includes(compareVersions(version, record.version)))
}

function standingOf(record: MarkRecord, current: readonly MarkRecord[]): AnnotationVersion['standing'] {
  const at = current.findIndex(({ version }) => compareVersions(version, record.version) === 'same')
  if (at === -1) return 'earlier'
  return at === 0 ? 'shown' : 'beside'
}

/** Whoever has seen another counts more changes; between the rest the clock decides. */
function newestFirst(a: MarkRecord, b: MarkRecord): number {
  return countChanges(b.version) - countChanges(a.version) || (a.changed < b.changed ? 1 : -1)
}
