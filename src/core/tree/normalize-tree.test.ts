import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { anyTree } from '../testing/any-tree'
import { blocksOf, canonicalText } from '../text/canonical-text'
import { element, text } from './elements'
import { NESTING_LIMIT, TreeTooDeep } from './nesting'
import { normalizeTree } from './normalize-tree'
import type { Root, TreeNode } from './tree'
import { rootSchema } from './tree-schema'

const WHITE_SPACE = [' ', '\t', '\f', '\n', '\r', '\r\n']

const tree = anyTree(['a', 'bc', 'é', '😀', '\u00a0', '', ...WHITE_SPACE])
/** Every LF of its canonical text is a border or a `br`. */
const treeWithoutLineEnds = anyTree(['a', 'bc', ' '])

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
