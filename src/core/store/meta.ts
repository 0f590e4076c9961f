import * as v from 'valibot'
import { type DayInUse, DayInUseSchema } from './days-in-use'
import type { DocumentType } from './document'
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
  /** When the briefing went to the trash, RFC 3339 in UTC; `null` since it came back. */
  readonly trashed?: TrashField
}

/** As a field, with the day after which it has been in the trash for long enough. */
export interface TrashField extends Field<string | null> {
  readonly day?: DayInUse
}

export interface MetaContent {
  readonly fields: MetaFields
}

const field = <Value extends v.GenericSchema>(value: Value) =>
  v.exactOptional(v.looseObject({ version: VersionVectorSchema, changed: v.string(), value }))

const MetaSchema = v.looseObject({
  fields: v.looseObject({
    title: field(v.string()),
    date: field(v.nullable(v.string())),
    tags: field(v.array(v.string())),
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
  const [trashed] = fieldVersions(contents, 'trashed')
  return {
    ...(title === undefined ? {} : { title }),
    ...(date === undefined ? {} : { date }),
    ...(tags === undefined ? {} : { tags }),
    ...(trashed === undefined ? {} : { trashed })
  }
}

/** The versions of a field that no other has seen, the one that is shown first. */
export function fieldVersions<Name extends keyof MetaFields>(
  contents: readonly MetaContent[],
  name: Name
): readonly NonNullable<MetaFields[Name]>[] {
  return mergeVersions(contents.flatMap(({ fields }) => fields[name] ?? []))
}

/** `content` with another value of a field. */
export function withField<Name extends keyof MetaFields>(
  content: MetaContent,
  name: Name,
  value: NonNullable<MetaFields[Name]>
): MetaContent {
  return { ...content, fields: { ...content.fields, [name]: value } }
}
