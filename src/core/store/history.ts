import * as v from 'valibot'
import { type MarkRecord, MarkRecordSchema } from './marks'

/** What happened to a mark. */
export type HistoryKind = 'saved' | 'deleted' | 'restored'

/** One line of a briefing's history: the record as it was from then on. */
export interface HistoryEntry {
  readonly schema: number
  readonly kind: HistoryKind
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
