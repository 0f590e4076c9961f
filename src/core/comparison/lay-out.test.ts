import { describe, expect, it } from 'vitest'
import { element, text } from '../tree/elements'
import type { Root, TreeNode } from '../tree/tree'
import { compareTrees } from './compare-trees'
import { layOut, type Section } from './lay-out'

const page = (...children: readonly TreeNode[]): Root => ({ type: 'root', children })
const paragraph = (words: string): TreeNode => element('p', [text(words)])
const table = (...rows: readonly (readonly string[])[]): TreeNode =>
  element('table', [
    element(
      'tbody',
      rows.map((cells) =>
        element(
          'tr',
          cells.map((cell) => element('td', cell === '' ? [] : [text(cell)]))
        )
      )
    )
  ])
const lines = (...numbers: readonly number[]): TreeNode[] =>
  numbers.map((number) => paragraph(`This is the paragraph that is number ${number} of them all.`))

function sketch(sections: readonly Section[]): readonly string[] {
  return sections.map((section) => {
    if (section.kind === 'fold') return `fold of ${section.count}`
    if (section.kind === 'block') return section.block.change
    const rows = section.rows.map((row) =>
      row.map((cell) => cell.map(({ change }) => change).join('+')).join('|')
    )
    return rows.join(' / ')
  })
}

describe('compared blocks, laid out', () => {
  it('fold what is far from any change, and nothing short', () => {
    const before = page(...lines(1, 2, 3, 4, 5, 6, 7, 8, 9))
    const after = page(...lines(1, 2, 3, 4, 5, 60, 7, 8, 9))
    expect(sketch(layOut(compareTrees(before, after)))).toEqual([
      'fold of 4',
      'same',
      'edited',
      'same',
      'same',
      'same'
    ])
  })

  it('keep the rows and columns of a table: a cell, and rows that came and went', () => {
    const before = page(table(['City', 'Day'], ['Ankara', '12'], ['Quito', '14'], ['Oslo', '']))
    const after = page(table(['City', 'Day'], ['Ankara', '13'], ['Oslo', ''], ['Bern', '20']))
    expect(sketch(layOut(compareTrees(before, after)))).toEqual([
      'same|same / same|removed+added / removed|removed / same / added|added'
    ])
  })

  it('keep two tables apart', () => {
    const before = page(table(['Ankara', 'talks']), table(['Oslo', 'meeting']))
    expect(layOut(compareTrees(before, before)).map(({ kind }) => kind)).toEqual(['table', 'table'])
  })
})
