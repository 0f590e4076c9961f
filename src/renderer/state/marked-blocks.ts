import type { PlacedMarking } from '#core/marking/paragraph-marking'
import { blockIndexAt } from '#core/text/paragraphs'
import type { ArticlePlan } from '../article/plan-article'

/** A paragraph of the text that is shown. */
export type Block = ArticlePlan['blocks'][number]

/** The paragraph that an offset stands in. */
export function blockAt({ blocks }: ArticlePlan, offset: number): Block | undefined {
  return blocks[blockIndexAt(blocks, offset)]
}

/** The markings of each paragraph that has any: two paragraphs of an earlier edition may have become one. */
export function markingsByBlock(
  plan: ArticlePlan,
  markings: readonly PlacedMarking[]
): ReadonlyMap<Block, readonly PlacedMarking[]> {
  const byBlock = new Map<Block, readonly PlacedMarking[]>()
  for (const placed of markings) {
    const block = placed.range === null ? undefined : blockAt(plan, placed.range.start)
    if (block !== undefined) byBlock.set(block, [...(byBlock.get(block) ?? []), placed])
  }
  return byBlock
}
