import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyTree } from '../testing/any-tree'
import { canonicalText } from '../text/canonical-text'
import { element, text } from '../tree/elements'
import { normalizeTree } from '../tree/normalize-tree'
import type { Root, TreeNode } from '../tree/tree'
import { afterOf, beforeOf, type ComparedBlock } from './compared-block'
import { compareTrees } from './compare-trees'

const page = (...children: readonly TreeNode[]): Root => ({ type: 'root', children })
const paragraphs = (...lines: readonly string[]): Root =>
  page(...lines.map((line) => element('p', [text(line)])))
const row = (...cells: readonly string[]): TreeNode =>
  element(
    'tr',
    cells.map((cell) => element('td', cell === '' ? [] : [text(cell)]))
  )
const table = (...rows: readonly TreeNode[]): Root => page(element('table', [element('tbody', rows)]))

/** Each block with its change: what was removed in [-…-], what was added in {+…+}. */
function told(blocks: readonly ComparedBlock[]): readonly string[] {
  const signs = { same: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] } as const
  return blocks.map(({ change, pieces }) => {
    const words = pieces.map(({ kind, text: own }) => signs[kind].join(own))
    return `${change}: ${words.join('')}`
  })
}

const GRAIN = 'The ministers met in Ankara on Monday to speak about grain.'
const OFFICE = 'A joint office opens in the spring, and both sides pay for it.'
const OSLO = 'The next meeting will take place in Oslo before the end of June.'

const cases: Readonly<Record<string, { before: Root; after: Root; expected: readonly string[] }>> = {
  'a word replaced': {
    before: paragraphs(GRAIN, OSLO),
    after: paragraphs(GRAIN.replace('Monday', 'Tuesday'), OSLO),
    expected: [
      'edited: The ministers met in Ankara on [-Monday-]{+Tuesday+} to speak about grain.',
      `same: ${OSLO}`
    ]
  },
  'words added and removed, with the space beside them': {
    before: paragraphs('The old plan holds.', GRAIN),
    after: paragraphs('The plan still holds.', GRAIN),
    expected: ['edited: The [-old -]plan {+still +}holds.', `same: ${GRAIN}`]
  },
  'a paragraph added and one removed': {
    before: paragraphs(GRAIN, OFFICE),
    after: paragraphs(GRAIN, 'Observers had to wait outside all day.'),
    expected: [
      `same: ${GRAIN}`,
      `removed: [-${OFFICE}-]`,
      'added: {+Observers had to wait outside all day.+}'
    ]
  },
  'a paragraph moved': {
    before: paragraphs(OFFICE, GRAIN, OSLO),
    after: paragraphs(GRAIN, OSLO, OFFICE),
    expected: [`moved-away: [-${OFFICE}-]`, `same: ${GRAIN}`, `same: ${OSLO}`, `moved: ${OFFICE}`]
  },
  'a paragraph moved and edited': {
    before: paragraphs(OFFICE, GRAIN, OSLO),
    after: paragraphs(GRAIN, OSLO, OFFICE.replace('spring', 'autumn')),
    expected: [
      `moved-away: [-${OFFICE}-]`,
      `same: ${GRAIN}`,
      `same: ${OSLO}`,
      'moved: A joint office opens in the [-spring-]{+autumn+}, and both sides pay for it.'
    ]
  },
  'a paragraph split': {
    before: paragraphs(`${GRAIN} ${OFFICE}`),
    after: paragraphs(GRAIN, OFFICE),
    expected: [`edited: ${GRAIN}[- -]{+\n+}${OFFICE}`]
  },
  'two paragraphs joined': {
    before: paragraphs(GRAIN, OFFICE),
    after: paragraphs(`${GRAIN} ${OFFICE}`),
    expected: [`edited: ${GRAIN}[-\n-]{+ +}${OFFICE}`]
  },
  'a cell replaced by words of its own': {
    before: table(row('Ankara', '12'), row('Oslo', '9')),
    after: table(row('Ankara', '15'), row('Oslo', '9')),
    expected: ['same: Ankara', 'edited: [-12-]{+15+}', 'same: Oslo', 'same: 9']
  },
  'replacements with one short word between them': {
    before: paragraphs('Prices in the northern of districts rose sharply.'),
    after: paragraphs('Prices in the southern of provinces rose sharply.'),
    expected: ['edited: Prices in the [-northern of districts-]{+southern of provinces+} rose sharply.']
  },
  'a text in Japanese': {
    before: paragraphs('会議は月曜日に東京で開かれた。'),
    after: paragraphs('会議は火曜日に東京で開かれた。'),
    expected: ['edited: 会議は[-月-]{+火+}曜日に東京で開かれた。']
  },
  nothing: { before: paragraphs(GRAIN), after: paragraphs(GRAIN), expected: [`same: ${GRAIN}`] }
}

describe('two editions side by side', () => {
  for (const [name, { before, after, expected }] of Object.entries(cases)) {
    it(`tell of ${name}`, () => expect(told(compareTrees(before, after))).toEqual(expected))
  }

  it('say where a cell stands, past empty ones and wide ones', () => {
    const before = table(row('Ankara', '', '12'))
    const wide = element('tr', [element('td', [text('Ankara')], { colSpan: 2 }), element('td', [text('12')])])
    const cells = compareTrees(before, table(wide))
    expect(cells.map((cell) => cell.before?.cell?.column)).toEqual([0, 2])
    expect(cells.map((cell) => cell.after?.cell?.column)).toEqual([0, 2])
  })
})

describe('the changes between two editions', () => {
  const words = ['grain', 'talks', 'Oslo ', ' the', '. ', ', ', '会議', 'İş', '🇹🇷', ' ', '\u00a0', 'é']
  const tree = anyTree(words).map(normalizeTree)

  it('give the later text, and undone the earlier one, whatever the texts', () => {
    fc.assert(
      fc.property(tree, tree, (before, after) => {
        const blocks = compareTrees(before, after)
        expect(beforeOf(blocks)).toBe(canonicalText(before))
        expect(afterOf(blocks)).toBe(canonicalText(after))
      }),
      { numRuns: 400 }
    )
  })

  const line = fc.constantFrom(
    GRAIN,
    OFFICE,
    OSLO,
    'Oslo',
    'Observers were not admitted to the last session.'
  )
  const edited = fc.array(fc.tuple(line, line, fc.nat(60)), { maxLength: 8 })

  it('give both texts when paragraphs are moved, joined, split and edited', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), edited, (lines, edits) => {
        const before = paragraphs(...lines)
        const after = paragraphs(
          ...edits.map(([a, b, cut]) => a.slice(0, cut) + b.slice(cut)).filter(Boolean)
        )
        const blocks = compareTrees(before, after)
        expect(beforeOf(blocks)).toBe(canonicalText(before))
        expect(afterOf(blocks)).toBe(canonicalText(after))
        expect(blocks.filter(({ change }) => change === 'moved')).toHaveLength(
          blocks.filter(({ change }) => change === 'moved-away').length
        )
      }),
      { numRuns: 200 }
    )
  })

  it('are none between a text and itself', () => {
    fc.assert(
      fc.property(tree, (root) => {
        expect(compareTrees(root, root).filter(({ change }) => change !== 'same')).toEqual([])
      }),
      { numRuns: 200 }
    )
  })
})
