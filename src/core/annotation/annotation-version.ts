import type { Annotation } from './annotation'

/** What happened to an annotation. */
export type AnnotationEvent = 'saved' | 'deleted' | 'restored'

/** An annotation as it was from one change until the next. */
export interface AnnotationVersion {
  /** Tells the versions of one annotation apart. */
  readonly key: string
  readonly event: AnnotationEvent
  /** RFC 3339 in UTC, by the clock of the device that made the change. */
  readonly changed: string
  /** Whether this device made the change. */
  readonly isOwn: boolean
  /** `beside`: changed on another device at the same time as the one that is shown; nothing has overwritten it. */
  readonly standing: 'shown' | 'beside' | 'earlier'
  readonly annotation: Annotation
}
