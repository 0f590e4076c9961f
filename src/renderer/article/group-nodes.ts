import { isBoundary } from '#core/tree/elements'
import type { TreeNode } from '#core/tree/tree'
import { SLICE_WEIGHT } from './plan-article'
import type { Scale } from './weights'

/** Children that are drawn together within a node too heavy for one frame. */
export interface NodeGroup {
  readonly nodes: readonly TreeNode[]
  /** Weight of the slice before this group. */
  readonly start: number
  /** Whether only words stand in it, so that it may become a line box of its own. */
  readonly isInline: boolean
}

/** Whether a node is drawn in several steps. */
export function isHeavy(node: TreeNode, scale: Scale): boolean {
  return node.type === 'element' && node.children.length > 1 && scale.of(node).total > SLICE_WEIGHT * 1.5
}

/** Cut the children of a heavy node into groups of about one slice each. */
export function groupNodes(children: readonly TreeNode[], scale: Scale): readonly NodeGroup[] {
  const groups: { nodes: TreeNode[]; start: number; isInline: boolean; total: number }[] = []
  for (const node of children) {
    const { start, total } = scale.of(node)
    const isInline = node.type === 'text' || !isBoundary(node.tagName)
    const last = groups[groups.length - 1]
    if (last === undefined || last.isInline !== isInline || last.total >= SLICE_WEIGHT) {
      groups.push({ nodes: [node], start, isInline, total })
    } else {
      last.nodes.push(node)
      last.total += total
    }
  }
  return groups
}
