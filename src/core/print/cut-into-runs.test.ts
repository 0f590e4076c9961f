import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalText } from '../text/canonical-text'
import type { TextRange } from '../text/text-range'
import { element, text } from '../tree/elements'
import type { Root, TreeNode } from '../tree/tree'
import { cutIntoRuns, lastRuns, runsOf } from './cut-into-runs'
import type { CutNode } from './cut-into-runs'

const words = fc
  .string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
  .filter((value) => /\S/u.test(value))

const { inline } = fc.letrec<{ inline: TreeNode }>((tie) => ({
  inline: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    words.map(text),
    fc.constant(element('br')),
    fc.constant(element('sup', [], { footnoteRef: '1' })),
    fc.array(tie('inline'), { maxLength: 3 }).map((children) => element('em', children)),
    fc
      .array(tie('inline'), { maxLength: 3 })
      .map((children) => element('a', children, { href: 'https://x.example' }))
  )
}))
const paragraph = fc.array(inline, { maxLength: 4 }).map((children) => element('p', children))
const block = fc.oneof(
  paragraph,
  paragraph.map((inside) => element('blockquote', [inside])),
  fc.array(inline, { maxLength: 3 }).map((children) => element('ul', [element('li', children)])),
  fc.array(inline, { maxLength: 2 }).map((cell) => element('table', [element('tr', [element('td', cell)])]))
)
const tree = fc.array(block, { maxLength: 6 }).map((children): Root => ({ type: 'root', children }))

const treeAndRanges = tree.chain((root) => {
  const length = canonicalText(root).length
  const range = fc
    .tuple(fc.nat(length), fc.nat(length))
    .map(([a, b]): TextRange => ({ start: Math.min(a, b), end: Math.max(a, b) }))
  return fc.record({ root: fc.constant(root), ranges: fc.array(range, { maxLength: 6 }) })
})

describe('cutIntoRuns', () => {
  it('loses and repeats nothing: the runs put together again are the tree that was cut', () => {
    fc.assert(
      fc.property(treeAndRanges, ({ root, ranges }) => {
        const whole: Root = { type: 'root', children: cutIntoRuns(root, ranges).map(healed) }
        expect(canonicalText(whole)).toBe(canonicalText(root))
        expect(elementsOf(whole.children)).toEqual(elementsOf(root.children))
      })
    )
  })

  it('puts exactly the characters of a range under its mark, whatever other marks lie there', () => {
    fc.assert(
      fc.property(treeAndRanges, ({ root, ranges }) => {
        const nodes = cutIntoRuns(root, ranges)
        const canonical = canonicalText(root)
        for (const [mark, { start, end }] of ranges.entries()) {
          const marked = runsOf(nodes).filter((run) => run.marks.includes(mark))
          const expected = canonical.slice(start, end).replaceAll('\n', '')
          expect(
            marked
              .map((run) => run.text)
              .join('')
              .replaceAll('\n', '')
          ).toBe(expected)
        }
      })
    )
  })

  it('cuts no more than it must: two runs side by side in one text differ in their marks', () => {
    const root: Root = { type: 'root', children: [element('p', [text('one two three')])] }
    const nodes = cutIntoRuns(root, [
      { start: 4, end: 13 },
      { start: 0, end: 7 }
    ])
    expect(runsOf(nodes)).toEqual([
      { type: 'run', text: 'one ', marks: [1] },
      { type: 'run', text: 'two', marks: [0, 1] },
      { type: 'run', text: ' three', marks: [0] }
    ])
  })

  it('cuts at the borders of links, since a link must not lie in a link', () => {
    const link = element('a', [text('a link')], { href: 'https://x.example' })
    const root: Root = { type: 'root', children: [element('p', [text('see '), link, text(' here')])] }
    const runs = runsOf(cutIntoRuns(root, [{ start: 0, end: 15 }]))
    expect(runs.map((run) => run.text)).toEqual(['see ', 'a link', ' here'])
  })

  it('keeps a mark that ends with a line break to the words before it', () => {
    const root: Root = { type: 'root', children: [element('p', [text('one'), element('br'), text('two')])] }
    const nodes = cutIntoRuns(root, [{ start: 0, end: 4 }])
    expect(lastRuns(nodes).get(0)?.text).toBe('one')
    expect(runsOf(nodes).map((run) => run.marks)).toEqual([[0], []])
  })
})

/** The tree that a cut tree came from: neighbouring runs are one text again. */
function healed(node: CutNode): TreeNode {
  if (node.type === 'run') return text(node.text)
  return { ...node, children: node.children.map(healed) }
}

/** Names, properties and nesting of the elements, without their text. */
function elementsOf(nodes: readonly TreeNode[]): unknown[] {
  return nodes.flatMap((node) =>
    node.type === 'text' ? [] : [[node.tagName, node.properties, elementsOf(node.children)]]
  )
}
