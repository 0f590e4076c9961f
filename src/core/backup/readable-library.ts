import { annotationOf, liveAnnotations, recordsInTrash } from '../store/marks'
import { mergeParagraphMarkings } from '../store/paragraph-markings'
import { type BriefingRecords, catalogued } from '../store/summary'
import type { Annotation } from '../annotation/annotation'

/** A briefing as `library.json` gives it; docs/backup-format.md says what each field means. */
export interface ReadableBriefing {
  readonly id: string
  readonly title: string
  readonly date: string | null
  readonly language: string | null
  readonly dir: 'ltr' | 'rtl'
  readonly tags: readonly string[]
  readonly sourceUrl: string | null
  readonly added: string
  /** How the whole of it is to be handled. */
  readonly marking: string | null
  /** How its paragraphs are, each by its words and where they stand in which edition. */
  readonly markings: readonly ReadableMarking[]
  readonly trashed: string | null
  readonly editions: readonly ReadableEdition[]
  readonly annotations: readonly ReadableAnnotation[]
}

/** How one paragraph is to be handled; `start` and `end` count code units in the text of its edition. */
export interface ReadableMarking {
  readonly marking: string
  readonly edition: number
  readonly quote: string
  readonly start: number
  readonly end: number
}

export interface ReadableEdition {
  readonly number: number
  readonly name: string
  readonly imported: string
  /** SHA-256 of the original. */
  readonly sha256: string
  readonly size: number
  /** Where the original lies, seen from `library.json`. */
  readonly original: string
}

export interface ReadableAnnotation extends Omit<Annotation, 'anchor' | 'briefing' | 'placements'> {
  /** Empty for a note on the whole briefing, as are its context and its place. */
  readonly quote: string
  readonly prefix: string
  readonly suffix: string
  /** UTF-16 code units in the canonical text (docs/canonical-text.md); `end` is out. */
  readonly start: number
  readonly end: number
  readonly deleted: string | null
}

/** Everything that a person would want to read of a briefing, or `null` when there is nothing of it. */
export function readableBriefing(
  records: BriefingRecords,
  originalOf: (sha256: string, extension: string) => string
): ReadableBriefing | null {
  const known = catalogued(records, '')
  if (known === null) return null
  const { id, title, date, language, dir, tags, sourceUrl, added, marking } = known.summary
  const editions = records.editions.map((source, index) => ({
    number: index + 1,
    name: source.name,
    imported: source.imported,
    sha256: source.sha256,
    size: source.size,
    original: originalOf(source.sha256, source.extension)
  }))
  const annotations = annotationsOf(records)
  return {
    id,
    title,
    date,
    language,
    dir,
    tags,
    sourceUrl,
    added,
    marking,
    markings: markingsOf(records),
    trashed: known.trashed,
    editions,
    annotations
  }
}

/** In the order of the text; those that were taken away are not there. */
function markingsOf({ meta, editions }: BriefingRecords): readonly ReadableMarking[] {
  const hashes = editions.map(({ sha256 }) => sha256)
  return mergeParagraphMarkings(meta, hashes)
    .flatMap(({ marking, edition, anchor: { quote, position } }) =>
      marking === null
        ? []
        : { marking, edition, quote: quote.exact, start: position.start, end: position.end }
    )
    .sort((a, b) => a.edition - b.edition || a.start - b.start)
}

/** In the order of the text, those in the trash after the others. */
function annotationsOf({ marks, editions }: BriefingRecords): readonly ReadableAnnotation[] {
  const hashes = editions.map(({ sha256 }) => sha256)
  const live = liveAnnotations(marks, hashes).map((annotation) => readable(annotation, null))
  const deleted = recordsInTrash(marks).flatMap((record) => {
    const annotation = annotationOf(record, hashes)
    return annotation === null ? [] : readable(annotation, record.deleted)
  })
  return [...live.sort(byPlace), ...deleted.sort(byPlace)]
}

function readable(annotation: Annotation, deleted: string | null): ReadableAnnotation {
  const { briefing, anchor, placements, ...rest } = annotation
  const { exact, prefix, suffix } = anchor?.quote ?? { exact: '', prefix: '', suffix: '' }
  const { start, end } = anchor?.position ?? { start: 0, end: 0 }
  return { ...rest, quote: exact, prefix, suffix, start, end, deleted }
}

function byPlace(a: ReadableAnnotation, b: ReadableAnnotation): number {
  return a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1)
}
