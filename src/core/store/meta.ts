import * as v from 'valibot'
import { type DayInUse, DayInUseSchema } from './days-in-use'
import type { DocumentType } from './document'
import { type ParagraphMarkingRecord, ParagraphMarkingsSchema } from './paragraph-markings'
import { mergeVersions, type Versioned, VersionVectorSchema } from './versioned'

/** Something that a person changed about a briefing. */
export interface Field<Value> extends Versioned {
  readonly value: Value
}

/** What a person changed; what is absent is as it was imported. */
export interface MetaFields {
  readonly title?: Field<string>
  readonly date?: Field<string | null>
  readonly tags?: Field<readonly string[]>
  /** How the briefing is to be handled; `null` since that was taken away. */
  readonly marking?: Field<string | null>
  /** When the briefing went to the trash, RFC 3339 in UTC; `null` since it came back. */
  readonly trashed?: TrashField
  /** SHA-256 of the later editions whose import was taken back: their files stay, and they are not shown. */
  readonly withdrawn?: Field<readonly string[]>
}

/** As a field, with the day after which it has been in the trash for long enough. */
export interface TrashField extends Field<string | null> {
  readonly day?: DayInUse
}

export interface MetaContent {
  readonly fields: MetaFields
  /**
   * SHA-256 of the later editions that this device brought in, noted before their files are written:
   * a device that has the note and not the files knows that something is still to arrive.
   */
  readonly laterEditions?: readonly string[]
  /** How its paragraphs are to be handled, as far as this device said so. */
  readonly paragraphMarkings?: readonly ParagraphMarkingRecord[]
}

const field = <Value extends v.GenericSchema>(value: Value) =>
  v.exactOptional(v.looseObject({ version: VersionVectorSchema, changed: v.string(), value }))

const MetaSchema = v.looseObject({
  laterEditions: v.exactOptional(v.array(v.string())),
  paragraphMarkings: v.exactOptional(ParagraphMarkingsSchema),
  fields: v.looseObject({
    title: field(v.string()),
    date: field(v.nullable(v.string())),
    tags: field(v.array(v.string())),
    marking: field(v.nullable(v.string())),
    withdrawn: field(v.array(v.string())),
    trashed: v.exactOptional(
      v.looseObject({
        version: VersionVectorSchema,
        changed: v.string(),
        value: v.nullable(v.string()),
        day: v.exactOptional(DayInUseSchema)
      })
    )
  })
})

export const META: DocumentType<MetaContent> = {
  kind: 'meta',
  fits: (content): content is MetaContent => v.is(MetaSchema, content),
  empty: { fields: {} }
}

/** What all devices together say of a briefing, the version that is shown of each field. */
export function mergeMeta(contents: readonly MetaContent[]): MetaFields {
  const [title] = fieldVersions(contents, 'title')
  const [date] = fieldVersions(contents, 'date')
  const [tags] = fieldVersions(contents, 'tags')
  const [marking] = fieldVersions(contents, 'marking')
  const [trashed] = fieldVersions(contents, 'trashed')
  const [withdrawn] = fieldVersions(contents, 'withdrawn')
  return {
    ...(title === undefined ? {} : { title }),
    ...(date === undefined ? {} : { date }),
    ...(tags === undefined ? {} : { tags }),
    ...(marking === undefined ? {} : { marking }),
    ...(trashed === undefined ? {} : { trashed }),
    ...(withdrawn === undefined ? {} : { withdrawn })
  }
}

/** The versions of a field that no other has seen, the one that is shown first. */
export function fieldVersions<Name extends keyof MetaFields>(
  contents: readonly MetaContent[],
  name: Name
): readonly NonNullable<MetaFields[Name]>[] {
  return mergeVersions(contents.flatMap(({ fields }) => fields[name] ?? []))
}

/** The later editions that any device brought in, whether their files are here or not. */
export function laterEditions(contents: readonly MetaContent[]): readonly string[] {
  return [...new Set(contents.flatMap((content) => content.laterEditions ?? []))]
}

/** The later editions whose import was taken back. */
export function withdrawnEditions(contents: readonly MetaContent[]): readonly string[] {
  return fieldVersions(contents, 'withdrawn')[0]?.value ?? []
}

/** `content` with the note that an edition was brought in. */
export function withLaterEdition(content: MetaContent, hash: string): MetaContent {
  return { ...content, laterEditions: [...new Set([...(content.laterEditions ?? []), hash])] }
}

/** `content` with another value of a field. */
export function withField<Name extends keyof MetaFields>(
  content: MetaContent,
  name: Name,
  value: NonNullable<MetaFields[Name]>
): MetaContent {
  return { ...content, fields: { ...content.fields, [name]: value } }
}
