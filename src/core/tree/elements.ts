import type { Element, HeadingTag, TagName, TreeNode } from './tree'

const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const
const BLOCKS = ['p', 'li', 'td', 'th', 'pre', 'figcaption', 'caption', 'dt', 'dd'] as const
const CONTAINERS = [
  'blockquote',
  'ul',
  'ol',
  'table',
  'thead',
  'tbody',
  'tfoot',
  'tr',
  'figure',
  'dl',
  'section',
  'aside'
] as const
const INLINES = ['em', 'strong', 'del', 'u', 'sub', 'sup', 'mark', 'a', 'code'] as const
const VOIDS = ['br', 'hr', 'img'] as const

/** Every element a briefing may hold. */
export const TAG_NAMES: readonly TagName[] = [...HEADINGS, ...BLOCKS, ...CONTAINERS, ...INLINES, ...VOIDS]

const HEADING_SET = new Set<string>(HEADINGS)
const BOUNDARY_SET = new Set<string>([...HEADINGS, ...BLOCKS, ...CONTAINERS, 'hr'])
const CONTAINER_SET = new Set<string>([...CONTAINERS])
const VOID_SET = new Set<string>(VOIDS)

/** Whether an element of this name is a heading. */
export function isHeading(tagName: string): tagName is HeadingTag {
  return HEADING_SET.has(tagName)
}

/** Whether the borders of an element of this name end the run of text around it. */
export function isBoundary(tagName: string): boolean {
  return BOUNDARY_SET.has(tagName)
}

/** Whether an element of this name holds blocks and no text of its own. */
export function isContainer(tagName: string): boolean {
  return CONTAINER_SET.has(tagName)
}

/** Whether an element of this name never has children. */
export function isVoid(tagName: string): boolean {
  return VOID_SET.has(tagName)
}

/** Whether an element of this name means something without content: lists keep their numbers, tables their grid. */
export function isKeptWhenEmpty(tagName: string): boolean {
  return tagName === 'li' || tagName === 'td' || tagName === 'th'
}

/** The level of a heading, 1 to 6. */
export function headingLevel(tagName: HeadingTag): number {
  return Number(tagName.slice(1))
}

/** An element with only what is given. */
export function element(
  tagName: TagName,
  children: readonly TreeNode[] = [],
  properties: Element['properties'] = {}
): Element {
  return { type: 'element', tagName, properties, children }
}

/** A text node. */
export function text(value: string): TreeNode {
  return { type: 'text', value }
}
