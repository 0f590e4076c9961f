import * as v from 'valibot'
import type { Anchor } from '../anchor/anchor'
import type { ParagraphMarking } from '../marking/paragraph-marking'
import { mergeVersions, type Versioned, VersionVectorSchema } from './versioned'

const Offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** The marking of one paragraph as a device last wrote it; one that was taken away stays as a record. */
export interface ParagraphMarkingRecord extends Versioned {
  readonly id: string
  /** SHA-256 of the edition that `anchor` speaks of: numbers move when an edition arrives late. */
  readonly edition: string
  readonly anchor: Anchor
  readonly marking: string | null
}

export const ParagraphMarkingsSchema = v.array(
  v.looseObject({
    id: v.string(),
    version: VersionVectorSchema,
    changed: v.string(),
    edition: v.string(),
    anchor: v.looseObject({
      position: v.looseObject({ start: Offset, end: Offset }),
      quote: v.looseObject({ exact: v.string(), prefix: v.string(), suffix: v.string() })
    }),
    marking: v.nullable(v.string())
  })
)

/** What each device says of the paragraphs' markings. */
export type SaidMarkings = readonly { readonly paragraphMarkings?: readonly ParagraphMarkingRecord[] }[]

/** The versions of one paragraph's marking that no other has seen, the one that is shown first. */
export function markingVersions(contents: SaidMarkings, id: string): readonly ParagraphMarkingRecord[] {
  const said = contents.flatMap(({ paragraphMarkings = [] }) => paragraphMarkings)
  return mergeVersions(said.filter((record) => record.id === id))
}

/** What all devices together say, on the editions that are here; those that were taken away have `null`. */
export function mergeParagraphMarkings(
  contents: SaidMarkings,
  editions: readonly string[]
): readonly ParagraphMarking[] {
  const ids = new Set(contents.flatMap(({ paragraphMarkings = [] }) => paragraphMarkings.map(({ id }) => id)))
  return [...ids].flatMap((id) => {
    const [shown] = markingVersions(contents, id)
    const edition = shown === undefined ? 0 : editions.indexOf(shown.edition) + 1
    if (shown === undefined || edition === 0) return []
    return { id, edition, anchor: shown.anchor, marking: shown.marking }
  })
}

/** `records` with `record` in the place of the one with its id, or at the end. */
export function withParagraphMarking(
  records: readonly ParagraphMarkingRecord[],
  record: ParagraphMarkingRecord
): readonly ParagraphMarkingRecord[] {
  const at = records.findIndex(({ id }) => id === record.id)
  return at === -1 ? [...records, record] : records.with(at, record)
}
