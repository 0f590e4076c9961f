import * as v from 'valibot'
import { AnnotationTypeSchema, ColorSchema, TagSchema } from '../annotation/annotation'
import { foldedLabel } from '../text/folded-label'

/** The longest name of a profile, in UTF-16 code units. */
export const MAX_PROFILE_NAME_LENGTH = 60
const MAX_PROFILES = 40
const MAX_VALUES = 200

/** What goes along with a PDF: nothing, its annotations as W3C JSON-LD, or those and the imported files. */
export const ATTACHMENTS = ['none', 'annotations', 'all'] as const
export const AttachmentsSchema = v.picklist(ATTACHMENTS)
export type Attachments = v.InferOutput<typeof AttachmentsSchema>

const Author = v.pipe(v.string(), v.trim(), v.maxLength(200))
const listOf = <Item extends v.GenericSchema>(item: Item) => v.pipe(v.array(item), v.maxLength(MAX_VALUES))

/**
 * What of the marks goes out to an audience. A mark goes out when it passes everything that is asked of
 * it; `null` asks for nothing. What goes out may still lose its note, its tags or its author.
 */
export const ExportProfileSchema = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(MAX_PROFILE_NAME_LENGTH)),
  types: v.nullable(listOf(AnnotationTypeSchema)),
  colors: v.nullable(listOf(ColorSchema)),
  /** Only marks of these authors; '' stands for marks without one. */
  authors: v.nullable(listOf(Author)),
  /** Only marks with one of these tags. */
  withTags: v.nullable(listOf(TagSchema)),
  /** No mark with one of these tags, whatever else is asked. */
  withoutTags: listOf(TagSchema),
  notes: v.boolean(),
  /** Of the marks and of the briefings. */
  tags: v.boolean(),
  names: v.boolean(),
  /** `true`: the marks are only drawn, and the PDF has no annotations of its own. */
  visualOnly: v.boolean(),
  attachments: AttachmentsSchema
})
export type ExportProfile = v.InferOutput<typeof ExportProfileSchema>

/**
 * A profile that cannot be read is left out, so that an export for it is refused: in its place the one
 * of that name that a new device has might let more through.
 */
export const ProfilesSchema = v.pipe(
  v.array(v.unknown()),
  v.transform((all) => all.filter((one) => v.is(ExportProfileSchema, one)).slice(0, MAX_PROFILES))
)

/** The tag that keeps a mark from everyone but its reader, in the profiles that a new device starts with. */
export const PRIVATE_TAG = 'private'

const EVERYTHING = {
  ...{ types: null, colors: null, authors: null, withTags: null, withoutTags: [] },
  ...{ notes: true, tags: true, names: true, visualOnly: false, attachments: 'none' }
} as const satisfies Omit<ExportProfile, 'id' | 'name'>

/** What a new device starts with: for the one who is briefed, for those who work on it, for the file. */
export const DEFAULT_PROFILES: readonly ExportProfile[] = [
  {
    ...EVERYTHING,
    ...{ id: 'principal', name: 'Principal', tags: false, visualOnly: true },
    types: ['note', 'question', 'action', 'decision', 'quote'],
    withoutTags: [PRIVATE_TAG]
  },
  { ...EVERYTHING, id: 'team', name: 'Team', withoutTags: [PRIVATE_TAG] },
  { ...EVERYTHING, id: 'archive', name: 'Archive', attachments: 'all' }
]

/** The profile that goes by an id, or by a name in any case; `null` when there is none. */
export function findProfile(profiles: readonly ExportProfile[], wanted: string): ExportProfile | null {
  return (
    profiles.find(({ id }) => id === wanted) ??
    profiles.find(({ name }) => foldedLabel(name) === foldedLabel(wanted)) ??
    null
  )
}
