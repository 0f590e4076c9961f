import { element, isBoundary, isKeptWhenEmpty, isVoid } from './elements'
import type { Element, TreeNode } from './tree'

/** Stands for an element that is left out, since text on both sides of it must not become one block. */
export const GONE: Element = element('hr')

/** Whether an element says nothing any more. */
export function isGone({ tagName, children }: Element): boolean {
  return children.length === 0 && isBoundary(tagName) && !isVoid(tagName) && !isKeptWhenEmpty(tagName)
}

/** Text that stood directly in an element gets a paragraph. */
export function paragraphsFrom(children: readonly TreeNode[]): TreeNode[] {
  return grouped(
    children,
    (child) => child.type === 'element' && isBoundary(child.tagName),
    (run) => element('p', run)
  )
}

/** Leave what `fits` and wrap each run of the rest. */
export function grouped(
  children: readonly TreeNode[],
  fits: (child: TreeNode) => boolean,
  wrap: (run: readonly TreeNode[]) => TreeNode
): TreeNode[] {
  const out: TreeNode[] = []
  let run: TreeNode[] = []
  const end = (): void => {
    const wrapped = run.length > 0 ? wrap(run) : GONE
    if (wrapped.type === 'text' || (wrapped !== GONE && !isGone(wrapped))) out.push(wrapped)
    run = []
  }
  for (const child of children) {
    if (fits(child)) {
      end()
      out.push(child)
    } else run.push(child)
  }
  end()
  return out
}
