import { TAG_NAMES } from '../tree/elements'
import type { Root } from '../tree/tree'

/** Far above what an importer lets through, far below what a stack holds. */
const MAX_DEPTH = 1_000
const TAGS = new Set<unknown>(TAG_NAMES)

/**
 * Whether `value`, read from a file, is a tree of the closed set.
 *
 * A checksum proves that a file is whole, not that we wrote it: a library may come from a shared
 * folder, and the page draws whatever elements a tree names.
 */
export function isTree(value: unknown): value is Root {
  if (!isRecord(value) || value['type'] !== 'root' || !Array.isArray(value['children'])) return false
  let level: unknown[] = value['children']
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH || !level.every(isNode)) return false
    level = level.flatMap((node) => (node.type === 'element' ? node.children : []))
  }
  return true
}

type LooseNode = { type: 'text' } | { type: 'element'; children: unknown[] }

function isNode(node: unknown): node is LooseNode {
  if (!isRecord(node)) return false
  if (node['type'] === 'text') return typeof node['value'] === 'string'
  return (
    node['type'] === 'element' &&
    TAGS.has(node['tagName']) &&
    Array.isArray(node['children']) &&
    isRecord(node['properties']) &&
    Object.entries(node['properties']).every(([name, property]) => PROPERTIES.get(name)?.(property) === true)
  )
}

const isString = (value: unknown): boolean => typeof value === 'string'
const isCount = (value: unknown): boolean => Number.isSafeInteger(value)
const isOneOf =
  (...allowed: readonly string[]) =>
  (value: unknown): boolean =>
    typeof value === 'string' && allowed.includes(value)
const matches =
  (pattern: RegExp) =>
  (value: unknown): boolean =>
    typeof value === 'string' && pattern.test(value)

/** The name of an asset, which is also the name of its file. */
export const ASSET_NAME = /^[0-9a-f]{64}\.[a-z0-9]{1,8}$/u

const PROPERTIES = new Map<string, (value: unknown) => boolean>([
  ['lang', isString],
  ['dir', isOneOf('ltr', 'rtl', 'auto')],
  ['href', matches(/^(?:https?:|mailto:)/iu)],
  ['asset', matches(ASSET_NAME)],
  ['source', isString],
  ['alt', isString],
  ['width', isCount],
  ['height', isCount],
  ['colSpan', isCount],
  ['rowSpan', isCount],
  ['align', isOneOf('left', 'center', 'right')],
  ['start', isCount],
  ['checked', (value) => typeof value === 'boolean'],
  ['footnoteRef', isString],
  ['footnotes', (value) => value === true],
  ['footnote', isString]
])

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
