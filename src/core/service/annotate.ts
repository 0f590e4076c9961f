import { describeRange } from '../anchor/describe-range'
import { findQuote } from '../anchor/find-quote'
import type { Annotation } from '../annotation/annotation'
import { withChange, withoutPlacement, withPlacement } from '../annotation/change-annotation'
import type { PlacedAnnotation } from '../annotation/placed-annotation'
import type { CallInput } from '../contract/calls'
import type { ReaderApi } from '../contract/api'
import { ReaderError } from '../problem/reader-error'
import type { TextRange } from '../text/text-range'
import type { BriefingTexts } from './briefing-texts'
import type { Placing } from './placing'
import type { ReaderHost } from './ports'

type AnnotationCalls = Pick<
  ReaderApi,
  | 'addAnnotation'
  | 'annotateQuote'
  | 'changeAnnotation'
  | 'placeAnnotation'
  | 'deleteAnnotation'
  | 'restoreAnnotation'
  | 'annotationVersions'
  | 'restoreVersion'
  | 'listAnnotations'
>

/** Where the words of marks are found. */
export interface AnnotationPlaces {
  readonly texts: BriefingTexts
  readonly placing: Placing
}

/** The use cases that make, change and list marks. Each answers when the mark is on disk. */
export function annotationCalls(host: ReaderHost, { texts, placing }: AnnotationPlaces): AnnotationCalls {
  const { library } = host

  async function placed(annotation: Annotation, shownIn?: number): Promise<PlacedAnnotation> {
    const edition = shownIn ?? (await texts.briefing(annotation.briefing)).edition
    return placing.place(annotation, Math.max(edition, annotation.edition))
  }

  async function create(input: NewAnnotation): Promise<PlacedAnnotation> {
    const newest = (await texts.briefing(input.briefing)).edition
    const edition = input.edition ?? newest
    const text = await texts.text(input.briefing, edition)
    const range = input.locate(text)
    const now = host.now()
    const annotation: Annotation = {
      id: host.newId(),
      briefing: input.briefing,
      edition,
      anchor: range === null ? null : describeRange(text, within(text, range)),
      color: input.color ?? 'yellow',
      style: input.style ?? 'highlight',
      type: input.type ?? 'note',
      owner: input.owner ?? '',
      due: input.due ?? null,
      note: input.note ?? '',
      tags: input.tags ?? [],
      author: (await host.settings.read()).author,
      created: now,
      modified: now,
      placements: []
    }
    await library.saveAnnotation(annotation)
    return placing.place(annotation, edition)
  }

  async function save(annotation: Annotation, shownIn?: number): Promise<PlacedAnnotation> {
    await library.saveAnnotation(annotation)
    return placed(annotation, shownIn)
  }

  return {
    addAnnotation: ({ range, ...input }) => create({ ...input, locate: () => range }),
    annotateQuote: ({ quote, ...input }) => create({ ...input, locate: (text) => onlyPlaceOf(text, quote) }),
    async changeAnnotation({ briefing, id, change, shownIn }) {
      const annotation = await liveAnnotation(host, briefing, id)
      return save({ ...withChange(annotation, change), modified: host.now() }, shownIn)
    },
    async placeAnnotation({ briefing, id, edition, range }) {
      const annotation = await liveAnnotation(host, briefing, id)
      if (range === 'carried') {
        return save({ ...withoutPlacement(annotation, edition), modified: host.now() }, edition)
      }
      const text = await texts.text(briefing, edition)
      const anchor = range === null ? null : describeRange(text, within(text, range))
      return save({ ...withPlacement(annotation, { edition, anchor }), modified: host.now() }, edition)
    },
    async deleteAnnotation({ briefing, id }) {
      await library.deleteAnnotation(briefing, id)
      return null
    },
    async restoreAnnotation({ briefing, id, shownIn }) {
      return placed(await library.restoreAnnotation(briefing, id), shownIn)
    },
    annotationVersions: ({ briefing, id }) => library.annotationVersions(briefing, id),
    async restoreVersion({ briefing, id, key, shownIn }) {
      const versions = await library.annotationVersions(briefing, id)
      const version = versions.find((candidate) => candidate.key === key)
      if (version === undefined) throw new ReaderError({ code: 'annotation-unknown', id })
      return save({ ...version.annotation, modified: host.now() }, shownIn)
    },
    async listAnnotations({ briefing, edition }) {
      if (briefing !== undefined) {
        const { id, edition: newest } = await texts.briefing(briefing)
        return placing.all(id, edition ?? newest)
      }
      const all: PlacedAnnotation[] = []
      for (const summary of await library.list()) {
        if (summary.annotations > 0) all.push(...(await placing.all(summary.id, summary.edition)))
      }
      return all
    }
  }
}

type NewAnnotation = Omit<CallInput<'annotateQuote'>, 'quote'> & {
  readonly edition?: number | undefined
  readonly locate: (text: string) => TextRange | null
}

/** @throws ReaderError `range-invalid` */
function within(text: string, range: TextRange): TextRange {
  if (range.start >= range.end || range.end > text.length) throw new ReaderError({ code: 'range-invalid' })
  return range
}

async function liveAnnotation({ library }: ReaderHost, briefing: string, id: string): Promise<Annotation> {
  const annotation = await library.annotation(briefing, id)
  if (annotation === null) throw new ReaderError({ code: 'annotation-unknown', id })
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
