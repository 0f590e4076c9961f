import type { Root, TreeNode } from '../tree/tree'

/** A tree in one line, for tests to compare: `h1(Title) p(text em(x))`, properties in braces. */
export function sketchTree(root: Root): string {
  return root.children.map(sketchNode).join(' ')
}

function sketchNode(node: TreeNode): string {
  if (node.type === 'text') return node.value
  const properties = Object.keys(node.properties).length > 0 ? JSON.stringify(node.properties) : ''
  return `${node.tagName}${properties}(${node.children.map(sketchNode).join('')})`
}
