import type { BriefingSummary } from '../briefing/briefing'
import { liveAnnotations, type MergedMarks } from './marks'
import { mergeMeta, type MetaContent } from './meta'
import type { SourceContent } from './source'

/** Everything that the catalogue's line for a briefing is made of. */
export interface BriefingRecords {
  readonly id: string
  /** In the order of their numbers. */
  readonly editions: readonly SourceContent[]
  readonly meta: readonly MetaContent[]
  readonly marks: MergedMarks
}

/** What the list shows of a briefing, or `null` while no edition of it is here. */
export function summaryOf({ id, editions, meta, marks }: BriefingRecords): BriefingSummary | null {
  const first = editions[0]
  const newest = editions.at(-1)
  if (first === undefined || newest === undefined) return null
  const { title, date, tags } = mergeMeta(meta)
  const hashes = editions.map(({ sha256 }) => sha256)
  return {
    id,
    title: title?.value ?? newest.title,
    date: date === undefined ? newest.date : date.value,
    language: newest.language,
    dir: newest.dir,
    tags: tags?.value ?? newest.tags,
    sourceUrl: newest.sourceUrl,
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
