import { WORDS, WORDS_LANGUAGE, countsInWords } from '../print-words'
import { dayInWords, daysInWords } from '../dates'
import { tag, words } from '../html'
import type { Html } from '../html'
import { counted } from '../../text/counted'
import type { PrintSection } from '../print-section'
import { titleSize } from '../title-block'
import type { DocumentPart, PackContext } from './document-part'
import { outlineOf } from '../outline'

/** The page before everything: what this is, of which days, for whom, by whom, and how much. */
export function coverPart(context: PackContext): DocumentPart {
  const { title, dir, sections } = context
  const language = sections[0]?.briefing.language ?? null
  const named = language === null ? {} : { lang: language }
  const heading = tag('h1', { className: [titleSize(title.length)], dir: 'auto', ...named }, [words(title)])
  const inside = [
    ...seriesLine(context),
    heading,
    ...datesLine(sections, language),
    factsList(documentFacts(context))
  ]
  return {
    html: tag('section', { className: ['cover'], lang: WORDS_LANGUAGE, dir }, inside),
    furniture: { page: 'cover', title: '', date: '', identity: '', dir },
    outline: outlineOf(inside),
    targets: {},
    prefix: 'cover-'
  }
}

/** What the document is a part of, above its title. */
export function seriesLine({ options: { series } }: Pick<PackContext, 'options'>): Html[] {
  return series === undefined ? [] : [tag('p', { className: ['series'], dir: 'auto' }, [words(series)])]
}

/** From the first to the last day of the briefings, as the language writes it. */
export function datesLine(sections: readonly PrintSection[], language: string | null): Html[] {
  const days = sections.flatMap(({ briefing: { date } }) => (date === null ? [] : [date])).sort()
  const [first] = days
  const last = days.at(-1)
  if (first === undefined || last === undefined) return []
  const named = language === null ? {} : { lang: language }
  return [
    tag('p', { className: ['date'], dir: 'auto', ...named }, [words(daysInWords(first, last, language))])
  ]
}

/** What is known of the document as a whole, each with its name. */
export function documentFacts({ options, sections }: PackContext): readonly (readonly [string, string])[] {
  const { preparedFor = '', preparedBy = '', producedOn } = options
  const marks = sections.reduce((sum, { counts }) => sum + counts.marks, 0)
  const notes = sections.reduce((sum, { counts }) => sum + counts.notes, 0)
  const [only] = sections
  const edition = sections.length === 1 && only !== undefined ? String(only.briefing.edition) : ''
  const holds = sections.length === 1 ? '' : counted(sections.length, 'briefing')
  const facts: readonly (readonly [string, string])[] = [
    [WORDS.preparedFor, preparedFor],
    [WORDS.preparedBy, preparedBy],
    [WORDS.produced, dayInWords(producedOn, WORDS_LANGUAGE)],
    [WORDS.holds, holds],
    [WORDS.edition, edition],
    [WORDS.marks, marks === 0 ? '' : countsInWords(marks, notes)]
  ]
  return facts.filter(([, value]) => value !== '')
}

/** Facts in two columns. */
export function factsList(facts: readonly (readonly [string, string])[]): Html {
  const rows = facts.map(([name, value]) =>
    tag('div', {}, [
      tag('dt', {}, [words(name)]),
      tag('dd', {}, [tag('span', { dir: 'auto' }, [words(value)])])
    ])
  )
  return tag('dl', { className: ['document-facts'] }, rows)
}
