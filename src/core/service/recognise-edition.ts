import type { BriefingSummary } from '../briefing/briefing'
import { likenessOf } from '../carry-over/likeness'
import type { ImportedDocument } from '../import/imported-file'
import { canonicalText } from '../text/canonical-text'
import type { BriefingTexts } from './briefing-texts'

/** From the same source, a text that shares less is another one that stands at the same address, as a digest does. */
const SAME_SOURCE_LIKENESS = 0.4
/** Two issues of a series share their phrases; two versions of one text share nearly everything. */
const PROPOSED_LIKENESS = 0.6
/** So many briefings are read to be compared with one that comes in. */
const MOST_COMPARED = 12
/** A version that is longer or shorter by more than this factor is no version. */
const MOST_GROWTH = 2

/** The briefing that a document may be a new edition of, and whether that is certain enough to act on. */
export interface RecognisedEdition {
  readonly briefing: BriefingSummary
  readonly isCertain: boolean
}

/**
 * Look for the briefing of which `document` is a changed version. Only one that came from the same
 * address and tells of the same day is certain; what is merely alike is for a person to decide.
 */
export async function recogniseEdition(
  document: ImportedDocument,
  library: readonly BriefingSummary[],
  texts: BriefingTexts
): Promise<RecognisedEdition | null> {
  const text = canonicalText(document.tree)
  let best: { briefing: BriefingSummary; likeness: number } | null = null
  for (const briefing of candidatesFor(document, library)) {
    const likeness = likenessOf(await texts.text(briefing.id, briefing.edition), text)
    if (likeness > (best?.likeness ?? 0)) best = { briefing, likeness }
  }
  if (best === null) return null
  const { briefing, likeness } = best
  const isCertain = isSameSource(document, briefing) && likeness >= SAME_SOURCE_LIKENESS
  return isCertain || likeness >= PROPOSED_LIKENESS ? { briefing, isCertain } : null
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
    (briefing) => isSameSource(document, briefing) || briefing.title === document.title
  )
  const alike = ofTheDay.filter(
    ({ words }) =>
      document.date !== null && words <= document.words * MOST_GROWTH && words >= document.words / MOST_GROWTH
  )
  return [...new Set([...named, ...alike])].slice(0, MOST_COMPARED)
}

function isSameSource({ sourceUrl }: ImportedDocument, briefing: BriefingSummary): boolean {
  return sourceUrl !== null && sourceUrl === briefing.sourceUrl
}
