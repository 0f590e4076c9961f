import * as v from 'valibot'
import type { Annotation } from '../annotation/annotation'
import type { BriefingSummary } from '../briefing/briefing'

/** What was deleted and can be brought back, the newest first. */
export interface Trash {
  readonly briefings: readonly TrashedBriefing[]
  /** Of briefings that are not in the trash themselves. */
  readonly annotations: readonly TrashedAnnotation[]
}

export interface TrashedBriefing {
  readonly briefing: BriefingSummary
  /** RFC 3339 in UTC. */
  readonly deleted: string
}

export interface TrashedAnnotation {
  readonly annotation: Annotation
  /** Of its briefing. */
  readonly title: string
  /** RFC 3339 in UTC. */
  readonly deleted: string
}

/** Things in the trash, by their ids. */
export interface TrashItems {
  readonly briefings: readonly string[]
  readonly annotations: readonly { readonly briefing: string; readonly id: string }[]
}

const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(200))

export const TrashItemsSchema = v.object({
  briefings: v.array(Id),
  annotations: v.array(v.object({ briefing: Id, id: Id }))
})

/** Every thing in the trash. */
export function itemsOf({ briefings, annotations }: Trash): TrashItems {
  return {
    briefings: briefings.map(({ briefing }) => briefing.id),
    annotations: annotations.map(({ annotation }) => ({ briefing: annotation.briefing, id: annotation.id }))
  }
}

/** The thing that was deleted last first. */
export function lastDeletedFirst(a: { readonly deleted: string }, b: { readonly deleted: string }): number {
  if (a.deleted === b.deleted) return 0
  return a.deleted < b.deleted ? 1 : -1
}
