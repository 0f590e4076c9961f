import type { Briefing } from '../briefing/briefing'
import { COLORS } from '../annotation/annotation'
import type { Color } from '../annotation/annotation'
import { colorDigit } from './color-digit'
import type { Settings } from '../settings/settings'
import { dayInWords } from './dates'
import { tag, words } from './html'
import type { Html } from './html'
import { printableAddress } from './link-table'
import type { LinkTable } from './link-table'
import { WORDS, WORDS_LANGUAGE, countsInWords } from './print-words'

/** What the title block of a briefing says. */
export interface TitleBlock {
  readonly briefing: Briefing
  /** The title as elements: it may be the text's own first heading, with marks in it. */
  readonly title: readonly Html[]
  readonly titleLength: number
  readonly counts: { readonly marks: number; readonly notes: number }
  readonly colors: ReadonlySet<Color>
  /** What each colour means to the person; empty: it goes by its own name. */
  readonly colorNames: Settings['colorNames']
  /** Whether the document knows no colour, so that a digit says which is meant. */
  readonly isGrey: boolean
  readonly producedOn: string
}

/** Longer titles are set smaller. */
const LONG_TITLE = 90
const VERY_LONG_TITLE = 260

/** The head of a briefing: the date in words, the title, and where it comes from. */
export function titleBlockHtml(block: TitleBlock, links: LinkTable): Html {
  const { briefing, title, titleLength } = block
  const date =
    briefing.date === null
      ? []
      : [tag('p', { className: ['date'] }, [words(dayInWords(briefing.date, briefing.language))])]
  const size = titleLength > VERY_LONG_TITLE ? 'very-long' : titleLength > LONG_TITLE ? 'long' : 'short'
  const rows = factsOf(block, links).map(([name, value]) =>
    tag('div', {}, [tag('dt', { lang: WORDS_LANGUAGE }, [words(name)]), tag('dd', {}, value)])
  )
  return tag('header', { className: ['title-block'] }, [
    ...date,
    tag('h1', { className: [size] }, title),
    tag('dl', {}, rows)
  ])
}

function factsOf(block: TitleBlock, links: LinkTable): [string, Html[]][] {
  const { briefing, counts, producedOn } = block
  const { sourceUrl, tags, marking } = briefing
  const facts: [string, Html[]][] = []
  if (marking !== null) facts.push([WORDS.handling, [tag('strong', { dir: 'auto' }, [words(marking)])]])
  if (sourceUrl !== null) facts.push([WORDS.source, [sourceHtml(sourceUrl, links)]])
  if (tags.length > 0) facts.push([WORDS.tags, [tag('span', { dir: 'auto' }, [words(tags.join(', '))])]])
  if (counts.marks > 0) facts.push([WORDS.marks, [english(countsInWords(counts.marks, counts.notes))]])
  if (needsLegend(block)) facts.push([WORDS.colors, legendHtml(block)])
  facts.push([WORDS.produced, [english(dayInWords(producedOn, WORDS_LANGUAGE))]])
  return facts
}

function sourceHtml(sourceUrl: string, links: LinkTable): Html {
  const href = printableAddress(sourceUrl)
  if (href === null) return words(sourceUrl)
  const properties = { className: ['link', 'address'], dir: 'ltr' }
  return tag('a', { ...properties, href: links.addressOf({ marks: [], href, text: sourceUrl }) }, [
    words(sourceUrl)
  ])
}

/** A legend is no help where there is one colour that means nothing of its own. */
function needsLegend({ colors, colorNames }: TitleBlock): boolean {
  return colors.size > 1 || [...colors].some((color) => nameOf(color, colorNames) !== color)
}

/** Which colour, or which sign in its place, means what: of those that are there. */
function legendHtml({ colors, colorNames, isGrey }: TitleBlock): Html[] {
  const names = COLORS.filter((color) => colors.has(color)).flatMap((color) => [
    words(' '),
    tag('span', { className: ['entry'], dir: 'auto' }, [
      ...(isGrey ? [colorDigit(color)] : []),
      tag('mark', { className: [color, 'highlight'] }, [words(nameOf(color, colorNames))])
    ])
  ])
  return [tag('span', { className: ['legend'] }, names.slice(1))]
}

function nameOf(color: Color, names: TitleBlock['colorNames']): string {
  const given = names[color] ?? ''
  return given === '' ? color : given
}

function english(value: string): Html {
  return tag('span', { lang: WORDS_LANGUAGE, dir: 'ltr' }, [words(value)])
}
