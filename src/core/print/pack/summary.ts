import { tag } from '../html'
import type { Html } from '../html'
import { WORDS } from '../print-words'
import type { PrintedPlaces } from '../printed-places'
import { shortenedLine } from '../shortened-line'
import { shortenedQuote } from '../shortened-quote'
import { ownPart } from './document-part'
import type { DocumentPart, PackContext } from './document-part'
import { noteBlock, packMarks, placeLine, quoteHtml } from './pack-mark'
import type { PackMark } from './pack-mark'
import { PageLinks } from './page-link'

/** Where a summary would not fit on a page, its quotes are shown by their beginnings; in ems. */
const SHORT_QUOTE = 60

/** Whether a draft had the summary, which begins with the heading of that index, on more than one page. */
export function isLongSummary(draft: PrintedPlaces | undefined, heading: number): boolean {
  const [first, next] = draft?.headings.slice(heading) ?? []
  return first !== undefined && next !== undefined && next - first > 1
}

/** The highlights that were chosen, in their order: the words, the note, and where they stand. */
export function summaryPart(context: PackContext): DocumentPart {
  const pages = new PageLinks(context.numbers)
  const marks = new Map(packMarks(context).map((mark) => [mark.annotation.id, mark]))
  const chosen = context.options.summary.flatMap((id) => marks.get(id) ?? [])
  const items = chosen.map((mark) =>
    tag('li', { className: [mark.annotation.color] }, itemOf(mark, context, pages))
  )
  const className = context.isSummaryLong ? ['chosen', 'tight'] : ['chosen']
  const list = tag('ol', { className }, items)
  return ownPart({ name: 'summary', title: WORDS.summary, targets: pages.targets }, [list], context)
}

function itemOf(mark: PackMark, context: PackContext, pages: PageLinks): Html[] {
  const { quote } = mark.annotation
  const { dir } = mark.section.briefing
  const short = context.isSummaryLong ? shortenedLine(quote, SHORT_QUOTE) : shortenedQuote(quote)
  return [
    ...(quote === '' ? [] : [tag('blockquote', { dir }, [tag('p', {}, [quoteHtml(mark, context, short)])])]),
    ...noteBlock(mark, context.links),
    placeLine(mark, context, pages)
  ]
}
