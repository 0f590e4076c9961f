import type { BriefingSummary } from '../briefing/briefing'
import { likenessOf } from '../carry-over/likeness'
import type { ImportedDocument } from '../import/imported-file'
import { canonicalText } from '../text/canonical-text'
import type { BriefingTexts } from './briefing-texts'
import type { Library } from './ports'

/** From the same address, a text that shares less is another one that stands at the same address, as a digest does. */
const SAME_SOURCE_LIKENESS = 0.4
/** Two issues of a series share their phrases; two versions of one text share nearly everything. */
const PROPOSED_LIKENESS = 0.6
/** So many briefings are read to be compared with one that comes in. */
const MOST_COMPARED = 12
/** A version that is longer or shorter by more than this factor is no version. */
const MOST_GROWTH = 2

/** What came in: what stood in it, and the name of its file. */
export interface Newcomer {
  readonly document: ImportedDocument
  /** `null` for what was pasted or piped. */
  readonly fileName: string | null
}

/** Where newcomers are looked for. */
interface KnownBriefings {
  readonly library: Pick<Library, 'list' | 'editions'>
  readonly texts: BriefingTexts
}

/** The briefing that a document may be a new edition of, and whether that is certain enough to act on. */
export interface RecognisedEdition {
  readonly briefing: BriefingSummary
  readonly isCertain: boolean
}

/**
 * Look for the briefing of which a newcomer is a changed version. Certain is only one that tells of the
 * same day and came from the same address, or without addresses from a file of the same name and is
 * alike too: a digest is saved under one name every day. What is merely alike is for a person to decide.
 */
export async function recogniseEdition(
  { document, fileName }: Newcomer,
  { library, texts }: KnownBriefings
): Promise<RecognisedEdition | null> {
  const text = canonicalText(document.tree)
  let best: { briefing: BriefingSummary; likeness: number } | null = null
  for (const briefing of candidatesFor(document, await library.list())) {
    const likeness = likenessOf(await texts.text(briefing.id, briefing.edition), text)
    if (likeness > (best?.likeness ?? 0)) best = { briefing, likeness }
  }
  if (best === null) return null
  const { briefing, likeness } = best
  if (isSameAddress(document, briefing) && likeness >= SAME_SOURCE_LIKENESS) {
    return { briefing, isCertain: true }
  }
  if (likeness < PROPOSED_LIKENESS) return null
  const isSameFile = fileName !== null && fileName === (await fileNameOf(briefing, library))
  const isDated = document.date !== null
  return { briefing, isCertain: isSameFile && isDated && !hasAddress(document, briefing) }
}

async function fileNameOf(
  { id, edition }: BriefingSummary,
  library: Pick<Library, 'editions'>
): Promise<string | null> {
  const facts = (await library.editions(id)).find(({ number }) => number === edition)
  return facts === undefined ? null : baseName(facts.name)
}

/** The name of a file without its folders. */
export function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
}

/** Those of the same day that have the same source or title, or are of about the same length. */
function candidatesFor(
  document: ImportedDocument,
  library: readonly BriefingSummary[]
): readonly BriefingSummary[] {
  const ofTheDay = library.filter(
    ({ date, language }) => date === document.date && language === document.language
  )
  const named = ofTheDay.filter(
    (briefing) => isSameAddress(document, briefing) || briefing.title === document.title
  )
  const alike = ofTheDay.filter(
    ({ words }) =>
      document.date !== null && words <= document.words * MOST_GROWTH && words >= document.words / MOST_GROWTH
  )
  return [...new Set([...named, ...alike])].slice(0, MOST_COMPARED)
}

function isSameAddress({ sourceUrl }: ImportedDocument, briefing: BriefingSummary): boolean {
  return sourceUrl !== null && sourceUrl === briefing.sourceUrl
}

function hasAddress({ sourceUrl }: ImportedDocument, briefing: BriefingSummary): boolean {
  return sourceUrl !== null || briefing.sourceUrl !== null
}
