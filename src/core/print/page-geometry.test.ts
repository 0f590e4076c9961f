import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DESIGNED_TEXT_SIZE } from './export-options'
import { pageGeometry } from './page-geometry'

const PAGES = fc.record({
  paper: fc.constantFrom('a4' as const, 'letter' as const),
  margins: fc.constantFrom('narrow' as const, 'normal' as const, 'wide' as const),
  textSize: fc.double({ min: 8, max: 16, noNaN: true })
})

const FORMS = ['margin', 'end'] as const

describe('pageGeometry', () => {
  it('fills the paper, whatever is chosen', () => {
    fc.assert(
      fc.property(PAGES, fc.constantFrom(...FORMS), (page, form) => {
        const { paper, margin, column, area, landscapeArea } = pageGeometry(page, form)
        expect(column.start + column.width + column.end).toBeCloseTo(area.width, 6)
        expect(margin.start + area.width + margin.end).toBeCloseTo(paper.width, 6)
        expect(margin.top + area.height + margin.bottom).toBeCloseTo(paper.height, 6)
        expect(margin.top + landscapeArea.height + margin.landscapeBottom).toBeCloseTo(paper.width, 6)
        expect(column.start).toBeGreaterThanOrEqual(-1e-9)
      })
    )
  })

  for (const paper of ['a4', 'letter'] as const) {
    for (const margins of ['narrow', 'normal', 'wide'] as const) {
      it.each(FORMS)(
        `sets 60 to 75 characters on a line of ${paper}, ${margins} margins, notes: %s`,
        (form) => {
          const { column } = pageGeometry({ paper, margins, textSize: DESIGNED_TEXT_SIZE }, form)
          const characters = column.width / (0.45 * DESIGNED_TEXT_SIZE)
          expect(characters).toBeGreaterThanOrEqual(60)
          expect(characters).toBeLessThanOrEqual(76)
        }
      )
    }
  }
})
