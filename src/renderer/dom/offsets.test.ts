import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalText } from '#core/text/canonical-text'
import type { TextRange } from '#core/text/text-range'
import { anyTree } from '#core/testing/any-tree'
import { element, text } from '#core/tree/elements'
import { normalizeTree } from '#core/tree/normalize-tree'
import type { Root } from '#core/tree/tree'
import { drawTree, type DrawnTree } from '../testing/draw-tree'
import { selectedRange } from './selection-range'

const WORDS = ['a', 'bc ', 'é', '😀', '\u00a0', ' ', '東京', 'شرط', 'i̇']
const normalTree = anyTree(WORDS).map(normalizeTree)
const RUNS = { numRuns: 150 }

/** Draw the tree, look at it, and take it away. */
function whenDrawn(root: Root, look: (drawn: DrawnTree) => void): void {
  const drawn = drawTree(root)
  try {
    look(drawn)
  } finally {
    drawn.remove()
  }
}

/** The text between the drawn pieces is that between blocks: one LF each. */
function drawnText({ map, plan }: DrawnTree): string {
  let drawn = ''
  for (const { node, start, length } of map.entries) {
    drawn += '\n'.repeat(start - drawn.length)
    drawn += node instanceof Text ? node.data : '\n'.repeat(length)
  }
  return drawn + '\n'.repeat(plan.text.length - drawn.length)
}

/** What a person would read: the browser's own idea of the text that is seen. */
function seenText({ article }: DrawnTree): string {
  const selection = getSelection()
  selection?.selectAllChildren(article)
  const seen = selection?.toString() ?? ''
  selection?.removeAllRanges()
  return seen
}

function select({ map }: DrawnTree, range: TextRange): void {
  const domRange = map.domRange(range)
  if (domRange === null) throw new Error('nothing is drawn there')
  getSelection()?.setBaseAndExtent(
    domRange.startContainer,
    domRange.startOffset,
    domRange.endContainer,
    domRange.endOffset
  )
}

/** Where a selection may begin and end: between whole characters, at no white space. */
function selectableRanges(whole: string): TextRange[] {
  const marks = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(whole)]
  const solid = marks.filter(({ segment }) => segment.trim() !== '')
  return solid.flatMap((first, index) =>
    solid.slice(index, index + 6).map((last) => ({
      start: first.index,
      end: last.index + last.segment.length
    }))
  )
}

describe('the text of the page', () => {
  it('is the canonical text, at the same offsets', () => {
    fc.assert(
      fc.property(normalTree, (root) =>
        whenDrawn(root, (drawn) => expect(drawnText(drawn)).toBe(canonicalText(root)))
      ),
      RUNS
    )
  })

  it('is what a person sees, to the letter', () => {
    const letters = (value: string): string => value.replace(/\s+/gu, '')
    fc.assert(
      fc.property(normalTree, (root) =>
        whenDrawn(root, (drawn) => expect(letters(seenText(drawn))).toBe(letters(canonicalText(root))))
      ),
      RUNS
    )
  })

  it('keeps the white space that a person sees in code and none that she does not', () => {
    const root: Root = {
      type: 'root',
      children: [
        element('pre', [text('if (x) {\n    y\n\n}')]),
        element('p', [text('one'), element('br'), text('two '), element('em', [text('three')])])
      ]
    }
    whenDrawn(root, (drawn) => {
      expect(drawn.article.querySelector('pre')?.innerText).toBe('if (x) {\n    y\n\n}')
      expect(drawn.article.querySelector('p')?.innerText).toBe('one\ntwo three')
      expect(canonicalText(root)).toBe('if (x) {\n    y\n\n}\none\ntwo three')
    })
  })
})

describe('a passage that is selected on the page', () => {
  it('is the same passage of the text', () => {
    fc.assert(
      fc.property(normalTree, (root) =>
        whenDrawn(root, (drawn) => {
          for (const range of selectableRanges(drawn.plan.text)) {
            select(drawn, range)
            const { text: whole } = drawn.plan
            const found = selectedRange(getSelection(), drawn.article, {
              text: whole,
              map: drawn.map
            })
            expect(found, JSON.stringify(whole.slice(range.start, range.end))).toEqual(range)
          }
        })
      ),
      { numRuns: 60 }
    )
  })

  it('ends with its paragraph when a triple click reaches into the next one', () => {
    const root: Root = {
      type: 'root',
      children: [element('p', [text('First. ')]), element('p', [text('Second.')])]
    }
    whenDrawn(normalizeTree(root), (drawn) => {
      const [first, second] = drawn.article.querySelectorAll('p')
      if (first === undefined || second === undefined) throw new Error('two paragraphs')
      getSelection()?.setBaseAndExtent(first, 0, second, 0)
      const { text: whole } = drawn.plan
      const found = selectedRange(getSelection(), drawn.article, { text: whole, map: drawn.map })
      expect(found).toEqual({ start: 0, end: 6 })
    })
  })
})
