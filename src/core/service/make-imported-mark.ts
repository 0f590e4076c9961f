import type { Annotation } from '../annotation/annotation'
import { type Anchor, placelessAnchor } from '../anchor/anchor'
import { describeRange } from '../anchor/describe-range'
import type { ForeignAnnotation, ForeignSelector, ForeignTarget } from '../interchange/foreign-annotation'
import { foreignId } from '../interchange/foreign-id'
import { importWords } from '../interchange/import-words'
import { mergeAnnotation } from '../interchange/merge-annotation'
import { placeTarget, quoteIn, TargetText } from '../interchange/place-target'
import type { AnnotationPlaces } from './annotate'
import type { ReaderHost } from './ports'

/** Where marks from elsewhere are to go. */
export interface MarkDestination {
  readonly briefing: string
  readonly edition: number
  /** The editions that words are looked for in, the newest first. */
  readonly texts: readonly { readonly edition: number; readonly text: TargetText }[]
}

/** One passage that an annotation is about. */
export interface ImportedPassage {
  readonly annotation: ForeignAnnotation
  readonly target: ForeignTarget
  readonly part: number
}

/** A mark, and why it has no place when it has none. */
export interface ImportedMark {
  readonly mark: Annotation
  readonly reason: string | null
}

/** Its editions up to `edition`, to look for words in. */
export async function destinationOf(
  { texts }: AnnotationPlaces,
  briefing: string,
  edition: number
): Promise<MarkDestination> {
  const numbers = Array.from({ length: edition }, (_, before) => edition - before)
  const found = numbers.map(async (number) => ({
    edition: number,
    text: new TargetText(await texts.text(briefing, number))
  }))
  return { briefing, edition, texts: await Promise.all(found) }
}

/** The mark that a passage becomes; of one that is here, `known` tells. Nothing is written. */
export async function makeImportedMark(
  host: ReaderHost,
  { placing }: AnnotationPlaces,
  {
    destination,
    passage,
    known
  }: {
    readonly destination: MarkDestination
    readonly passage: ImportedPassage
    readonly known: (id: string) => Annotation | undefined
  }
): Promise<ImportedMark> {
  const { briefing, edition } = destination
  const id = foreignId({ ...passage, briefing }, host.digest)
  const place = findPlace(destination, passage.target.selectors)
  const own = known(id)
  const found = place.anchor === null || place.reason !== null ? null : { ...place, anchor: place.anchor }
  const mark =
    own === undefined
      ? newMark(passage, { ...place, id, briefing, now: host.now() })
      : mergeAnnotation(own, { annotation: passage.annotation, place: found })
  if (own === undefined && place.edition === edition) return { mark, reason: place.reason }
  // Words of an earlier edition are carried over to this one, and may be gone from it.
  const { range, anchor } = await placing.place(mark, Math.max(edition, mark.edition))
  const isLost = range === null && anchor !== null
  return {
    mark,
    reason: isLost ? importWords.absent(anchor.quote.exact) : place.anchor === null ? place.reason : null
  }
}

interface Place {
  readonly edition: number
  readonly anchor: Anchor | null
  readonly reason: string | null
}

function findPlace({ edition, texts }: MarkDestination, selectors: readonly ForeignSelector[]): Place {
  if (selectors.length === 0) return { edition, anchor: null, reason: null }
  const tried = texts.map(({ text, ...where }) => ({ ...where, text, place: placeTarget(text, selectors) }))
  for (const { place, text, edition: number } of tried) {
    if ('range' in place) {
      return { edition: number, anchor: describeRange(text.searched.text, place.range), reason: null }
    }
  }
  const quote = quoteIn(selectors)
  const why = tried[0]?.place
  if (quote === null) return { edition, anchor: null, reason: importWords.noWords(typesOf(selectors)) }
  const isAmbiguous = why !== undefined && 'reason' in why && why.reason === 'ambiguous'
  const reason = isAmbiguous ? importWords.ambiguous(quote.exact) : importWords.absent(quote.exact)
  return { edition, anchor: placelessAnchor(quote), reason }
}

function typesOf(selectors: readonly ForeignSelector[]): string {
  const types = selectors.map((selector) => (selector.kind === 'other' ? selector.type : selector.kind))
  return [...new Set(types)].join(' and ')
}

function newMark(
  { annotation }: ImportedPassage,
  {
    now,
    anchor,
    edition,
    id,
    briefing
  }: Place & { readonly id: string; readonly briefing: string; readonly now: string }
): Annotation {
  const { note, tags, type, owner, due, author, color, style, id: via } = annotation
  const created = annotation.created ?? annotation.modified ?? now
  return {
    ...{ id, briefing, edition, anchor, note, tags, type, owner, due, author, created },
    color: color ?? 'yellow',
    style: style ?? 'highlight',
    modified: annotation.modified ?? created,
    placements: [],
    ...(via === null || via === `urn:uuid:${id}` ? {} : { via })
  }
}
