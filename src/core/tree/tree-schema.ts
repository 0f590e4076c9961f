import * as v from 'valibot'
import { isVoid, TAG_NAMES } from './elements'
import type { Element, Root, TagName, TreeNode } from './tree'

/** An address that a link may have: absolute, and http, https or mailto. */
export const LINK_ADDRESS = /^(?:https?:\/\/[^\s/?#\\]|mailto:[^\s])/i

/** The name under which a picture is stored: `<sha256>.<ext>`. */
export const ASSET_NAME = /^[0-9a-f]{64}\.(?:png|jpg|gif|webp)$/

const count = v.pipe(v.number(), v.integer(), v.minValue(1))
const everywhere = {
  lang: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/))),
  dir: v.optional(v.picklist(['ltr', 'rtl', 'auto']))
}
const cell = {
  colSpan: v.optional(v.pipe(count, v.maxValue(1000))),
  rowSpan: v.optional(v.pipe(count, v.maxValue(65534))),
  align: v.optional(v.picklist(['left', 'center', 'right']))
}

/** Which element carries which properties; `lang` and `dir` may stand on all. */
const PROPERTIES: Partial<Record<TagName, v.ObjectEntries>> = {
  a: { href: v.pipe(v.string(), v.regex(LINK_ADDRESS)) },
  img: {
    asset: v.optional(v.pipe(v.string(), v.regex(ASSET_NAME))),
    source: v.optional(v.string()),
    alt: v.optional(v.string()),
    width: v.optional(count),
    height: v.optional(count)
  },
  td: cell,
  th: cell,
  ol: { start: v.optional(v.pipe(v.number(), v.integer())) },
  li: { checked: v.optional(v.boolean()) },
  sup: { footnoteRef: v.optional(v.string()) },
  section: { footnotes: v.optional(v.literal(true)) },
  aside: { footnote: v.optional(v.string()) }
}

const textSchema = v.strictObject({ type: v.literal('text'), value: v.string() })

const nodeSchema: v.GenericSchema<TreeNode> = v.lazy((node) => {
  const tagName = typeof node === 'object' && node !== null && 'tagName' in node ? String(node.tagName) : null
  return tagName === null ? textSchema : (elementSchemas.get(tagName) ?? unknownElement)
})

const unknownElement = v.never('unknown element')

const elementSchemas = new Map<string, v.GenericSchema<Element>>(
  TAG_NAMES.map((tagName) => [tagName, elementSchema(tagName)])
)

/** Any tree of the closed set, as it may stand in a file or come from another process. */
export const rootSchema: v.GenericSchema<Root> = v.strictObject({
  type: v.literal('root'),
  children: v.array(nodeSchema)
})

function elementSchema(tagName: TagName): v.GenericSchema<Element> {
  const properties = v.strictObject({ ...everywhere, ...PROPERTIES[tagName] })
  const children = v.array(nodeSchema)
  return v.strictObject({
    type: v.literal('element'),
    tagName: v.literal(tagName),
    properties,
    children: isVoid(tagName) ? v.pipe(children, v.maxLength(0)) : children
  }) as v.GenericSchema<Element>
}
