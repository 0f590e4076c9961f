import { describe, expect, it } from 'vitest'
import { element, text } from '../tree/elements'
import { cutIntoRuns } from './cut-into-runs'
import { DESIGNED_TEXT_SIZE } from './export-options'
import { pageGeometry } from './page-geometry'
import { tableFit } from './table-fit'

const PAGE = { paper: 'a4', margins: 'normal', textSize: DESIGNED_TEXT_SIZE } as const

const cases = {
  'a small one in the column': { cells: ['Port', 'Q3', 'Q4'], fit: 'column' },
  'seven columns of names over the page': {
    cells: [
      'Northern',
      'Ingeborg',
      '14 February 1998',
      'Hammerfest',
      '1,204',
      'International',
      'Unclassified'
    ],
    fit: 'full'
  },
  'thirteen columns of numbers on its side': { cells: Array(13).fill('12,345.67'), fit: 'landscape' },
  'forty columns with words broken': { cells: Array(40).fill('Measurement'), fit: 'broken' },
  'prose that wraps in the column': {
    cells: ['a few words '.repeat(40), 'a few more '.repeat(40)],
    fit: 'column'
  }
}

describe('tableFit', () => {
  for (const [name, { cells, fit }] of Object.entries(cases)) {
    it(`sets ${name}`, () => {
      const row = element(
        'tr',
        cells.map((cell) => element('td', [text(cell)]))
      )
      const [table] = cutIntoRuns({ type: 'root', children: [element('table', [row])] }, [])
      if (table?.type !== 'element') throw new Error('a table was given')
      expect(tableFit(table, { ...pageGeometry(PAGE, 'end'), textSize: PAGE.textSize })).toBe(fit)
    })
  }
})
