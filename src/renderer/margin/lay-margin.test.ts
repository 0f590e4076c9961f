import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layMargin, MARGIN_GAP, type MarginCard } from './lay-margin'

const anyCards = fc
  .array(fc.record({ line: fc.integer({ min: 0, max: 5_000 }), height: fc.integer({ min: 20, max: 400 }) }), {
    minLength: 1,
    maxLength: 60
  })
  .map((cards) =>
    cards.toSorted((a, b) => a.line - b.line).map((card, index): MarginCard => ({ id: `${index}`, ...card }))
  )

const bottoms = (cards: readonly MarginCard[], tops: readonly number[]) =>
  cards.map(({ height }, index) => (tops[index] ?? 0) + height)

describe('cards in the margin', () => {
  it('never lie on each other, whichever is selected', () => {
    fc.assert(
      fc.property(anyCards, fc.nat(60), (cards, selected) => {
        const tops = layMargin(cards, `${selected}`)
        const ends = bottoms(cards, tops)
        for (const [index, top] of tops.entries())
          expect(top).toBeGreaterThanOrEqual((ends[index - 1] ?? -Infinity) + (index > 0 ? MARGIN_GAP : 0))
      })
    )
  })

  it('stand at their lines, or lower and then right below another', () => {
    fc.assert(
      fc.property(anyCards, (cards) => {
        const tops = layMargin(cards, null)
        const ends = bottoms(cards, tops)
        for (const [index, { line }] of cards.entries()) {
          const top = tops[index] ?? 0
          if (top !== line) expect(top).toBe(Math.max(line, (ends[index - 1] ?? -Infinity) + MARGIN_GAP))
        }
      })
    )
  })

  it('give the selected one the place beside its line', () => {
    fc.assert(
      fc.property(anyCards, fc.nat(1_000), (cards, pick) => {
        const selected = pick % cards.length
        expect(layMargin(cards, `${selected}`)[selected]).toBe(cards[selected]?.line)
      })
    )
  })

  it('move up only as far as the selected one needs', () => {
    const cards = [
      { id: 'far', line: 0, height: 50 },
      { id: 'near', line: 300, height: 50 },
      { id: 'selected', line: 320, height: 50 }
    ]
    expect(layMargin(cards, 'selected')).toEqual([0, 320 - MARGIN_GAP - 50, 320])
  })
})
