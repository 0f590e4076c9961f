import * as v from 'valibot'
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
    tags: field(v.array(v.string()))
  })
})

export const META: DocumentType<MetaContent> = {
  kind: 'meta',
  fits: (content): content is MetaContent => v.is(MetaSchema, content),
  empty: { fields: {} }
}

/** What all devices together say of a briefing, the version that is shown of each field. */
export function mergeMeta(contents: readonly MetaContent[]): MetaFields {
  const [title] = titleVersions(contents)
  const [date] = mergeVersions(contents.flatMap(({ fields }) => fields.date ?? []))
  const [tags] = mergeVersions(contents.flatMap(({ fields }) => fields.tags ?? []))
  return {
    ...(title === undefined ? {} : { title }),
    ...(date === undefined ? {} : { date }),
    ...(tags === undefined ? {} : { tags })
  }
}

/** The titles that no other has seen, the one that is shown first. */
export function titleVersions(contents: readonly MetaContent[]): readonly Field<string>[] {
  return mergeVersions(contents.flatMap(({ fields }) => fields.title ?? []))
}

/** `content` with another title. */
export function withTitle(content: MetaContent, title: Field<string>): MetaContent {
  return { ...content, fields: { ...content.fields, title } }
}
