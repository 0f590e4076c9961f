import { colorDigit } from '../color-digit'
import { dayInWords } from '../dates'
import { tag, words } from '../html'
import type { Html } from '../html'
import type { LinkTable } from '../link-table'
import { markClasses } from '../mark-palette'
import { noteHtml } from '../note-html'
import { markingHtml } from '../paragraph-markings'
import type { PrintSection } from '../print-section'
import { shortenedLine } from '../shortened-line'
import { shortenedQuote } from '../shortened-quote'
import type { PackContext } from './document-part'
import type { PageLinks } from './page-link'
import type { ReferredMark } from './referred-mark'

/** A mark, and the briefing that it stands in. */
export interface PackMark extends ReferredMark {
  readonly section: PrintSection
}

/** Titles of briefings that only say where something stands are shortened, in ems. */
const LONGEST_TITLE = 24

/** Every mark of the document, briefing by briefing. */
export function packMarks({ sections }: Pick<PackContext, 'sections'>): readonly PackMark[] {
  return sections.flatMap((section) => section.referred.map((mark) => ({ ...mark, section })))
}

/** The marked words, as they are drawn in the text. */
export function quoteHtml(
  { annotation, section, markings }: PackMark,
  { options }: Pick<PackContext, 'options'>,
  quote = shortenedQuote(annotation.quote)
): Html {
  const { language, dir } = section.briefing
  const named = language === null ? {} : { lang: language }
  return tag('span', { dir, ...named }, [
    ...markingHtml(markings),
    ...(options.color === 'greyscale' ? [colorDigit(annotation.color)] : []),
    tag('mark', { className: markClasses(annotation) }, [words(quote)])
  ])
}

/** The note of a mark; nothing where there is none. */
export function noteBlock({ annotation: { note } }: PackMark, links: LinkTable): Html[] {
  return note.trim() === '' ? [] : [tag('div', { className: ['note'], dir: 'auto' }, noteHtml(note, links))]
}

/** Where a mark stands: in which briefing of several, in which paragraph, on which page. */
export function placeLine(mark: PackMark, context: PackContext, pages: PageLinks): Html {
  const place = placeWords(mark, context)
  const { target } = mark
  return tag('div', { className: ['place'] }, [
    target === null ? tag('p', {}, place) : pages.line(target, place, spokenPlace(mark))
  ])
}

/** What is said of a link to a mark. */
export function spokenPlace({ annotation, section }: PackMark): string {
  return shortenedLine(annotation.quote === '' ? section.title : annotation.quote, LONGEST_TITLE)
}

/** The briefing, where there are several, its day, and the paragraph. */
export function placeWords({ section, citation }: PackMark, { sections }: PackContext): Html[] {
  const { briefing, title } = section
  const { language, date } = briefing
  const named = language === null ? {} : { lang: language }
  const source =
    sections.length === 1
      ? []
      : [
          tag('span', { dir: 'auto', ...named }, [words(shortenedLine(title, LONGEST_TITLE))]),
          ...(date === null
            ? []
            : [tag('span', { dir: 'auto', ...named }, [words(dayInWords(date, language))])])
        ]
  const cited = citation === '' ? [] : [tag('span', { dir: 'ltr' }, [words(citation)])]
  return [...source, ...cited].flatMap((part, index) => (index === 0 ? [part] : [words(' · '), part]))
}
