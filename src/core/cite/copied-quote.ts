import type * as Hast from 'hast'
import { toHtml } from 'hast-util-to-html'
import { tag, text } from '../formats/html-page'
import { type Citation, linkTo, oneLine, writePlaceAndDay } from './citation'

/** Words that are copied with where they stand. */
export interface CitedQuote {
  readonly citation: Citation
  /** The words; `''` where only the place is copied. */
  readonly quote: string
  /** BCP 47 */
  readonly language: string | null
}

/** The same in the two forms that a clipboard takes. */
interface CopiedQuotes {
  readonly text: string
  readonly html: string
}

/** Letters that are written from right to left (Unicode scripts of strong direction R and AL). */
const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u
/** Marks of UAX #9: what stands between an isolate and its end is ordered by itself. */
const [LEFT_ISOLATE, FIRST_STRONG_ISOLATE, END_OF_ISOLATE, RIGHT_MARK] = [
  '\u2066',
  '\u2068',
  '\u2069',
  '\u200f'
]

/** Quotes with their sources and links: `“quote” (Title, 2024-01-16 §3 ¶2) briefing-reader://…`; several are a list. */
export function copiedQuotes(quotes: readonly CitedQuote[]): CopiedQuotes {
  const [first] = quotes
  if (first !== undefined && quotes.length === 1) {
    return { text: plain(first), html: toHtml(tag('p', content(first), attributes(first))) }
  }
  const items = quotes.map((quote) => tag('li', content(quote), attributes(quote)))
  return { text: quotes.map((quote) => `- ${plain(quote)}`).join('\n'), html: toHtml(tag('ul', items)) }
}

/**
 * Plain text for a reader of its own direction: in an Arabic line the day, the place and the link
 * would be torn apart without marks. A text that goes from left to right alone gets none.
 */
function plain({ citation, quote }: CitedQuote): string {
  const isRightToLeft = citation.source.dir === 'rtl'
  const own = (words: string): string =>
    isRightToLeft || RIGHT_TO_LEFT.test(words) ? isolated(FIRST_STRONG_ISOLATE, words) : words
  const latin = (words: string): string =>
    isRightToLeft && words !== '' ? isolated(LEFT_ISOLATE, words) : words
  const title = own(oneLine(citation.source.title))
  const place = latin(writePlaceAndDay(citation))
  const source = place === '' ? title : `${title}, ${place}`
  const words = quote === '' ? source : `“${own(quote)}” (${source})`
  return `${isRightToLeft ? RIGHT_MARK : ''}${words} ${latin(linkTo(citation))}`
}

function content({ citation, quote, language }: CitedQuote): Hast.ElementContent[] {
  const { title } = citation.source
  const place = writePlaceAndDay(citation)
  const source = tag(
    'a',
    [
      tag('bdi', [text(oneLine(title))]),
      ...(place === '' ? [] : [text(', '), tag('span', [text(place)], { dir: 'ltr' })])
    ],
    { href: linkTo(citation) }
  )
  if (quote === '') return [source]
  const words = tag('bdi', lines(quote), language === null ? {} : { lang: language })
  return [text('“'), words, text('” ('), source, text(')')]
}

function lines(quote: string): Hast.ElementContent[] {
  return quote.split('\n').flatMap((line, index) => (index === 0 ? [text(line)] : [tag('br'), text(line)]))
}

function attributes({ citation }: CitedQuote): Hast.Properties {
  return { dir: citation.source.dir }
}

function isolated(opening: string, words: string): string {
  return `${opening}${words}${END_OF_ISOLATE}`
}
