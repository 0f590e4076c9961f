import fc from 'fast-check'
import { element, isVoid, TAG_NAMES, text } from '../tree/elements'
import type { Element, Root, TagName, TreeNode } from '../tree/tree'

/** Any tree of the closed set whose texts are put together from `parts`; it is seldom a normal one. */
export function anyTree(parts: readonly string[]): fc.Arbitrary<Root> {
  const textNode = fc.array(fc.constantFrom(...parts), { maxLength: 4 }).map((own) => text(own.join('')))
  const leaves = [element('br'), element('img', [], { alt: 'x' }), element('sup', [], { footnoteRef: '1' })]
  return fc.letrec<{ node: TreeNode; root: Root }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 6, depthSize: 'medium' },
      textNode,
      fc.constantFrom(...leaves),
      fc
        .tuple(fc.constantFrom(...TAG_NAMES), fc.array(tie('node'), { maxLength: 4 }), fc.boolean())
        .map(([tagName, children, noted]) => elementOf(tagName, children, noted))
    ),
    root: fc.array(tie('node'), { maxLength: 6 }).map((children): Root => ({ type: 'root', children }))
  })).root
}

function elementOf(tagName: TagName, children: readonly TreeNode[], noted: boolean): Element {
  const inner = isVoid(tagName) ? [] : children
  if (tagName === 'a') return element('a', inner, { href: 'https://example.org/' })
  if (tagName === 'section' && noted) return element('section', inner, { footnotes: true })
  if (tagName === 'aside' && noted) return element('aside', inner, { footnote: '1' })
  return element(tagName, inner)
}
