import { tag, words } from '../html'
import type { Html } from '../html'
import { WORDS } from '../print-words'
import { ownPart } from './document-part'
import type { DocumentPart, PackContext } from './document-part'
import { noteBlock, packMarks, placeLine, quoteHtml } from './pack-mark'
import type { PackMark } from './pack-mark'
import { PageLinks } from './page-link'
import { isQuestion } from './quoted-marks'

/** Every passage that was marked as a question, in the order of the document. */
export function questionsPart(context: PackContext): DocumentPart {
  const pages = new PageLinks(context.numbers)
  const asked = packMarks(context).filter(({ annotation }) => isQuestion(annotation))
  const items = asked.map((mark) => tag('li', {}, itemOf(mark, context, pages)))
  const body =
    items.length === 0 ? tag('p', {}, [words(WORDS.noQuestions)]) : tag('ol', { className: ['asked'] }, items)
  return ownPart({ name: 'questions', title: WORDS.questions, targets: pages.targets }, [body], context)
}

/** The note asks; where there is none, the words do. */
function itemOf(mark: PackMark, context: PackContext, pages: PageLinks): Html[] {
  const { quote } = mark.annotation
  return [
    ...noteBlock(mark, context.links),
    ...(quote === ''
      ? []
      : [tag('blockquote', { dir: mark.section.briefing.dir }, [tag('p', {}, [quoteHtml(mark, context)])])]),
    placeLine(mark, context, pages)
  ]
}
