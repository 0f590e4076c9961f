import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DESIGNED_TEXT_SIZE } from './export-options'
import { pageGeometry } from './page-geometry'

const PAGES = fc.record({
  paper: fc.constantFrom('a4' as const, 'letter' as const),
  margins: fc.constantFrom('narrow' as const, 'normal' as const, 'wide' as const),
  textSize: fc.double({ min: 8, max: 16, noNaN: true })
})

describe('pageGeometry', () => {
  it('fills the paper, whatever is chosen', () => {
    fc.assert(
      fc.property(PAGES, (page) => {
        const { paper, margin, column, fullWidth } = pageGeometry(page)
        expect(2 * column.inset + column.width).toBeCloseTo(fullWidth, 6)
        expect(2 * margin.side + fullWidth).toBeCloseTo(paper.width, 6)
        expect(column.inset).toBeGreaterThanOrEqual(0)
      })
    )
  })

  for (const paper of ['a4', 'letter'] as const) {
    for (const margins of ['narrow', 'normal', 'wide'] as const) {
      it(`sets 60 to 75 characters on a line of ${paper} with ${margins} margins`, () => {
        const { column } = pageGeometry({ paper, margins, textSize: DESIGNED_TEXT_SIZE })
        const characters = column.width / (0.45 * DESIGNED_TEXT_SIZE)
        expect(characters).toBeGreaterThanOrEqual(60)
        expect(characters).toBeLessThanOrEqual(76)
      })
    }
  }
})
