import type { Root, TreeNode } from './tree'

/**
 * How deep a briefing may be nested. Word stops at 9 levels of lists and long mail threads quote
 * some 30 times, while everything that walks a tree (JSON, the page, print) is recursive.
 */
export const NESTING_LIMIT = 100

/** A tree is nested more than `NESTING_LIMIT` levels deep. */
export class TreeTooDeep extends Error {
  override readonly name = 'TreeTooDeep'
}

/** @throws TreeTooDeep */
export function assertShallow(root: Root): void {
  if (isDeeperThan(root, NESTING_LIMIT)) throw new TreeTooDeep()
}

/** Whether a tree of any kind has more than `limit` levels; walks by level, so no depth breaks it. */
export function isDeeperThan(
  root: { readonly children: readonly (TreeNode | { readonly type: string })[] },
  limit: number
): boolean {
  let level: readonly unknown[] = root.children
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > limit) return true
    level = level.flatMap(childrenOf)
  }
  return false
}

function childrenOf(node: unknown): readonly unknown[] {
  if (typeof node !== 'object' || node === null || !('children' in node)) return []
  return Array.isArray(node.children) ? node.children : []
}
