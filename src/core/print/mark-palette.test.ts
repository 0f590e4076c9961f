import { describe, expect, it } from 'vitest'
import { COLORS } from '../annotation/annotation'
import { COLOR_SIGNS } from '../annotation/color-signs'
import { PALETTE, TEXT_COLOR } from './mark-palette'

describe('the printed colours', () => {
  for (const color of COLORS) {
    it(`leaves the words on ${color} a contrast of 7:1, also where two lie upon each other`, () => {
      const { fill } = PALETTE[color]
      expect(contrast(TEXT_COLOR, fill)).toBeGreaterThanOrEqual(7)
      for (const other of COLORS) {
        expect(contrast(TEXT_COLOR, multiplied(fill, PALETTE[other].fill))).toBeGreaterThanOrEqual(7)
      }
    })

    it(`draws the line of ${color} dark enough to be seen on its fill without colour`, () => {
      const { fill, ink } = PALETTE[color]
      expect(contrast(ink, fill)).toBeGreaterThanOrEqual(3)
    })
  }

  it('tells every two colours apart by the line alone', () => {
    const signs = COLORS.map(
      (color) => `${COLOR_SIGNS[color].line} ${PALETTE[color].weight >= 1.5 ? 'thick' : 'thin'}`
    )
    expect(new Set(signs).size).toBe(COLORS.length)
  })
})

/** Contrast ratio of WCAG 2.2. */
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = channels(color).map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  )
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function multiplied(a: string, b: string): string {
  const other = channels(b)
  const parts = channels(a).map((part, index) => Math.round(part * (other[index] ?? 1) * 255))
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

function channels(color: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
}
