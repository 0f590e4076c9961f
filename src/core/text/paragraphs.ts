import { headingLevel, isHeading } from '../tree/elements'
import type { Block } from './canonical-text'

/** Where a block stands for a citation: `§3 ¶2`. A section's own heading has paragraph 0. */
export interface ParagraphNumber {
  /** Counts the headings of the top two levels; 0 before the first. */
  readonly section: number
  readonly paragraph: number
}

/**
 * Number the blocks of a text, one number per block.
 *
 * The count of paragraphs restarts at each heading of the two highest levels that occur. A single
 * heading of the highest level that opens the text is its title and starts no section.
 */
export function numberParagraphs(blocks: readonly Block[]): readonly ParagraphNumber[] {
  const opensSection = sectionHeadings(blocks)
  let section = 0
  let paragraph = 0
  return blocks.map((block, index) => {
    if (opensSection.has(index)) {
      section += 1
      paragraph = 0
    } else if (!isTitle(blocks, index)) {
      paragraph += 1
    }
    return { section, paragraph }
  })
}

/** The number as it is cited: `§3 ¶2`, `¶2` before the first section, `§3` for a section's heading. */
export function citeParagraph({ section, paragraph }: ParagraphNumber): string {
  const parts = [section > 0 ? `§${section}` : '', paragraph > 0 ? `¶${paragraph}` : '']
  return parts.filter((part) => part !== '').join(' ')
}

/** Index of the block that holds `offset` (a border LF belongs to the block before it), or -1 in an empty text. */
export function blockIndexAt(blocks: readonly Block[], offset: number): number {
  let low = 0
  let high = blocks.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    const block = blocks[middle]
    if (block !== undefined && block.start <= offset) low = middle
    else high = middle - 1
  }
  return high < 0 ? -1 : low
}

function sectionHeadings(blocks: readonly Block[]): ReadonlySet<number> {
  const levels = blocks.flatMap((block, index) =>
    isHeading(block.tag) && !isTitle(blocks, index) ? [{ index, level: headingLevel(block.tag) }] : []
  )
  const top = [...new Set(levels.map(({ level }) => level))].sort((a, b) => a - b).slice(0, 2)
  return new Set(levels.filter(({ level }) => top.includes(level)).map(({ index }) => index))
}

function isTitle(blocks: readonly Block[], index: number): boolean {
  if (index !== 0) return false
  const first = blocks[0]
  if (first === undefined || !isHeading(first.tag)) return false
  const level = headingLevel(first.tag)
  return blocks.slice(1).every((block) => !isHeading(block.tag) || headingLevel(block.tag) > level)
}
