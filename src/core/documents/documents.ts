import * as v from 'valibot'
import { AnnotationTypeSchema, ColorSchema, StyleSchema } from '../annotation/annotation'
import type { PlacedAnnotation } from '../annotation/placed-annotation'
import type { BriefingSummary } from '../briefing/briefing'
import type { ExportedPdf, ImportReport, LibraryReport, OpenBriefing } from '../contract/api'
import { messageFor } from '../problem/message-for'
import type { Problem } from '../problem/problem'
import { canonicalText } from '../text/canonical-text'

/**
 * The JSON documents of the command line, as design.md's table gives them. They are promises to
 * other programs: a field is added, never renamed. Offsets are UTF-16 code units.
 */
const Id = v.string()
const MaybeText = v.nullable(v.string())

export const ErrorDocument = v.strictObject({
  error: v.strictObject({ code: v.string(), message: v.string() })
})

export const ImportDocument = v.strictObject({
  imported: v.array(
    v.strictObject({
      source: v.string(),
      id: Id,
      title: MaybeText,
      date: MaybeText,
      language: MaybeText,
      words: v.number(),
      edition: v.number(),
      duplicate: v.boolean(),
      /** Only for a new edition of a briefing that was here. */
      carried: v.optional(
        v.strictObject({ exact: v.number(), moved: v.number(), changed: v.number(), orphan: v.number() })
      ),
      /** A briefing that this one may be a new edition of. */
      resembles: v.optional(Id),
      warnings: v.array(v.string())
    })
  ),
  failed: v.array(v.strictObject({ source: v.string(), code: v.string(), reason: v.string() }))
})

export const ListDocument = v.array(
  v.strictObject({
    id: Id,
    title: MaybeText,
    date: MaybeText,
    language: MaybeText,
    tags: v.array(v.string()),
    annotations: v.number(),
    edition: v.number()
  })
)

export const ShowDocument = v.strictObject({
  id: Id,
  title: MaybeText,
  date: MaybeText,
  language: MaybeText,
  edition: v.number(),
  text: v.string(),
  tree: v.looseObject({ type: v.literal('root'), children: v.array(v.unknown()) })
})

export const AnnotationsDocument = v.array(
  v.strictObject({
    briefing: Id,
    id: Id,
    edition: v.number(),
    start: v.nullable(v.number()),
    end: v.nullable(v.number()),
    quote: v.string(),
    status: v.picklist(['exact', 'moved', 'changed', 'orphan']),
    confidence: v.number(),
    color: ColorSchema,
    style: StyleSchema,
    type: AnnotationTypeSchema,
    owner: v.string(),
    due: v.nullable(v.string()),
    tags: v.array(v.string()),
    note: v.string(),
    author: v.string(),
    created: v.string(),
    modified: v.string()
  })
)

export const ExportDocument = v.strictObject({
  file: v.string(),
  pages: v.number(),
  annotations: v.number(),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u))
})

export const CheckDocument = v.strictObject({
  ok: v.boolean(),
  briefings: v.number(),
  annotations: v.number(),
  problems: v.array(v.strictObject({ code: v.string(), id: v.nullable(Id), message: v.string() })),
  /** Only after a repair: what it did. */
  repaired: v.optional(v.array(v.string()))
})

export function errorDocument(problem: Problem): v.InferOutput<typeof ErrorDocument> {
  return { error: { code: problem.code, message: messageFor(problem) } }
}

export function importDocument({ imported, failed }: ImportReport): v.InferOutput<typeof ImportDocument> {
  return {
    imported: imported.map(({ source, briefing, duplicate, carried, resembles, warnings }) => ({
      source,
      id: briefing.id,
      title: briefing.title,
      date: briefing.date,
      language: briefing.language,
      words: briefing.words,
      edition: briefing.edition,
      duplicate,
      ...(carried === null ? {} : { carried: { ...carried } }),
      ...(resembles === null ? {} : { resembles: resembles.id }),
      warnings: [...warnings]
    })),
    failed: failed.map(({ source, problem }) => ({
      source,
      code: problem.code,
      reason: messageFor(problem)
    }))
  }
}

export function listDocument(briefings: readonly BriefingSummary[]): v.InferOutput<typeof ListDocument> {
  return briefings.map(({ id, title, date, language, tags, annotations, edition }) => ({
    id,
    title,
    date,
    language,
    tags: [...tags],
    annotations,
    edition
  }))
}

export function showDocument(opened: OpenBriefing, edition: number): v.InferOutput<typeof ShowDocument> {
  const { id, title, date, language } = opened.briefing
  const tree = { type: 'root' as const, children: [...opened.tree.children] }
  return { id, title, date, language, edition, text: canonicalText(opened.tree), tree }
}

export function annotationsDocument(
  annotations: readonly PlacedAnnotation[]
): v.InferOutput<typeof AnnotationsDocument> {
  return annotations.map(({ range, tags, ...rest }) => ({
    briefing: rest.briefing,
    id: rest.id,
    edition: rest.shownIn,
    start: range?.start ?? null,
    end: range?.end ?? null,
    quote: rest.quote,
    status: rest.status,
    confidence: rest.confidence,
    color: rest.color,
    style: rest.style,
    type: rest.type,
    owner: rest.owner,
    due: rest.due,
    tags: [...tags],
    note: rest.note,
    author: rest.author,
    created: rest.created,
    modified: rest.modified
  }))
}

export function exportDocument(exported: ExportedPdf): v.InferOutput<typeof ExportDocument> {
  const { path, pages, annotations, sha256 } = exported
  return { file: path, pages, annotations, sha256 }
}

export function checkDocument(report: LibraryReport): v.InferOutput<typeof CheckDocument> {
  const problems = report.faults.map(({ code, id, message }) => ({ code, id, message }))
  const { briefings, annotations } = report
  return { ok: problems.length === 0, briefings, annotations, problems }
}
