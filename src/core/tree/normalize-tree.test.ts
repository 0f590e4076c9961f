import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { blocksOf, canonicalText } from '../text/canonical-text'
import { element, isVoid, TAG_NAMES, text } from './elements'
import { NESTING_LIMIT, TreeTooDeep } from './nesting'
import { normalizeTree } from './normalize-tree'
import type { Element, Root, TagName, TreeNode } from './tree'
import { rootSchema } from './tree-schema'

const WHITE_SPACE = [' ', '\t', '\f', '\n', '\r', '\r\n']

const tree = treeOf(['a', 'bc', 'é', '😀', '\u00a0', '', ...WHITE_SPACE])
/** Every LF of its canonical text is a border or a `br`. */
const treeWithoutLineEnds = treeOf(['a', 'bc', ' '])

function treeOf(parts: readonly string[]): fc.Arbitrary<Root> {
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

describe('normalizeTree', () => {
  it('leaves a normal tree as it is', () => {
    fc.assert(
      fc.property(tree, (any) => {
        const normal = normalizeTree(any)
        expect(normalizeTree(normal)).toEqual(normal)
      }),
      { numRuns: 2000 }
    )
  })

  it('loses and repeats no character that is not white space', () => {
    fc.assert(
      fc.property(tree, (any) => {
        expect(lettersOf(canonicalText(normalizeTree(any)))).toBe(lettersOf(canonicalText(any)))
      }),
      { numRuns: 2000 }
    )
  })

  it('keeps every border between blocks and every line break', () => {
    fc.assert(
      fc.property(treeWithoutLineEnds, (any) => {
        expect(linesOf(normalizeTree(any))).toEqual(linesOf(any))
      }),
      { numRuns: 2000 }
    )
  })

  it('gives a tree of the closed set whose blocks are trimmed and never empty', () => {
    fc.assert(
      fc.property(tree, (any) => {
        const normal = normalizeTree(any)
        expect(v.is(rootSchema, normal)).toBe(true)
        for (const block of blocksOf(normal)) expect(isTidy(block.tag, block.text)).toBe(true)
      }),
      { numRuns: 2000 }
    )
  })

  it('loses no picture and no footnote reference', () => {
    fc.assert(
      fc.property(tree, (any) => {
        expect(leavesOf(normalizeTree(any))).toBe(leavesOf(any))
      }),
      { numRuns: 1000 }
    )
  })

  it('refuses what is nested too deep and takes what is not', () => {
    expect(() => normalizeTree(nested(NESTING_LIMIT + 1))).toThrow(TreeTooDeep)
    expect(() => normalizeTree(nested(200_000))).toThrow(TreeTooDeep)
    expect(canonicalText(normalizeTree(nested(NESTING_LIMIT - 2)))).toBe('deep')
  })
})

function lettersOf(string: string): string {
  return [...string.replace(/[ \t\n\f\r]/g, '')].sort().join('')
}

/** In no order, since footnotes and captions may have moved. */
function linesOf(root: Root): string[] {
  const lines = canonicalText(root)
    .split('\n')
    .map((line) => line.trim().replace(/ +/g, ' '))
  return lines.filter((line) => line !== '').sort()
}

function isTidy(tag: string, own: string): boolean {
  if (tag === 'pre') return !own.endsWith('\n') && /[^ \t\n\f\r]/.test(own)
  return /^(?:[^ \t\n\f\r]+(?: |\n+))*[^ \t\n\f\r]+$/.test(own)
}

function leavesOf(root: Root): number {
  return (JSON.stringify(root).match(/"tagName":"img"|"footnoteRef"/g) ?? []).length
}

function nested(depth: number): Root {
  let node: TreeNode = text('deep')
  for (let level = 1; level < depth; level += 1) node = element('blockquote', [node])
  return { type: 'root', children: [node] }
}
