import { blocksOf } from '../text/canonical-text'
import { isHeading } from '../tree/elements'
import type { Root } from '../tree/tree'

/** The longest title that is made from text. */
export const TITLE_LENGTH = 90
/** Titles that stand in a file are kept as they are up to here; more is no title, and lists show them. */
const LONGEST_TITLE = 500
/** A clause shorter than this ("Yesterday,") says nothing: the next one is taken with it. */
const SHORTEST_CLAUSE = 20

/**
 * The title in the text itself: the heading that it starts with, or its only `h1`; `null` when it has
 * none, since the first of several sections is no title.
 */
export function titleInText(tree: Root): string | null {
  const blocks = blocksOf(tree)
  const titles = blocks.filter(({ tag }) => tag === 'h1')
  const [first] = blocks
  const heading =
    first !== undefined && isHeading(first.tag) ? first : titles.length === 1 ? titles[0] : undefined
  return heading === undefined ? null : oneLine(heading.text).slice(0, LONGEST_TITLE).toWellFormed()
}

/** A title made from the first paragraph, or `null` when no words can be had from it. */
export function titleFromLead(tree: Root): string | null {
  const blocks = blocksOf(tree).filter(({ text }) => /[\p{L}\p{N}]/u.test(text.slice(0, 1000)))
  const lead = blocks.find(({ tag }) => tag !== 'pre' && !isHeading(tag)) ?? blocks[0]
  return lead === undefined ? null : firstClause(oneLine(lead.text.slice(0, 1000)))
}

/**
 * The first clause of a text, at most `TITLE_LENGTH` characters and never cut inside a word; `null`
 * when its first word is longer than that.
 */
export function firstClause(lead: string): string | null {
  const clause = [...lead.matchAll(CLAUSE_END)].find(
    ({ index }) => columnsLeft(lead, index) >= SHORTEST_CLAUSE
  )
  const end = clause?.index ?? lead.length
  return end <= TITLE_LENGTH ? lead.slice(0, end).trim() : cutAtWord(lead.slice(0, end))
}

/** A title made from the name of a file: without its extension and the date it starts with. */
export function titleFromName(name: string): string {
  const base = name.replace(/(?<=.)\.[A-Za-z0-9]{1,16}$/, '')
  const words = oneLine(base.replace(/^\d{4}-\d{2}-\d{2}(?!\d)/, '').replace(/[-_]+/g, ' '))
  return words !== '' ? words : oneLine(base) !== '' ? oneLine(base) : 'Untitled'
}

/** Text in one line, as a title stands in lists. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/**
 * Where a clause ends: punctuation before a space, but not the point of an abbreviation (after a
 * capital or one or two letters), and the full-width punctuation of scripts without spaces.
 */
const CLAUSE_END =
  /(?<=\p{L}{3}|[\p{N}\p{Pe}\p{Pf}%])[.!?](?=["'\p{Pf}\p{Pe}]*\s+["'\p{Pi}\p{Ps}]*[^\p{Ll}\s]|\s*$)|[,;:](?=\s)(?!,?\s(?:Jr|Sr|Inc|Ltd|LLC|I{2,3}|IV)\b)|[،؛؟۔।፣።፤፦։](?=\s|$)|\s+[–—-]\s|—|[。，、；：！？]/gu

function columnsLeft(lead: string, index: number): number {
  const start = lead.slice(0, index)
  return (
    start.length +
    (start.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0)
  )
}

/**
 * Text is cut at a space where there is one, so that "Russia-Ukraine" stays whole; where there is
 * none, between the words that a dictionary knows.
 */
function cutAtWord(text: string): string | null {
  const head = text.slice(0, TITLE_LENGTH + 1)
  const space = head.search(/\s\S*$/)
  if (space > 0) return head.slice(0, space).replace(/[\s,;:\p{Ps}\p{Pd}]+$/u, '')
  const segments = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(
    text.slice(0, 4 * TITLE_LENGTH)
  )
  const ends = [...segments].map(({ index, segment }) => index + segment.length)
  const end = ends.findLast((at) => at <= TITLE_LENGTH)
  return end === undefined ? null : text.slice(0, end)
}
