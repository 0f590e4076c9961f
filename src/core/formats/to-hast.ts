import type * as Hast from 'hast'
import type { Element, Properties, Root, TreeNode } from '../tree/tree'
import { tag, text } from './html-page'

/**
 * A briefing's tree as ordinary HTML syntax (https://github.com/syntax-tree/hast), for writers that
 * know nothing of our own properties: footnotes become links both ways, pictures name their file.
 *
 * `pictureAddress` says where a stored picture is to be found.
 */
export function toHast(root: Root, pictureAddress: (asset: string) => string): Hast.ElementContent[] {
  return root.children.map((child) => toNode(child, pictureAddress))
}

function toNode(node: TreeNode, pictureAddress: (asset: string) => string): Hast.Element | Hast.Text {
  if (node.type === 'text') return { type: 'text', value: node.value }
  const children = node.children.map((child) => toNode(child, pictureAddress))
  const { footnoteRef, footnote, checked } = node.properties
  if (footnoteRef !== undefined) return reference(footnoteRef)
  if (footnote !== undefined) return note(footnote, children)
  if (checked !== undefined) return task(checked, children)
  const properties = node.tagName === 'img' ? pictureOf(node, pictureAddress) : plain(node.properties)
  const inner = node.tagName === 'pre' ? [tag('code', children)] : children
  return tag(node.tagName, inner, properties)
}

function reference(label: string): Hast.Element {
  const link = tag('a', [text(label)], {
    href: `#fn-${label}`,
    id: `fnref-${label}`,
    dataFootnoteRef: true
  })
  return tag('sup', [link])
}

function note(label: string, children: (Hast.Element | Hast.Text)[]): Hast.Element {
  return tag('aside', children, { id: `fn-${label}`, role: 'doc-footnote' })
}

function task(checked: boolean, children: (Hast.Element | Hast.Text)[]): Hast.Element {
  const box = tag('input', [], { type: 'checkbox', disabled: true, checked })
  return tag('li', [box, text(' '), ...children], { className: ['task-list-item'] })
}

function pictureOf({ properties }: Element, pictureAddress: (asset: string) => string): Hast.Properties {
  const { asset, source, alt, width, height } = properties
  const src = asset === undefined ? (source ?? '') : pictureAddress(asset)
  return { src, alt: alt ?? '', ...defined({ width, height }) }
}

function plain({ lang, dir, href, colSpan, rowSpan, align, start }: Properties): Hast.Properties {
  return defined({ lang, dir, href, colSpan, rowSpan, align, start })
}

function defined(properties: Record<string, string | number | undefined>): Hast.Properties {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined))
}
