import type * as Hast from 'hast'
import { element, text, TAG_NAMES } from './elements'
import { paragraphsFrom } from './group-nodes'
import {
  linkAddress,
  pictureProperties,
  propertiesOf,
  readable,
  universalProperties,
  type StoredPicture
} from './sanitize-properties'
import type { TagName, TreeNode } from './tree'

/** What mapping an element depends on beside itself. */
export interface MappingContext {
  readonly pictures: ReadonlyMap<string, StoredPicture>
  /** Labels of the footnotes by the id that links to them name. */
  readonly labels: ReadonlyMap<string, string>
  readonly inPre: boolean
  readonly inNotes: boolean
}

/** A footnote as remark-rehype writes it: an item of the last section. */
export interface FoundNote {
  readonly id: string
  readonly label: string
  readonly children: readonly Hast.ElementContent[]
}

type Nodes = readonly (Hast.RootContent | Hast.ElementContent)[]

const RENAMED: Readonly<Record<string, TagName>> = {
  b: 'strong',
  i: 'em',
  cite: 'em',
  dfn: 'em',
  var: 'em',
  s: 'del',
  strike: 'del',
  ins: 'u',
  tt: 'code',
  kbd: 'code',
  samp: 'code',
  menu: 'ul',
  dir: 'ul',
  xmp: 'pre',
  listing: 'pre',
  plaintext: 'pre'
}

const SAME = new Map<string, TagName>(TAG_NAMES.map((tagName) => [tagName, tagName]))

const UNWRAPPED_BLOCKS = new Set(
  'div center article main header footer nav hgroup form fieldset legend details dialog search address'.split(
    ' '
  )
)

/** The nodes of the closed set for sanitised HTML; they still have to be made normal. */
export function mapNodes(nodes: Nodes, context: MappingContext): TreeNode[] {
  return nodes.flatMap((node) => {
    if (node.type === 'text') return [text(readable(node.value))]
    return node.type === 'element' ? mapElement(node, context) : []
  })
}

/** Part the generated footnotes from the text above them. */
export function footnotesOf(root: Hast.Nodes): { body: Nodes; notes: readonly FoundNote[] } {
  const children: Nodes = 'children' in root ? root.children : []
  const at = children.findLastIndex((child) => child.type === 'element')
  const last = children[at]
  if (
    last?.type !== 'element' ||
    last.tagName !== 'section' ||
    last.properties['dataFootnotes'] === undefined
  ) {
    return { body: children, notes: [] }
  }
  const items = last.children.flatMap((child) => (isElement(child, 'ol') ? child.children : []))
  const notes = items
    .filter((item) => isElement(item, 'li'))
    .map((item, index) => ({
      id: String(item.properties['id'] ?? ''),
      label: String(index + 1),
      children: item.children
    }))
  return { body: children.filter((_, index) => index !== at), notes }
}

function mapElement(node: Hast.Element, context: MappingContext): TreeNode[] {
  const { tagName, properties } = node
  if (UNWRAPPED_BLOCKS.has(tagName)) return unwrappedBlock(node, context)
  switch (tagName) {
    case 'a':
      return link(node, context)
    case 'img': {
      const kept = pictureProperties(properties, context.pictures)
      return kept === null ? [] : [element('img', [], kept)]
    }
    case 'br':
    case 'hr':
      return [element(tagName)]
    case 'sup':
      return node.children.some((child) => isReference(child, context))
        ? mapNodes(node.children, context)
        : [element('sup', mapNodes(node.children, context), universalProperties(properties))]
    case 'code':
      return context.inPre ? mapNodes(node.children, context) : renamed(node, 'code', context)
    case 'li':
      return [
        element('li', mapNodes(node.children, context), { ...universalProperties(properties), ...task(node) })
      ]
    case 'summary':
      return [
        element('p', [element('strong', mapNodes(node.children, context))], universalProperties(properties))
      ]
    case 'q':
      return [text('“'), ...mapNodes(node.children, context), text('”')]
    case 'rt':
      return [text('('), ...mapNodes(node.children, context), text(')')]
    case 'rp':
    case 'input':
      return []
    case 'span':
    case 'font':
      return styled(node, context)
    default: {
      const known = RENAMED[tagName] ?? SAME.get(tagName)
      return known === undefined ? mapNodes(node.children, context) : renamed(node, known, context)
    }
  }
}

function renamed(node: Hast.Element, tagName: TagName, context: MappingContext): TreeNode[] {
  const inner = tagName === 'pre' ? { ...context, inPre: true } : context
  return [element(tagName, mapNodes(node.children, inner), propertiesOf(tagName, node.properties))]
}

/** A block that says nothing but its language keeps its borders: text in it becomes paragraphs. */
function unwrappedBlock(node: Hast.Element, context: MappingContext): TreeNode[] {
  const children = mapNodes(node.children, context)
  const properties = universalProperties(node.properties)
  if (Object.keys(properties).length > 0) return [element('section', children, properties)]
  return paragraphsFrom(children)
}

function link(node: Hast.Element, context: MappingContext): TreeNode[] {
  const { properties } = node
  if (isReference(node, context)) {
    const label = context.labels.get(String(properties['href']).slice(1))
    return label === undefined ? [] : [element('sup', [], { footnoteRef: label })]
  }
  if (context.inNotes && properties['dataFootnoteBackref'] !== undefined) return []
  const children = mapNodes(node.children, context)
  const href = linkAddress(properties['href'])
  return href === null ? children : [element('a', children, { ...universalProperties(properties), href })]
}

function isReference(node: Hast.ElementContent, { labels }: MappingContext): boolean {
  if (!isElement(node, 'a') || node.properties['dataFootnoteRef'] === undefined) return false
  return labels.has(String(node.properties['href']).slice(1))
}

/** Converters of word processors write emphasis as styles. */
function styled(node: Hast.Element, context: MappingContext): TreeNode[] {
  const style = String(node.properties['style'] ?? '').toLowerCase()
  const wraps: (readonly [RegExp, TagName])[] = [
    [/text-decoration(?:-line)?\s*:[^;]*underline/, 'u'],
    [/text-decoration(?:-line)?\s*:[^;]*line-through/, 'del'],
    [/font-style\s*:\s*italic/, 'em'],
    [/font-weight\s*:\s*(?:bold|[6-9]00)/, 'strong']
  ]
  return wraps
    .filter(([pattern]) => pattern.test(style))
    .reduce((children, [, tagName]) => [element(tagName, children)], mapNodes(node.children, context))
}

function task(item: Hast.Element): { checked?: boolean } {
  const [first] = item.children.filter((child) => child.type === 'element')
  const box = isElement(first, 'p') ? first.children.find((child) => isElement(child, 'input')) : first
  if (!isElement(box, 'input') || box.properties['type'] !== 'checkbox') return {}
  return { checked: box.properties['checked'] === true }
}

function isElement(node: Hast.RootContent | undefined, tagName: string): node is Hast.Element {
  return node?.type === 'element' && node.tagName === tagName
}
