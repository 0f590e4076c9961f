import { describeRange } from '../anchor/describe-range'
import { findQuote } from '../anchor/find-quote'
import type { Briefing, BriefingSummary } from '../briefing/briefing'
import { carryRange } from '../carry-over/carry-range'
import type { CitedPassage } from '../cite/cited-passage'
import { citePlace, type NumberedText, placeOf, rangeOfPlace } from '../cite/cited-place'
import { fitting } from '../cite/fitting-briefings'
import { linkIn } from '../cite/deep-link'
import { type ReadCitation, readCitation } from '../cite/read-citation'
import type { ReaderApi } from '../contract/api'
import type { CallInput } from '../contract/calls'
import { ReaderError } from '../problem/reader-error'
import { blocksOf } from '../text/canonical-text'
import { numberParagraphs } from '../text/paragraphs'
import type { TextRange } from '../text/text-range'
import type { BriefingTexts } from './briefing-texts'
import type { Library } from './ports'

/** So many briefings of one day are read to see which of them have the place. */
const MOST_READ = 12

/** The use case that follows a citation or a link into the library. */
export function citationCalls(library: Library, texts: BriefingTexts): Pick<ReaderApi, 'findCited'> {
  return {
    async findCited(asked) {
      const citation = readCitation(asked.text)
      if (citation === null) throw unreadable(asked.text)
      const found = await candidates(library, citation, asked)
      const [only] = found
      if (only === undefined) throw new ReaderError({ code: 'citation-unknown', citation: asked.text.trim() })
      return found.length > 1
        ? { kind: 'several', briefings: found }
        : passageIn({ library, texts }, only, { citation, open: asked.open })
    }
  }
}

function unreadable(text: string): ReaderError {
  const link = linkIn(text)
  return new ReaderError(
    link === null ? { code: 'citation-unknown', citation: text.trim() } : { code: 'link-damaged', link }
  )
}

/** The briefings that a citation may be from: of several those that have the place, when any has. */
async function candidates(
  library: Library,
  citation: ReadCitation,
  { briefing, open }: CallInput<'findCited'>
): Promise<readonly BriefingSummary[]> {
  const all = await library.list()
  const named = briefing ?? citation.link?.briefing ?? null
  if (named !== null) {
    const known = all.filter(({ id }) => id === named)
    // A briefing in the trash says so itself.
    if (known.length === 0 && (await library.find(named)) === null)
      throw new ReaderError({ code: 'link-without-briefing' })
    return known
  }
  const isOfOpen = citation.date === null && citation.before === ''
  const fits = isOfOpen ? all.filter(({ id }) => id === open?.briefing) : fitting(all, citation)
  if (fits.length < 2 || fits.length > MOST_READ || citation.place === null) return fits
  const having: BriefingSummary[] = []
  for (const candidate of fits) {
    const text = await numberedText(library, candidate.id, editionOf(citation, candidate))
    if (text !== null && rangeOfPlace(text, citation.place) !== null) having.push(candidate)
  }
  return having.length > 0 ? having : fits
}

/** A citation without an edition was written when there was only the first. */
function editionOf({ edition, place, link }: ReadCitation, { edition: newest }: Briefing): number {
  const isOfPlace = place !== null || link?.range != null || link?.quote != null
  return edition ?? (isOfPlace ? 1 : newest)
}

async function numberedText(library: Library, id: string, edition: number): Promise<NumberedText | null> {
  const editions = await library.editions(id)
  if (!editions.some(({ number }) => number === edition)) return null
  const blocks = blocksOf(await library.tree(id, edition))
  return { blocks, numbers: numberParagraphs(blocks) }
}

interface Places {
  readonly library: Library
  readonly texts: BriefingTexts
}

async function passageIn(
  { library, texts }: Places,
  briefing: Briefing,
  { citation, open }: { readonly citation: ReadCitation; readonly open: CallInput<'findCited'>['open'] }
): Promise<CitedPassage> {
  const { id, title, edition: newest } = briefing
  const edition = editionOf(citation, briefing)
  const text = await numberedText(library, id, edition)
  if (text === null) throw new ReaderError({ code: 'cited-edition-unknown', title, edition, newest })
  const range = rangeIn(text, await texts.text(id, edition), { citation, title })
  const isShown = edition === newest || (open?.briefing === id && open.edition === edition)
  if (isShown || range === null) return { kind: 'passage', briefing: id, edition, range, aged: null }
  const diff = await texts.comparison(id, edition, newest)
  const carried = carryRange(diff, range, describeRange(diff.before, range).quote)
  const now = await numberedText(library, id, newest)
  const aged = { edition, newest, status: carried.status, was: cited(text, range), is: '' }
  if (carried.range === null || now === null) return { kind: 'passage', briefing: id, edition, range, aged }
  const shown = isOfWholeParagraphs(text, range) ? wholeParagraphs(now, carried.range) : carried.range
  return {
    kind: 'passage',
    briefing: id,
    edition: newest,
    range: shown,
    aged: { ...aged, is: cited(now, shown) }
  }
}

function isOfWholeParagraphs(text: NumberedText, range: TextRange): boolean {
  const whole = wholeParagraphs(text, range)
  return whole.start === range.start && whole.end === range.end
}

function wholeParagraphs(text: NumberedText, range: TextRange): TextRange {
  const place = placeOf(text, range)
  return (place === null ? null : rangeOfPlace(text, place)) ?? range
}

/** The passage that is cited, or `null` for the whole briefing. A position wins over words, words over a paragraph. */
function rangeIn(
  numbered: NumberedText,
  text: string,
  { citation, title }: { readonly citation: ReadCitation; readonly title: string }
): TextRange | null {
  const { place, link } = citation
  if (link?.range != null && link.range.end <= text.length) return link.range
  const paragraph = place === null ? null : rangeOfPlace(numbered, place)
  const quoted = link?.quote == null ? null : quoteIn(text, link.quote, paragraph)
  if (quoted !== null || paragraph !== null) return quoted ?? paragraph
  if (place !== null) throw new ReaderError({ code: 'cited-place-unknown', title, place: citePlace(place) })
  return null
}

/** Words that stand once in the text, or once in the paragraph that is named with them. */
function quoteIn(text: string, exact: string, paragraph: TextRange | null): TextRange | null {
  const all = findQuote(text, { exact, prefix: '', suffix: '' })
  const inside = all.filter(
    ({ start, end }) => paragraph !== null && start >= paragraph.start && end <= paragraph.end
  )
  const [found, ...others] = inside.length > 0 ? inside : all
  return found === undefined || others.length > 0 ? null : found
}

function cited(text: NumberedText, range: TextRange): string {
  const place = placeOf(text, range)
  return place === null ? '' : citePlace(place)
}
