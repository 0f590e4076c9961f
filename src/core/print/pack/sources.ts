import { addressHtml } from '../address'
import { dayInWords } from '../dates'
import { tag, words } from '../html'
import type { Html } from '../html'
import type { LinkTable } from '../link-table'
import { WORDS } from '../print-words'
import type { PrintSection } from '../print-section'
import { ownPart } from './document-part'
import type { DocumentPart, PackContext } from './document-part'
import { headingId } from './heading-ids'
import { PageLinks } from './page-link'

/** Where each briefing comes from: its title and day, its address, which text it is, and its page. */
export function sourcesPart(context: PackContext): DocumentPart {
  const pages = new PageLinks(context.numbers)
  const items = context.sections.map((section, index) => {
    const { title, briefing, prefix } = section
    const named = briefing.language === null ? {} : { lang: briefing.language }
    const line = pages.line(
      headingId(prefix, 1),
      [
        tag('span', { className: ['ordinal'] }, [words(`${index + 1} `)]),
        tag('span', { dir: 'auto', ...named }, [words(title)])
      ],
      title
    )
    return tag('li', {}, [line, ...factsOf(section, context.links)])
  })
  const list = tag('ol', { className: ['contents-list'] }, items)
  return ownPart({ name: 'sources', title: WORDS.sources, targets: pages.targets }, [list], context)
}

function factsOf({ briefing, furniture }: PrintSection, links: LinkTable): Html[] {
  const { date, language, sourceUrl } = briefing
  const named = language === null ? {} : { lang: language }
  const day =
    date === null ? [] : [tag('span', { dir: 'auto', ...named }, [words(dayInWords(date, language))])]
  const facts = [...day, tag('span', { dir: 'ltr' }, [words(furniture.identity)])]
  return [
    tag(
      'p',
      { className: ['about'] },
      facts.flatMap((fact, index) => (index === 0 ? [fact] : [words(' · '), fact]))
    ),
    ...(sourceUrl === null ? [] : [tag('p', { className: ['about'] }, [addressHtml(sourceUrl, links)])])
  ]
}
