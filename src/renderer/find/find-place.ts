import { foldForSearch } from '#core/text/fold-for-search'
import { blockIndexAt, type ParagraphNumber } from '#core/text/paragraphs'
import { isHeading } from '#core/tree/elements'
import type { ArticlePlan } from '../article/plan-article'

const CITATION = /^§\s*(\d+)(?:\s*[.,]?\s*¶\s*(\d+))?$/u
const DOTTED = /^(\d+)\s*[.:]\s*(\d+)$/u
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
 * The index of the block that `query` names, or `null`: `§3 ¶2`, `3.2`, `§3`, `p 12`, `40 %`,
 * or words of a heading. `p 12` is ¶12 before the first section, else the twelfth paragraph of all.
 */
export function findPlace(plan: ArticlePlan, query: string): number | null {
  const wanted = query.trim()
  if (wanted === '') return null
  return byNumber(plan, wanted) ?? byPercent(plan, wanted) ?? byHeading(plan, wanted)
}

function byNumber(plan: ArticlePlan, wanted: string): number | null {
  const cited = CITATION.exec(wanted) ?? DOTTED.exec(wanted)
  if (cited !== null)
    return blockNumbered(plan, { section: Number(cited[1]), paragraph: Number(cited[2] ?? 0) })
  const paragraph = PARAGRAPH.exec(wanted)
  if (paragraph !== null) return paragraphNumbered(plan, Number(paragraph[1]))
  if (!NUMBER.test(wanted)) return null
  return (
    blockNumbered(plan, { section: Number(wanted), paragraph: 0 }) ?? paragraphNumbered(plan, Number(wanted))
  )
}

function blockNumbered({ numbers }: ArticlePlan, { section, paragraph }: ParagraphNumber): number | null {
  const index = numbers.findIndex(
    (number) => number.section === section && number.paragraph === paragraph && (section > 0 || paragraph > 0)
  )
  return index === -1 ? null : index
}

function paragraphNumbered(plan: ArticlePlan, wanted: number): number | null {
  const beforeSections = blockNumbered(plan, { section: 0, paragraph: wanted })
  if (beforeSections !== null) return beforeSections
  const paragraphs = plan.numbers.flatMap(({ paragraph }, index) => (paragraph > 0 ? [index] : []))
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
