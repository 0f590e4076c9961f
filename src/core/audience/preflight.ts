import type { AnnotationType } from '../annotation/annotation'
import type { PlacedAnnotation } from '../annotation/placed-annotation'
import type { AttachedFile } from './attached-file'
import type { ForAudience, StayReason } from './for-audience'
import { isSearchable } from './private-words'

/** What a PDF would take along, and what would stay; asked before it is made. */
export interface Preflight {
  /** Name of the profile that decides, or `null` when everything goes out. */
  readonly profile: string | null
  /** What stands at the top and the bottom of every page. */
  readonly marking: string | null
  readonly leaving: MarkCounts
  /** Marks that stay whole, and marks whose notes stay; in the order of the briefings. */
  readonly staying: readonly StayingMark[]
  /** Names that stand in the file: of those who made the marks, and of those who are to act. */
  readonly names: readonly string[]
  /** Of the briefings and of the marks. */
  readonly tags: readonly string[]
  readonly attachments: readonly AttachedFile[]
  readonly warnings: readonly PreflightWarning[]
}

/** How many marks and notes go out, and how many marks of each type. */
export interface MarkCounts {
  readonly marks: number
  readonly notes: number
  readonly types: Partial<Record<AnnotationType, number>>
}

/** A mark that stays, or whose note does. */
export interface StayingMark extends Pick<PlacedAnnotation, 'id' | 'briefing' | 'quote' | 'note' | 'type'> {
  readonly reason: StayReason | 'note'
}

/** What a person should know before a file leaves. */
export type PreflightWarning =
  /** Imported files go along byte for byte, with whatever their authors left in them. */
  | { readonly code: 'originals-go-along'; readonly files: number }
  /** So short are the notes that the finished file cannot be searched for them. */
  | { readonly code: 'notes-too-short'; readonly notes: number }
  /** What is in the document is marked higher than the person said of the whole. */
  | { readonly code: 'marked-higher'; readonly said: string; readonly printed: string }
  /** A marked paragraph is not in this edition; its marking counts all the same. */
  | { readonly code: 'paragraph-gone'; readonly marking: string; readonly quote: string }

/** What preflight looks at. */
export interface Flight extends ForAudience {
  readonly profile: string | null
  /** As the levels are written. */
  readonly said: string | null
  readonly marking: string | null
  readonly attachments: readonly AttachedFile[]
}

/** Say what would leave and what would stay. */
export function preflightOf(flight: Flight): Preflight {
  const { items, withheld, withoutNotes, profile, marking, attachments } = flight
  const going = items.flatMap(({ annotations }) => annotations)
  const stay = (annotation: PlacedAnnotation, reason: StayingMark['reason']): StayingMark => {
    const { id, briefing, quote, note, type } = annotation
    return { id, briefing, quote, note, type, reason }
  }
  return {
    profile,
    marking,
    leaving: countsOf(going),
    staying: [
      ...withheld.map(({ annotation, reason }) => stay(annotation, reason)),
      ...withoutNotes.map((annotation) => stay(annotation, 'note'))
    ],
    names: distinct(going.flatMap(({ author, owner }) => [author, owner])),
    tags: distinct([...items.map(({ briefing }) => briefing), ...going].flatMap(({ tags }) => tags)),
    attachments,
    warnings: warningsOf(flight)
  }
}

function countsOf(annotations: readonly PlacedAnnotation[]): MarkCounts {
  const types: Partial<Record<AnnotationType, number>> = {}
  for (const { type } of annotations) types[type] = (types[type] ?? 0) + 1
  const notes = annotations.filter(({ note }) => note.trim() !== '')
  return { marks: annotations.length, notes: notes.length, types }
}

function warningsOf({
  items,
  withheld,
  withoutNotes,
  said,
  marking,
  attachments
}: Flight): PreflightWarning[] {
  const files = attachments.filter(({ kind }) => kind === 'original').length
  const privateNotes = [...withheld.map(({ annotation }) => annotation), ...withoutNotes].map(
    ({ note }) => note
  )
  const tooShort = privateNotes.filter((note) => note.trim() !== '' && !isSearchable(note)).length
  const gone = items.flatMap(({ markings }) => markings.filter(({ range }) => range === null))
  return [
    ...(files > 0 ? [{ code: 'originals-go-along', files } as const] : []),
    ...(tooShort > 0 ? [{ code: 'notes-too-short', notes: tooShort } as const] : []),
    ...(said !== null && marking !== null && marking !== said
      ? [{ code: 'marked-higher', said, printed: marking } as const]
      : []),
    ...gone.map(({ marking: level, quote }) => ({ code: 'paragraph-gone', marking: level, quote }) as const)
  ]
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value) => value !== ''))].sort()
}
