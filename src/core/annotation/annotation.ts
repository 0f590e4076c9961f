import * as v from 'valibot'
import type { Anchor } from '../anchor/anchor'

/** The eight colours, in the order of the keys 1 to 8. */
export const COLORS = ['yellow', 'green', 'blue', 'pink', 'purple', 'orange', 'red', 'grey'] as const
export type Color = (typeof COLORS)[number]

/** How a mark is drawn over its words. */
export const STYLES = ['highlight', 'underline', 'strike'] as const
export type Style = (typeof STYLES)[number]

/** What a mark means to the one who reads it. */
export const ANNOTATION_TYPES = [
  'note',
  'question',
  'action',
  'decision',
  'disagree',
  'quote',
  'fact-check'
] as const
export type AnnotationType = (typeof ANNOTATION_TYPES)[number]

/** The longest note that is stored, in UTF-16 code units (guide/reliability.md 3c caps a note at 1 MB). */
export const MAX_NOTE_LENGTH = 250_000

/** The longest name of whoever is to do something, in UTF-16 code units. */
export const MAX_OWNER_LENGTH = 200

/** The longest tag, in UTF-16 code units, and how many a mark may have. */
export const MAX_TAG_LENGTH = 200
export const MAX_TAGS = 100

/** One mark with its note, on one edition of one briefing. */
export interface Annotation {
  /** UUIDv7. */
  readonly id: string
  readonly briefing: string
  /** Number of the edition that `anchor` speaks of, from 1. */
  readonly edition: number
  /** `null`: it speaks of the whole briefing. */
  readonly anchor: Anchor | null
  readonly color: Color
  readonly style: Style
  readonly type: AnnotationType
  /** Of an action: who is to do it; empty when nobody is named. */
  readonly owner: string
  /** Of an action: by which day, `YYYY-MM-DD`. */
  readonly due: string | null
  /** Markdown; empty for a bare highlight. */
  readonly note: string
  readonly tags: readonly string[]
  readonly author: string
  /** RFC 3339 in UTC. */
  readonly created: string
  readonly modified: string
  /** Where a person put it in other editions; without one it is carried over by its words. */
  readonly placements: readonly Placement[]
  /** The address by which the program that it was imported from knows it. */
  readonly via?: string
}

/** A person's word on where a mark stands in an edition other than its own. */
export interface Placement {
  /** Number of the edition, from 1. */
  readonly edition: number
  /** `null`: nowhere, and that is settled. */
  readonly anchor: Anchor | null
}

/** What a person may set on an annotation. */
export interface AnnotationChange {
  readonly color?: Color | undefined
  readonly style?: Style | undefined
  readonly type?: AnnotationType | undefined
  readonly owner?: string | undefined
  readonly due?: string | null | undefined
  readonly note?: string | undefined
  readonly tags?: readonly string[] | undefined
}

export const ColorSchema = v.picklist(COLORS)
export const StyleSchema = v.picklist(STYLES)
export const AnnotationTypeSchema = v.picklist(ANNOTATION_TYPES)
export const NoteSchema = v.pipe(v.string(), v.maxLength(MAX_NOTE_LENGTH))
export const TagSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(MAX_TAG_LENGTH))
export const TagsSchema = v.pipe(v.array(TagSchema), v.maxLength(MAX_TAGS))
export const OwnerSchema = v.pipe(v.string(), v.trim(), v.maxLength(MAX_OWNER_LENGTH))
export const DueSchema = v.nullable(v.pipe(v.string(), v.isoDate()))
export const AnnotationChangeSchema = v.object({
  color: v.optional(ColorSchema),
  style: v.optional(StyleSchema),
  type: v.optional(AnnotationTypeSchema),
  owner: v.optional(OwnerSchema),
  due: v.optional(DueSchema),
  note: v.optional(NoteSchema),
  tags: v.optional(TagsSchema)
})
