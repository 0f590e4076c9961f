import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COLORS, STYLES } from '#core/annotation/annotation'
import { blocksOf } from '#core/text/canonical-text'
import { rangesOverlap, type TextRange } from '#core/text/text-range'
import { element, text } from '#core/tree/elements'
import { marksByBlock } from './block-labels'
import { LAYERS, layersOf } from './mark-layers'
import { nameAmong, nameMarks, type PaintedMark, strokesWithin } from './strokes'

const LENGTH = 120

const anyRange = fc
  .tuple(fc.nat(LENGTH - 1), fc.integer({ min: 1, max: LENGTH }))
  .map(([start, length]): TextRange => ({ start, end: Math.min(LENGTH, start + length) }))

const anyMarks = fc
  .array(
    fc.record({
      id: fc.uuid(),
      range: anyRange,
      color: fc.constantFrom(...COLORS.slice(0, 3)),
      style: fc.constantFrom(...STYLES),
      hasNote: fc.boolean()
    }),
    { maxLength: 40 }
  )
  .map((marks): readonly PaintedMark[] => marks.sort((a, b) => inTheText(a.range, b.range)))

function inTheText(a: TextRange, b: TextRange): number {
  return a.start - b.start || b.end - a.end
}

describe('layers', () => {
  it('put each mark one above the highest that it overlaps among those before it', () => {
    fc.assert(
      fc.property(anyMarks, (marks) => {
        const ranges = marks.map(({ range }) => range)
        const layers = layersOf(ranges)
        for (const [index, range] of ranges.entries()) {
          const below = layers
            .slice(0, index)
            .filter((_, other) => rangesOverlap(ranges[other] ?? range, range))
          expect(layers[index]).toBe(Math.min(LAYERS - 1, Math.max(-1, ...below) + 1))
        }
      })
    )
  })
})

describe('a mark that is still being saved', () => {
  it('is painted as it will be among the others', () => {
    fc.assert(
      fc.property(anyMarks, fc.nat(39), (marks, nth) => {
        const pending = marks[nth % Math.max(1, marks.length)]
        if (pending === undefined) return
        const others = marks.filter((mark) => mark !== pending)
        const hasTwin = others.some(({ range }) => inTheText(range, pending.range) === 0)
        fc.pre(!hasTwin)
        const all = nameMarks(marks)
        expect(nameAmong(nameMarks(others), pending)).toEqual(all[marks.indexOf(pending)])
      })
    )
  })
})

describe('strokes', () => {
  it('are the same in whatever order the marks come', () => {
    fc.assert(
      fc.property(anyMarks, anyRange, (marks, part) => {
        const plain = marks.map((mark, index) => ({
          ...mark,
          range: { start: index * 3, end: index * 3 + 5 }
        }))
        const backwards = nameMarks([...plain].reverse())
        expect(strokesWithin(backwards, part)).toEqual(strokesWithin(nameMarks(plain), part))
      })
    )
  })

  it('lie on the very characters that the marks of their look lie on, within the part', () => {
    fc.assert(
      fc.property(anyMarks, anyRange, (marks, part) => {
        const named = nameMarks(marks)
        expect(
          charactersOf(strokesWithin(named, part).map(({ name, range }) => ({ names: [name], range })))
        ).toEqual(charactersOf(named, part))
      })
    )
  })

  it('are no more than what can be seen, however many marks lie on the same words', () => {
    const range = { start: 10, end: 30 }
    const heap = Array.from({ length: 1_000 }, (_, index): PaintedMark => {
      return { id: String(index), range, color: 'yellow', style: 'highlight', hasNote: true }
    })
    expect(strokesWithin(nameMarks(heap), { start: 0, end: 100 })).toEqual(
      ['mark-yellow-0', 'note-yellow', 'mark-yellow-1', 'mark-yellow-2'].map((name) => ({ name, range }))
    )
  })
})

describe('the marks of each block', () => {
  it('are those that lie on any of its words', () => {
    const tree = {
      type: 'root' as const,
      children: Array.from({ length: 12 }, () => element('p', [text('nine char')]))
    }
    const blocks = blocksOf(tree)
    fc.assert(
      fc.property(anyMarks, (marks) => {
        const inText = marks.filter(({ range }) => blocks.some((block) => rangesOverlap(block, range)))
        const counts = marksByBlock(blocks, inText)
        for (const [index, block] of blocks.entries()) {
          // The line feed after a block belongs to it.
          const own = inText.filter(({ range }) =>
            rangesOverlap({ start: block.start, end: block.end + 1 }, range)
          )
          const notes = own.filter(({ hasNote }) => hasNote).length
          expect(counts[index]).toEqual({ highlights: own.length, notes })
        }
      })
    )
  })
})

/** For each look the offsets that it lies on. */
function charactersOf(
  painted: readonly { readonly names: readonly string[]; readonly range: TextRange }[],
  part: TextRange = { start: 0, end: LENGTH }
): Record<string, number[]> {
  const offsets = new Map<string, Set<number>>()
  for (const { names, range } of painted) {
    for (let at = Math.max(range.start, part.start); at < Math.min(range.end, part.end); at += 1) {
      for (const name of names) offsets.set(name, (offsets.get(name) ?? new Set()).add(at))
    }
  }
  return Object.fromEntries([...offsets].map(([name, own]) => [name, [...own].sort((a, b) => a - b)]))
}
