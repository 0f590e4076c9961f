import type { Annotation } from '#core/annotation/annotation'
import type { BriefingSummary, ReadingPosition } from '#core/briefing/briefing'
import { newestFirst } from '#core/store/summary'

/** A mark as it should be, live or in the trash. */
export interface ModelMark {
  readonly annotation: Annotation
  /** When it went to the trash; RFC 3339 in UTC. */
  readonly deleted: string | null
  /** Whether it was deleted for good. */
  readonly isPurged: boolean
}

/** A briefing as it should be. */
export interface ModelBriefing {
  /** Which of the files it is. */
  readonly file: number
  /** But for the number of annotations, which the marks say. */
  readonly summary: BriefingSummary
  readonly marks: ReadonlyMap<string, ModelMark>
  readonly position: ReadingPosition | null
  /** When it went to the trash; RFC 3339 in UTC. */
  readonly trashed: string | null
}

/** By id, what a library should hold. Operations answer a new one and leave this as it is. */
export type Model = ReadonlyMap<string, ModelBriefing>

/** The live annotations, by id. */
export function liveMarks({ marks }: ModelBriefing): readonly Annotation[] {
  return byId(
    [...marks.values()].flatMap(({ annotation, deleted }) => (deleted === null ? [annotation] : []))
  )
}

/** Annotations in an order that does not depend on where they came from. */
export function byId(annotations: readonly Annotation[]): readonly Annotation[] {
  return [...annotations].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** What the list shows of a briefing. */
export function summaryIn(briefing: ModelBriefing): BriefingSummary {
  return { ...briefing.summary, annotations: liveMarks(briefing).length }
}

/** What the list shows. */
export function listOf(model: Model): readonly BriefingSummary[] {
  const shown = [...model.values()].filter(({ trashed }) => trashed === null)
  return shown.map(summaryIn).sort(newestFirst)
}

/** `model` with something else about one briefing. */
export function withBriefing(model: Model, id: string, briefing: ModelBriefing): Model {
  return new Map(model).set(id, briefing)
}

/** `model` without a briefing. */
export function withoutBriefing(model: Model, id: string): Model {
  return new Map([...model].filter(([each]) => each !== id))
}
