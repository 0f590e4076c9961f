import * as v from 'valibot'
import type { Anchor } from '../anchor/anchor'
import type { Annotation } from '../annotation/annotation'
import { AnnotationTypeSchema, ColorSchema, StyleSchema } from '../annotation/annotation'
import { type DayInUse, DayInUseSchema } from './days-in-use'
import type { DocumentType } from './document'
import { mergeVersions, type Versioned, VersionVectorSchema } from './versioned'

const Offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

const StoredAnchorSchema = v.nullable(
  v.looseObject({
    position: v.looseObject({ start: Offset, end: Offset }),
    quote: v.looseObject({ exact: v.string(), prefix: v.string(), suffix: v.string() })
  })
)

const StoredAnnotationSchema = v.looseObject({
  id: v.string(),
  briefing: v.string(),
  edition: v.string(),
  anchor: StoredAnchorSchema,
  color: ColorSchema,
  style: StyleSchema,
  type: AnnotationTypeSchema,
  note: v.string(),
  tags: v.array(v.string()),
  author: v.string(),
  created: v.string(),
  modified: v.string(),
  owner: v.exactOptional(v.string()),
  due: v.exactOptional(v.nullable(v.string())),
  placements: v.exactOptional(v.array(v.looseObject({ edition: v.string(), anchor: StoredAnchorSchema })))
})

/** One annotation as a device last wrote it, live or in the trash. */
export interface MarkRecord extends Versioned {
  readonly id: string
  /** When it went to the trash; RFC 3339 in UTC. */
  readonly deleted: string | null
  readonly annotation: StoredAnnotation
  /** On which day it went to the trash. */
  readonly day?: DayInUse
  /** Whether it was deleted for good: its words are gone, that it was deleted stays. */
  readonly purged?: boolean
}

/** On disk an annotation names its editions by hash: numbers move when an edition arrives late. */
export type StoredAnnotation = Omit<Annotation, 'edition' | 'placements' | 'owner' | 'due'> & {
  readonly edition: string
  /** What is absent was written before there was such a thing, or is empty. */
  readonly owner?: string
  readonly due?: string | null
  readonly placements?: readonly StoredPlacement[]
}

interface StoredPlacement {
  readonly edition: string
  readonly anchor: Anchor | null
}

export interface MarksContent {
  readonly records: readonly MarkRecord[]
}

export const MarkRecordSchema = v.looseObject({
  id: v.string(),
  version: VersionVectorSchema,
  changed: v.string(),
  deleted: v.nullable(v.string()),
  annotation: StoredAnnotationSchema,
  day: v.exactOptional(DayInUseSchema),
  purged: v.exactOptional(v.boolean())
})

const MarksSchema = v.looseObject({ records: v.array(MarkRecordSchema) })

export const MARKS: DocumentType<MarksContent> = {
  kind: 'marks',
  fits: (content): content is MarksContent => v.is(MarksSchema, content),
  empty: { records: [] }
}

/** For each id the versions that no other has seen; the first is the one that is shown. */
export type MergedMarks = ReadonlyMap<string, readonly MarkRecord[]>

/** What all devices together say of a briefing's marks. */
export function mergeMarks(contents: readonly MarksContent[]): MergedMarks {
  const versions = new Map<string, MarkRecord[]>()
  for (const record of contents.flatMap(({ records }) => records)) {
    const known = versions.get(record.id)
    if (known === undefined) versions.set(record.id, [record])
    else known.push(record)
  }
  return new Map([...versions].map(([id, records]) => [id, mergeVersions(records)]))
}

/** The live annotations on the editions that are here, each with the number of its edition. */
export function liveAnnotations(marks: MergedMarks, editions: readonly string[]): readonly Annotation[] {
  const live: Annotation[] = []
  for (const [record] of marks.values()) {
    const annotation = record?.deleted === null ? annotationOf(record, editions) : null
    if (annotation !== null) live.push(annotation)
  }
  return live
}

/** The records that can be brought back from the trash. */
export function recordsInTrash(marks: MergedMarks): readonly MarkRecord[] {
  return [...marks.values()].flatMap(([record]) =>
    record !== undefined && record.deleted !== null && record.purged !== true ? record : []
  )
}

/** `annotation` without what a person wrote or marked. */
export function withoutWords(annotation: StoredAnnotation): StoredAnnotation {
  const { anchor } = annotation
  const quote = { exact: '', prefix: '', suffix: '' }
  return {
    ...annotation,
    anchor: anchor === null ? null : { ...anchor, quote },
    ...{ note: '', tags: [], author: '', owner: '', due: null, placements: [] }
  }
}

/** The annotation in a record, or `null` when its edition has not arrived here. */
export function annotationOf({ annotation }: MarkRecord, editions: readonly string[]): Annotation | null {
  const edition = editions.indexOf(annotation.edition) + 1
  if (edition === 0) return null
  const { owner = '', due = null, placements = [] } = annotation
  return {
    ...{ ...annotation, edition, owner, due },
    placements: placements.flatMap(({ edition: hash, anchor }) =>
      editions.includes(hash) ? { edition: editions.indexOf(hash) + 1, anchor } : []
    )
  }
}

/**
 * An annotation as it is stored. What `before`, the stored one that it replaces, says of editions that
 * are not here stays.
 */
export function storedAnnotation(
  annotation: Annotation,
  editions: readonly string[],
  before: StoredAnnotation | null
): StoredAnnotation {
  const hashOf = (edition: number): string => {
    const hash = editions[edition - 1]
    if (hash === undefined) throw new RangeError(`there is no edition ${edition}`)
    return hash
  }
  const elsewhere = (before?.placements ?? []).filter(({ edition }) => !editions.includes(edition))
  const here = annotation.placements.map(({ edition, anchor }) => ({ edition: hashOf(edition), anchor }))
  return { ...annotation, edition: hashOf(annotation.edition), placements: [...here, ...elsewhere] }
}

/** `content` with `record` in the place of the one with its id, or at the end. */
export function withRecord(content: MarksContent, record: MarkRecord): MarksContent {
  const at = content.records.findIndex(({ id }) => id === record.id)
  const records = at === -1 ? [...content.records, record] : content.records.with(at, record)
  return { ...content, records }
}
