import { describeRange } from '../anchor/describe-range'
import { findQuote } from '../anchor/find-quote'
import { resolveAnchor } from '../anchor/resolve-anchor'
import type { Annotation, AnnotationChange } from '../annotation/annotation'
import type { CallInput } from '../contract/calls'
import type { PlacedAnnotation, ReaderApi } from '../contract/api'
import { ReaderError } from '../problem/reader-error'
import type { TextRange } from '../text/text-range'
import type { BriefingTexts } from './briefing-texts'
import type { ReaderHost } from './ports'

type AnnotationCalls = Pick<
  ReaderApi,
  | 'addAnnotation'
  | 'annotateQuote'
  | 'changeAnnotation'
  | 'deleteAnnotation'
  | 'restoreAnnotation'
  | 'annotationVersions'
  | 'restoreVersion'
  | 'listAnnotations'
>

/** The use cases that make, change and list marks. Each answers when the mark is on disk. */
export function annotationCalls(host: ReaderHost, texts: BriefingTexts): AnnotationCalls {
  const { library } = host

  async function create(input: NewAnnotation): Promise<PlacedAnnotation> {
    const { edition } = await texts.briefing(input.briefing)
    const text = await texts.text(input.briefing, edition)
    const range = await input.locate(text)
    if (range.start >= range.end || range.end > text.length) throw new ReaderError({ code: 'range-invalid' })
    const now = host.now()
    const annotation: Annotation = {
      id: host.newId(),
      briefing: input.briefing,
      edition,
      anchor: describeRange(text, range),
      color: input.color ?? 'yellow',
      style: input.style ?? 'highlight',
      type: input.type ?? 'note',
      note: input.note ?? '',
      tags: input.tags ?? [],
      author: (await host.settings.read()).author,
      created: now,
      modified: now
    }
    await library.saveAnnotation(annotation)
    return { ...annotation, range }
  }

  return {
    addAnnotation: ({ range, ...input }) => create({ ...input, locate: () => range }),
    annotateQuote: ({ quote, ...input }) => create({ ...input, locate: (text) => onlyPlaceOf(text, quote) }),
    async changeAnnotation({ briefing, id, change }) {
      const annotation = await liveAnnotation(host, briefing, id)
      const changed = { ...withChange(annotation, change), modified: host.now() }
      await library.saveAnnotation(changed)
      return placeAnnotation(changed, await texts.text(briefing, changed.edition))
    },
    async deleteAnnotation({ briefing, id }) {
      await library.deleteAnnotation(briefing, id)
      return null
    },
    async restoreAnnotation({ briefing, id }) {
      const annotation = await library.restoreAnnotation(briefing, id)
      return placeAnnotation(annotation, await texts.text(briefing, annotation.edition))
    },
    annotationVersions: ({ briefing, id }) => library.annotationVersions(briefing, id),
    async restoreVersion({ briefing, id, key }) {
      const versions = await library.annotationVersions(briefing, id)
      const version = versions.find((candidate) => candidate.key === key)
      if (version === undefined) throw new ReaderError({ code: 'annotation-unknown', id })
      const restored = { ...version.annotation, modified: host.now() }
      await library.saveAnnotation(restored)
      return placeAnnotation(restored, await texts.text(briefing, restored.edition))
    },
    async listAnnotations({ briefing }) {
      const ids =
        briefing === undefined
          ? (await library.list()).filter((summary) => summary.annotations > 0).map(({ id }) => id)
          : [(await texts.briefing(briefing)).id]
      const placed: PlacedAnnotation[] = []
      for (const id of ids) placed.push(...(await placedAnnotations(host, texts, id)))
      return placed
    }
  }
}

/** The live annotations of a briefing with the places of their words, in the order of the text. */
export async function placedAnnotations(
  { library }: ReaderHost,
  texts: BriefingTexts,
  id: string
): Promise<readonly PlacedAnnotation[]> {
  const annotations = await library.annotations(id)
  const placed = await Promise.all(
    annotations.map(async (annotation) =>
      placeAnnotation(annotation, await texts.text(id, annotation.edition))
    )
  )
  return placed.sort(byPlace)
}

type NewAnnotation = Omit<CallInput<'annotateQuote'>, 'quote'> & {
  readonly locate: (text: string) => TextRange
}

function placeAnnotation(annotation: Annotation, text: string): PlacedAnnotation {
  return { ...annotation, range: resolveAnchor(text, annotation.anchor) }
}

function withChange(annotation: Annotation, change: AnnotationChange): Annotation {
  return {
    ...annotation,
    color: change.color ?? annotation.color,
    style: change.style ?? annotation.style,
    type: change.type ?? annotation.type,
    note: change.note ?? annotation.note,
    tags: change.tags ?? annotation.tags
  }
}

async function liveAnnotation({ library }: ReaderHost, briefing: string, id: string): Promise<Annotation> {
  const annotation = (await library.annotations(briefing)).find((candidate) => candidate.id === id)
  if (annotation === undefined) throw new ReaderError({ code: 'annotation-unknown', id })
  return annotation
}

function onlyPlaceOf(text: string, quote: CallInput<'annotateQuote'>['quote']): TextRange {
  const places = findQuote(text, quote)
  const [only] = places
  if (only === undefined) throw new ReaderError({ code: 'quote-missing', quote: quote.exact })
  if (places.length > 1) {
    throw new ReaderError({ code: 'quote-ambiguous', quote: quote.exact, count: places.length })
  }
  return only
}

/** By place, the longer one first where two begin together; what has no place comes last. */
function byPlace(a: PlacedAnnotation, b: PlacedAnnotation): number {
  if (a.range === null || b.range === null) return Number(a.range === null) - Number(b.range === null)
  return a.range.start - b.range.start || b.range.end - a.range.end || (a.id < b.id ? -1 : 1)
}
