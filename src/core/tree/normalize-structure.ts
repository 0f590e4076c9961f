import { element, isBoundary } from './elements'
import { GONE, grouped, isGone, paragraphsFrom } from './group-nodes'
import type { Element, Root, TagName, TreeNode } from './tree'

/**
 * The same blocks where HTML allows them: items in lists, rows and cells in tables, terms in `dl`,
 * captions in what they describe, the footnotes last. What stands elsewhere becomes a paragraph.
 */
export function withSoundStructure(root: Root): Root {
  const isNotes = (node: TreeNode): boolean => node.type === 'element' && node.properties.footnotes === true
  const body = inFlow(soundNodes(root.children.filter((child) => !isNotes(child))))
  const notes = root.children.filter(isNotes).flatMap((section) => childrenOf(section))
  const [asides, others] = [notes.filter(isFootnote), notes.filter((note) => !isFootnote(note))]
  const last = asides
    .map((note) => ({ ...note, children: inFlow(soundNodes(note.children)) }))
    .filter((note) => !isGone(note))
  const section = last.length === 0 ? [] : [element('section', last, { footnotes: true })]
  return { type: 'root', children: [...body, ...inFlow(soundNodes(others)), ...section] }
}

function isFootnote(node: TreeNode): node is Element {
  return node.type === 'element' && node.tagName === 'aside' && node.properties.footnote !== undefined
}

function withSoundChildren(node: TreeNode): TreeNode {
  if (node.type === 'text' || !isBoundary(node.tagName)) return node
  const { footnotes, footnote, ...properties } = node.properties
  const plain = footnotes === undefined && footnote === undefined ? node : { ...node, properties }
  return { ...plain, children: soundChildren(node.tagName, soundNodes(node.children)) }
}

/** What is empty once misplaced cells are gone is gone itself. */
function soundNodes(nodes: readonly TreeNode[]): TreeNode[] {
  return nodes.map(withSoundChildren).map((node) => (node.type === 'element' && isGone(node) ? GONE : node))
}

function soundChildren(parent: TagName, nodes: readonly TreeNode[]): readonly TreeNode[] {
  const children = nodes.filter((node) => node !== GONE)
  switch (parent) {
    case 'ul':
    case 'ol':
      return inList(children)
    case 'dl':
      return grouped(
        children,
        (child) => isOneOf(child, 'dt', 'dd'),
        (run) => element('dd', inFlow(run))
      )
    case 'table':
      return inTable(children)
    case 'thead':
    case 'tbody':
    case 'tfoot':
      return grouped(
        children,
        (child) => isOneOf(child, 'tr'),
        (run) => element('tr', inRow(run))
      )
    case 'tr':
      return inRow(children)
    case 'figure':
      return withoutPictureParagraphs(inFlow(nodes, 'figcaption'))
    default:
      return inFlow(nodes)
  }
}

/** A list inside a list, beside its items, belongs to the item before it. */
function inList(children: readonly TreeNode[]): readonly TreeNode[] {
  const items: Element[] = []
  for (const child of grouped(
    children,
    (node) => isOneOf(node, 'li', 'ul', 'ol'),
    (run) => element('li', inFlow(run))
  )) {
    if (child.type === 'text') continue
    const previous = items.at(-1)
    if (child.tagName === 'li') items.push(child)
    else if (previous === undefined) items.push(element('li', [child]))
    else items[items.length - 1] = { ...previous, children: [...previous.children, child] }
  }
  return items
}

function inTable(children: readonly TreeNode[]): readonly TreeNode[] {
  const captions = children.filter((child) => isOneOf(child, 'caption'))
  const rest = children.filter((child) => !isOneOf(child, 'caption'))
  const groups = grouped(
    rest,
    (child) => isOneOf(child, 'thead', 'tbody', 'tfoot'),
    (run) => element('tbody', soundChildren('tbody', run))
  )
  const [first, ...more] = captions
  if (first?.type !== 'element') return groups
  return [more.length === 0 ? first : { ...first, children: inFlow(captions.map(asSection)) }, ...groups]
}

function inRow(children: readonly TreeNode[]): readonly TreeNode[] {
  return grouped(
    children,
    (child) => isOneOf(child, 'td', 'th'),
    (run) => element('td', inFlow(run))
  )
}

const MISPLACED_IN_FLOW = new Set<string>([
  'tr',
  'td',
  'th',
  'thead',
  'tbody',
  'tfoot',
  'caption',
  'figcaption',
  'dt',
  'dd'
])

/** What may stand anywhere: items get a list, other parts of lists and tables become paragraphs. */
function inFlow(children: readonly TreeNode[], allowed?: TagName): TreeNode[] {
  const listed = grouped(
    children,
    (child) => !isOneOf(child, 'li'),
    (items) => element('ul', items)
  )
  const placed = listed.map((child) => {
    if (child === GONE) return []
    return isMisplaced(child, allowed) ? inFlow(paragraphsFrom(childrenOf(child))) : [child]
  })
  return placed.some((nodes) => nodes.length === 0) ? paragraphsApart(placed) : placed.flat()
}

function paragraphsApart(placed: readonly (readonly TreeNode[])[]): TreeNode[] {
  const nodes = paragraphsFrom(placed.flatMap((part) => (part.length === 0 ? [GONE] : part)))
  return nodes.filter((node) => node !== GONE)
}

function isMisplaced(node: TreeNode, allowed: TagName | undefined): boolean {
  return node.type === 'element' && node.tagName !== allowed && MISPLACED_IN_FLOW.has(node.tagName)
}

/** In a figure a picture stands by itself. */
function withoutPictureParagraphs(children: readonly TreeNode[]): TreeNode[] {
  return children.flatMap((child) => (isPictureParagraph(child) ? child.children : [child]))
}

function isPictureParagraph(node: TreeNode): node is Element {
  return node.type === 'element' && node.tagName === 'p' && node.children.every(isPicture)
}

function isPicture(node: TreeNode): boolean {
  if (node.type === 'text') return false
  return node.tagName === 'img' || (node.tagName === 'a' && node.children.every(isPicture))
}

function asSection(node: TreeNode): TreeNode {
  return element('section', paragraphsFrom(childrenOf(node)))
}

function isOneOf(node: TreeNode, ...tagNames: readonly TagName[]): boolean {
  return node.type === 'element' && tagNames.includes(node.tagName)
}

function childrenOf(node: TreeNode): readonly TreeNode[] {
  return node.type === 'text' ? [] : node.children
}
