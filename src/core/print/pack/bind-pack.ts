import { dayInWords } from '../dates'
import { tag, words } from '../html'
import type { Html } from '../html'
import { countsInWords, WORDS, WORDS_LANGUAGE } from '../print-words'
import type { PrintSection } from '../print-section'
import type { ListedPart } from './contents'
import { contentsOf } from './contents'
import { coverPart, datesLine, documentFacts, factsList, seriesLine } from './cover'
import { ownPart } from './document-part'
import type { DocumentPart, PackContext } from './document-part'
import type { DocumentShape } from './document-shape'
import { indexPart } from './mark-index'
import { questionsPart } from './questions'
import { sourcesPart } from './sources'
import { summaryPart } from './summary'
import { taskingsPart } from './taskings'

/** Put briefings together with what stands before and behind them, in the order of the pages. */
export function bindPack(shape: DocumentShape, context: PackContext): readonly DocumentPart[] {
  const numbered: readonly DocumentPart[] = [
    ...(shape.summary ? [summaryPart(context)] : []),
    ...(shape.taskings ? [taskingsPart(context)] : []),
    ...(shape.questions ? [questionsPart(context)] : []),
    ...context.sections,
    ...(shape.sources ? [sourcesPart(context)] : []),
    ...(shape.index ? [indexPart(context)] : [])
  ]
  return [
    ...(shape.cover ? [coverPart(context)] : []),
    ...(shape.contents === 'page' ? [contentsPart(numbered, shape, context)] : []),
    ...numbered
  ]
}

/** Without a cover, the contents says what the document is. */
function contentsPart(
  numbered: readonly DocumentPart[],
  { cover }: DocumentShape,
  context: PackContext
): DocumentPart {
  const { title, sections, numbers } = context
  const { list, targets } = contentsOf(
    numbered.map((part) => listed(part, sections)),
    numbers
  )
  const language = sections[0]?.briefing.language ?? null
  const head = cover
    ? []
    : [
        tag('header', { className: ['document-head'] }, [
          ...seriesLine(context),
          tag('p', { className: ['document-title'], dir: 'auto' }, [words(title)]),
          ...datesLine(sections, language),
          factsList(documentFacts(context))
        ])
      ]
  const part = ownPart({ name: 'contents', title: WORDS.contents, targets }, [list], context)
  return head.length === 0 ? part : withHead(part, head)
}

function withHead(part: DocumentPart, head: readonly Html[]): DocumentPart {
  const { html } = part
  if (html.type !== 'element') return part
  return { ...part, html: tag(html.tagName, html.properties, [...head, ...html.children]) }
}

function listed(part: DocumentPart, sections: readonly PrintSection[]): ListedPart {
  const { prefix, outline } = part
  const index = sections.findIndex((section) => section === part)
  const section = sections[index]
  if (section === undefined) return { prefix, outline, language: WORDS_LANGUAGE, about: [], ordinal: null }
  const isPack = sections.length > 1
  return {
    prefix,
    outline,
    language: section.briefing.language,
    about: isPack ? aboutHtml(section) : [],
    ordinal: isPack ? index + 1 : null
  }
}

/** The day of a briefing, and how much of it is marked. */
function aboutHtml({ briefing: { date, language }, counts }: PrintSection): Html[] {
  const named = language === null ? {} : { lang: language }
  const day =
    date === null ? [] : [tag('span', { dir: 'auto', ...named }, [words(dayInWords(date, language))])]
  const marked =
    counts.marks === 0
      ? []
      : [tag('span', { dir: 'ltr' }, [words(countsInWords(counts.marks, counts.notes))])]
  const facts = [...day, ...marked]
  if (facts.length === 0) return []
  const parts = facts.flatMap((fact, index) => (index === 0 ? [fact] : [words(' · '), fact]))
  return [tag('p', { className: ['about'] }, parts)]
}
