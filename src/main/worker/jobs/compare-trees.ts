import type { ComparedBlock } from '#core/comparison/compared-block'
import { compareTrees as compare } from '#core/comparison/compare-trees'
import type { Root } from '#core/tree/tree'

/** See `compareTrees` in core/comparison. */
export function compareTrees({ before, after }: { before: Root; after: Root }): readonly ComparedBlock[] {
  return compare(before, after)
}
