import { tag, words } from '../html'
import type { Html } from '../html'
import type { LinkTarget, OutlineEntry } from '../print-document'
import { WORDS, WORDS_LANGUAGE } from '../print-words'
import { headingId } from './heading-ids'
import { PageLinks } from './page-link'
import type { PageNumbers } from './page-numbers'

/** A part of a document as its contents lists it. */
export interface ListedPart {
  readonly prefix: string
  readonly outline: readonly OutlineEntry[]
  /** BCP 47, or `null` for what is not known. */
  readonly language: string | null
  /** What is known of it beside its title. */
  readonly about: readonly Html[]
  /** Its place among the briefings, from 1; `null` for any other part. */
  readonly ordinal: number | null
}

/** A list of contents, and what its links lead to. */
export interface Contents {
  readonly list: Html
  readonly targets: Readonly<Record<string, LinkTarget>>
}

/** More lines than these fill a page; then the sections are left to the outline. */
const LINES_ON_A_PAGE = 36

/** Every part with its page, and the sections of each as long as all of them fit on one page. */
export function contentsOf(parts: readonly ListedPart[], numbers: PageNumbers): Contents {
  const links = new PageLinks(numbers)
  const withSections = linesOf(parts) <= LINES_ON_A_PAGE
  const items = parts.flatMap((part) => {
    const [title] = part.outline
    if (title === undefined) return []
    const sections = withSections ? sectionItems(part, links, ({ isOwn }) => isOwn !== true) : []
    const below = sections.length === 0 ? [] : [tag('ol', {}, sections)]
    return [tag('li', {}, [lineOf(title.title, 1, { part, links }), ...part.about, ...below])]
  })
  return { list: tag('ol', { className: ['contents-list'] }, items), targets: links.targets }
}

/** The sections of a single briefing, for below its title; nothing where there are not two. */
export function contentsBlock(part: ListedPart, numbers: PageNumbers): Contents | null {
  // A page that is asked about must be printed: nothing is asked for lines that are left out.
  if (part.outline.filter(({ level }) => level === 2).length < 2) return null
  const links = new PageLinks(numbers)
  const items = sectionItems(part, links, () => true)
  const label = tag('p', { className: ['contents-label'], lang: WORDS_LANGUAGE }, [words(WORDS.contents)])
  const list = tag('ol', { className: ['contents-list'] }, items)
  return { list: tag('nav', { className: ['contents-block'] }, [label, list]), targets: links.targets }
}

function sectionItems(
  part: ListedPart,
  links: PageLinks,
  isListed: (entry: OutlineEntry) => boolean
): readonly Html[] {
  return part.outline.flatMap((entry, index) =>
    entry.level === 2 && isListed(entry)
      ? [tag('li', {}, [lineOf(entry.title, index + 1, { part, links })])]
      : []
  )
}

function lineOf(
  title: string,
  heading: number,
  { part, links }: { readonly part: ListedPart; readonly links: PageLinks }
): Html {
  const language = part.language === null ? {} : { lang: part.language }
  const ordinal =
    heading === 1 && part.ordinal !== null
      ? [tag('span', { className: ['ordinal'] }, [words(`${part.ordinal} `)])]
      : []
  const name = tag('span', { dir: 'auto', ...language }, [words(title)])
  return links.line(headingId(part.prefix, heading), [...ordinal, name], title)
}

function linesOf(parts: readonly ListedPart[]): number {
  return parts.reduce((sum, { outline, about }) => {
    return sum + 1 + about.length + outline.filter(({ level, isOwn }) => level === 2 && isOwn !== true).length
  }, 0)
}
