import type { Briefing } from '../briefing/briefing'
import { COLORS } from '../annotation/annotation'
import type { Color } from '../annotation/annotation'
import { colorDigit } from './color-digit'
import type { Settings } from '../settings/settings'
import type { ComposeOptions } from './compose-document'
import { dayInWords } from './dates'
import { tag, words } from './html'
import type { Html } from './html'
import { addressHtml } from './address'
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
  /** What is known of the document, where the block is its head; `null` where a cover has it. */
  readonly document: DocumentFacts | null
}

type DocumentFacts = Pick<ComposeOptions, 'producedOn' | 'preparedBy' | 'preparedFor' | 'series'>

/** Longer titles are set smaller. */
const LONG_TITLE = 90
const VERY_LONG_TITLE = 260

/** The head of a briefing: the date in words, the title, and where it comes from. */
export function titleBlockHtml(block: TitleBlock, links: LinkTable): Html {
  const { briefing, title, titleLength, document } = block
  const series =
    document?.series === undefined
      ? []
      : [tag('p', { className: ['series'], dir: 'auto' }, [words(document.series)])]
  const date =
    briefing.date === null
      ? []
      : [tag('p', { className: ['date'] }, [words(dayInWords(briefing.date, briefing.language))])]
  const rows = factsOf(block, links).map(([name, value]) =>
    tag('div', {}, [tag('dt', { lang: WORDS_LANGUAGE }, [words(name)]), tag('dd', {}, value)])
  )
  return tag('header', { className: ['title-block'] }, [
    ...series,
    ...date,
    tag('h1', { className: [titleSize(titleLength)] }, title),
    tag('dl', isPrepared(block) ? { className: ['prepared'] } : {}, rows)
  ])
}

/** Longer names of facts need more room. */
function isPrepared({ document }: TitleBlock): boolean {
  return document?.preparedFor !== undefined || document?.preparedBy !== undefined
}

/** How large a title is set. */
export function titleSize(length: number): 'short' | 'long' | 'very-long' {
  return length > VERY_LONG_TITLE ? 'very-long' : length > LONG_TITLE ? 'long' : 'short'
}

function factsOf(block: TitleBlock, links: LinkTable): [string, Html[]][] {
  const { briefing, counts, document } = block
  const { sourceUrl, tags, marking } = briefing
  const { preparedFor, preparedBy } = document ?? {}
  const facts: [string, Html[]][] = []
  if (marking !== null) facts.push([WORDS.handling, [tag('strong', { dir: 'auto' }, [words(marking)])]])
  if (preparedFor !== undefined) facts.push([WORDS.preparedFor, [inItsDirection(preparedFor)]])
  if (preparedBy !== undefined) facts.push([WORDS.preparedBy, [inItsDirection(preparedBy)]])
  if (sourceUrl !== null) facts.push([WORDS.source, [addressHtml(sourceUrl, links)]])
  if (tags.length > 0) facts.push([WORDS.tags, [inItsDirection(tags.join(', '))]])
  if (counts.marks > 0) facts.push([WORDS.marks, [english(countsInWords(counts.marks, counts.notes))]])
  if (needsLegend(block)) facts.push([WORDS.colors, legendHtml(block)])
  if (document !== null) {
    facts.push([WORDS.produced, [english(dayInWords(document.producedOn, WORDS_LANGUAGE))]])
  }
  return facts
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

function inItsDirection(value: string): Html {
  return tag('span', { dir: 'auto' }, [words(value)])
}

function english(value: string): Html {
  return tag('span', { lang: WORDS_LANGUAGE, dir: 'ltr' }, [words(value)])
}
