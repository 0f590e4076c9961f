import * as v from 'valibot'
import type { PlacedAnnotation } from '../annotation/placed-annotation'
import { describeRange } from '../anchor/describe-range'
import { inCodePoints } from '../text/code-points'

/** The context of every document here (Web Annotation Data Model, section 3.1). */
export const ANNOTATION_CONTEXT = 'http://www.w3.org/ns/anno.jsonld'

const TextualBody = v.object({
  type: v.literal('TextualBody'),
  value: v.string(),
  format: v.optional(v.string()),
  purpose: v.picklist(['commenting', 'tagging', 'classifying']),
  /** Of a class: who is to act on it, and by which day (schema.org, Action; the context has the prefix). */
  'schema:agent': v.optional(v.object({ type: v.literal('Person'), name: v.string() })),
  'schema:scheduledTime': v.optional(v.string())
})

/** An annotation as the W3C Web Annotation Data Model writes it; positions are code points. */
export const WebAnnotationSchema = v.object({
  '@context': v.optional(v.literal(ANNOTATION_CONTEXT)),
  id: v.pipe(v.string(), v.startsWith('urn:uuid:')),
  type: v.literal('Annotation'),
  motivation: v.picklist(['highlighting', 'commenting']),
  created: v.string(),
  modified: v.string(),
  creator: v.optional(v.object({ type: v.literal('Person'), name: v.string() })),
  /** Where another program has it (section 3.3.6). */
  via: v.optional(v.string()),
  body: v.array(TextualBody),
  target: v.object({
    source: v.pipe(v.string(), v.startsWith('urn:uuid:')),
    styleClass: v.array(v.string()),
    selector: v.array(
      v.variant('type', [
        v.object({ type: v.literal('TextPositionSelector'), start: v.number(), end: v.number() }),
        v.object({
          type: v.literal('TextQuoteSelector'),
          exact: v.string(),
          prefix: v.string(),
          suffix: v.string()
        })
      ])
    )
  })
})
export type WebAnnotation = v.InferOutput<typeof WebAnnotationSchema>

export const AnnotationPageSchema = v.object({
  '@context': v.literal(ANNOTATION_CONTEXT),
  id: v.pipe(v.string(), v.startsWith('urn:uuid:')),
  type: v.literal('AnnotationPage'),
  items: v.array(WebAnnotationSchema)
})
export type AnnotationPage = v.InferOutput<typeof AnnotationPageSchema>

/** One annotation on its own. `text` is the canonical text of the edition it speaks of. */
export function webAnnotation(annotation: PlacedAnnotation, text: string): WebAnnotation {
  const [item] = webAnnotations([annotation], text)
  if (item === undefined) throw new RangeError('one annotation gives one document')
  return { '@context': ANNOTATION_CONTEXT, ...item }
}

/** The annotations of several briefings as one page; `textOf` gives the text that an annotation speaks of. */
export function annotationPage(items: readonly WebAnnotation[], id: string): AnnotationPage {
  return { '@context': ANNOTATION_CONTEXT, id: `urn:uuid:${id}`, type: 'AnnotationPage', items: [...items] }
}

/** The annotations of one text, without a context each, for a page. */
export function webAnnotations(
  annotations: readonly PlacedAnnotation[],
  text: string
): readonly WebAnnotation[] {
  const offsets = annotations.flatMap(({ range }) => (range === null ? [] : [range.start, range.end]))
  const codePoints = inCodePoints(text, offsets)
  return annotations.map((annotation) => describe(annotation, text, codePoints))
}

function describe(
  annotation: PlacedAnnotation,
  text: string,
  codePoints: ReadonlyMap<number, number>
): WebAnnotation {
  const { id, briefing, author, created, modified, note, color, style, via } = annotation
  return {
    id: `urn:uuid:${id}`,
    type: 'Annotation',
    motivation: note === '' ? 'highlighting' : 'commenting',
    created,
    modified,
    ...(author === '' ? {} : { creator: { type: 'Person', name: author } }),
    ...(via === undefined ? {} : { via }),
    body: bodiesOf(annotation),
    target: {
      source: `urn:uuid:${briefing}`,
      styleClass: [color, style],
      selector: selectorsOf(annotation, text, codePoints)
    }
  }
}

/** The type of a mark stands as a classification, and who is to act with it; the ordinary type needs none. */
function bodiesOf({ note, tags, type, owner, due }: PlacedAnnotation): WebAnnotation['body'] {
  const comment = {
    type: 'TextualBody',
    value: note,
    format: 'text/markdown',
    purpose: 'commenting'
  } as const
  const classification = {
    type: 'TextualBody',
    value: type,
    purpose: 'classifying',
    ...(owner === '' ? {} : { 'schema:agent': { type: 'Person', name: owner } as const }),
    ...(due === null ? {} : { 'schema:scheduledTime': due })
  } as const
  const isClassified = type !== 'note' || owner !== '' || due !== null
  return [
    ...(note === '' ? [] : [comment]),
    ...tags.map((tag) => ({ type: 'TextualBody', value: tag, purpose: 'tagging' }) as const),
    ...(isClassified ? [classification] : [])
  ]
}

/** An orphan has no position: its quote alone says what it was about. */
function selectorsOf(
  { range, anchor }: PlacedAnnotation,
  text: string,
  codePoints: ReadonlyMap<number, number>
): WebAnnotation['target']['selector'] {
  if (anchor === null) return []
  const { exact, prefix, suffix } = range === null ? anchor.quote : describeRange(text, range).quote
  const quote = { type: 'TextQuoteSelector', exact, prefix, suffix } as const
  if (range === null) return [quote]
  const start = codePoints.get(range.start) ?? 0
  const end = codePoints.get(range.end) ?? 0
  return [{ type: 'TextPositionSelector', start, end }, quote]
}
