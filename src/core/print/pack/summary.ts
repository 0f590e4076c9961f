import { tag } from '../html'
import type { Html } from '../html'
import { WORDS } from '../print-words'
import { ownPart } from './document-part'
import type { DocumentPart, PackContext } from './document-part'
import { noteBlock, packMarks, placeLine, quoteHtml } from './pack-mark'
import type { PackMark } from './pack-mark'
import { PageLinks } from './page-link'

/** The highlights that were chosen, in their order: the words, the note, and where they stand. */
export function summaryPart(context: PackContext): DocumentPart {
  const pages = new PageLinks(context.numbers)
  const marks = new Map(packMarks(context).map((mark) => [mark.annotation.id, mark]))
  const chosen = context.options.summary.flatMap((id) => marks.get(id) ?? [])
  const items = chosen.map((mark) =>
    tag('li', { className: [mark.annotation.color] }, itemOf(mark, context, pages))
  )
  const list = tag('ol', { className: ['chosen'] }, items)
  return ownPart({ name: 'summary', title: WORDS.summary, targets: pages.targets }, [list], context)
}

function itemOf(mark: PackMark, context: PackContext, pages: PageLinks): Html[] {
  const { quote } = mark.annotation
  const { dir } = mark.section.briefing
  return [
    ...(quote === '' ? [] : [tag('blockquote', { dir }, [tag('p', {}, [quoteHtml(mark, context)])])]),
    ...noteBlock(mark, context.links),
    placeLine(mark, context, pages)
  ]
}
