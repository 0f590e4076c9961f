import { foldForSearch } from '#core/text/fold-for-search'
import { rangeOfPlace } from '#core/cite/cited-place'
import { plainly, readPlace } from '#core/cite/read-place'
import { blockIndexAt } from '#core/text/paragraphs'
import type { TextRange } from '#core/text/text-range'
import { isHeading } from '#core/tree/elements'
import type { ArticlePlan } from '../article/plan-article'

const PARAGRAPH = /^(?:¶|p\.?|para\.?|paragraph)\s*(\d+)$/iu
const PERCENT = /^(\d+(?:[.,]\d+)?)\s*%$/u
const NUMBER = /^\d+$/u

/** A heading of a briefing, for a table of contents. */
export interface HeadingPlace {
  readonly block: number
  readonly level: number
  readonly text: string
}

/** The headings of a text in order. */
export function headingsOf({ blocks }: ArticlePlan): readonly HeadingPlace[] {
  return blocks.flatMap(({ tag, text }, block) =>
    isHeading(tag) ? [{ block, level: Number(tag.slice(1)), text }] : []
  )
}

/** The headings that hold `query`, or all for an empty one. */
export function matchingHeadings(headings: readonly HeadingPlace[], query: string): readonly HeadingPlace[] {
  const wanted = foldForSearch(query.trim())
  return headings.filter(({ text }) => foldForSearch(text).includes(wanted))
}

/**
 * The passage that `query` names, or `null`: `§3 ¶2`, `§3 ¶2–4`, `3.2`, `§3`, `p 12`, `40 %`, or
 * words of a heading. `p 12` is ¶12 before the first section, else the twelfth paragraph of all.
 */
export function findPlace(plan: ArticlePlan, query: string): TextRange | null {
  const wanted = plainly(query)
  if (wanted === '') return null
  const cited = byNumber(plan, wanted)
  if (cited !== null) return cited
  const block = byPercent(plan, wanted) ?? byHeading(plan, wanted)
  return block === null ? null : (plan.blocks[block] ?? null)
}

function byNumber(plan: ArticlePlan, wanted: string): TextRange | null {
  const paragraph = PARAGRAPH.exec(wanted)?.[1]
  if (paragraph !== undefined) return paragraphNumbered(plan, Number(paragraph))
  const place = readPlace(wanted)
  if (place !== null) return rangeOfPlace(plan, place)
  if (!NUMBER.test(wanted)) return null
  return blockNumbered(plan, Number(wanted), 0) ?? paragraphNumbered(plan, Number(wanted))
}

function blockNumbered(plan: ArticlePlan, section: number, paragraph: number): TextRange | null {
  const number = { section, paragraph }
  return rangeOfPlace(plan, { from: number, to: number })
}

function paragraphNumbered(plan: ArticlePlan, wanted: number): TextRange | null {
  const beforeSections = blockNumbered(plan, 0, wanted)
  if (beforeSections !== null || wanted === 0) return beforeSections
  const paragraphs = plan.blocks.filter((_, index) => (plan.numbers[index]?.paragraph ?? 0) > 0)
  return paragraphs[wanted - 1] ?? null
}

function byPercent({ blocks, text }: ArticlePlan, wanted: string): number | null {
  const percent = PERCENT.exec(wanted)?.[1]
  if (percent === undefined || blocks.length === 0) return null
  const share = Math.min(1, Number(percent.replace(',', '.')) / 100)
  return blockIndexAt(blocks, Math.floor(share * Math.max(0, text.length - 1)))
}

function byHeading(plan: ArticlePlan, wanted: string): number | null {
  return matchingHeadings(headingsOf(plan), wanted)[0]?.block ?? null
}
