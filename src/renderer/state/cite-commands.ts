import type { PlacedAnnotation } from '#core/annotation/placed-annotation'
import { writeCitation } from '#core/cite/citation'
import { type CitedQuote, copiedQuotes } from '#core/cite/copied-quote'
import type { TextRange } from '#core/text/text-range'
import { words } from '../words/english'
import { inHand } from './in-hand'
import type { OpenDocument } from './open-document.svelte'
import type { Reader } from './reader.svelte'

/** Copy with their sources and links what is in hand: words that are selected or below the cursor, or marks. */
export async function copyCited(reader: Reader): Promise<void> {
  const { document, notices } = reader
  if (document === null) return
  const hand = inHand(document)
  if (hand === null) return notices.announce(words.marks.selectFirst)
  const quotes =
    hand.kind === 'marks'
      ? hand.marks.map((mark) => quoteOf(document, mark))
      : [wordsAt(document, hand.range)]
  await copyQuotes(reader, quotes)
}

/** Copy the words of a mark with their source and link. */
export async function copyMark(reader: Reader, mark: PlacedAnnotation): Promise<void> {
  if (reader.document !== null) await copyQuotes(reader, [quoteOf(reader.document, mark)])
}

/** Copy where a paragraph stands, or the first to the last of several, by the indexes of their blocks. */
export async function copyPlace(reader: Reader, document: OpenDocument, indexes: string): Promise<void> {
  const [first, last] = indexes.split(' ').map((index) => document.plan.blocks[Number(index)])
  if (first === undefined || last === undefined) return
  const citation = document.citationOf({ start: first.start, end: last.end })
  await copyQuotes(reader, [{ citation, quote: '', language: document.briefing.language }])
}

/** Show the numbers of the paragraphs, or hide them; remembered on this device. */
export function toggleNumbers({ settings, notices }: Reader): void {
  const paragraphNumbers = !settings.current.paragraphNumbers
  void settings.change({ paragraphNumbers })
  notices.announce(paragraphNumbers ? words.cite.shown : words.cite.hidden)
}

async function copyQuotes({ api, notices }: Reader, quotes: readonly CitedQuote[]): Promise<void> {
  const done = await notices.attempt(async () => void (await api.copyText(copiedQuotes(quotes))))
  if (done) notices.tell(words.cite.copied(quotes.map(({ citation }) => writeCitation(citation))))
}

function wordsAt(document: OpenDocument, range: TextRange): CitedQuote {
  const { briefing, plan } = document
  return {
    citation: document.citationOf(range),
    quote: plan.text.slice(range.start, range.end),
    language: briefing.language
  }
}

/** A mark without a place here is quoted as it was made. */
function quoteOf(document: OpenDocument, mark: PlacedAnnotation): CitedQuote {
  return mark.range === null
    ? { citation: document.citationOf(null), quote: mark.quote, language: document.briefing.language }
    : wordsAt(document, mark.range)
}
