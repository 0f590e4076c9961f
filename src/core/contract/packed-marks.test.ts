import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeRange } from '../anchor/describe-range'
import type { PlacedAnnotation } from '../annotation/placed-annotation'
import { bareMark } from '../testing/bare-mark'
import { packMarks, unpackMarks } from './packed-marks'

const TEXT = 'The ministers met on Monday.\nThe vote 😀 was put off; the vote was held on Tuesday, and lost.'

function markAt(start: number, end: number): PlacedAnnotation {
  const range = { start, end }
  return {
    ...{ id: `mark-${start}-${end}`, briefing: 'b', edition: 1, shownIn: 1 },
    ...{ anchor: describeRange(TEXT, range), ...bareMark('2026-01-02T03:04:05Z'), author: 'Mira' },
    ...{ range, quote: TEXT.slice(start, end), status: 'exact', confidence: 1, isReviewed: true }
  }
}

const anyMark = fc
  .record({
    start: fc.nat(TEXT.length - 2),
    length: fc.integer({ min: 1, max: TEXT.length }),
    change: fc.constantFrom<Partial<PlacedAnnotation>>(
      {},
      { note: 'why?', color: 'red', tags: ['a', 'b'], type: 'action', owner: 'Ada', due: '2026-02-01' },
      { edition: 2, status: 'changed', confidence: 0.7, isReviewed: false },
      { range: null, status: 'orphan', quote: 'gone', confidence: 0 },
      { anchor: null, range: null, quote: '' },
      { via: 'https://annotation.example/1' },
      { quote: 'other words' },
      { placements: [{ edition: 1, anchor: null }] }
    )
  })
  .map(({ start, length, change }) => ({
    ...markAt(start, Math.min(TEXT.length, start + length)),
    ...change
  }))

/** As they are on the other side of IPC. */
function crossed<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value))
}

describe('packed marks', () => {
  it('are the same marks on the other side, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(anyMark), (marks) => {
        expect(unpackMarks(crossed(packMarks(marks, TEXT)), TEXT)).toEqual(marks)
      }),
      { numRuns: 500 }
    )
  })

  it('keep an anchor of other words, and one from another place', () => {
    const mark = markAt(4, 13)
    const { anchor } = mark
    if (anchor === null) throw new Error('an anchor')
    const foreign = [
      { ...mark, anchor: { ...anchor, quote: { ...anchor.quote, prefix: 'Our ' } } },
      { ...mark, anchor: { ...anchor, quote: { ...anchor.quote, exact: 'Ministers' } } },
      { ...mark, anchor: { ...anchor, position: { start: 0, end: 9 } } }
    ]
    expect(unpackMarks(crossed(packMarks(foreign, TEXT)), TEXT)).toEqual(foreign)
  })

  it('leave out the words that stand in the text', () => {
    const packed = JSON.stringify(packMarks([markAt(4, 13), markAt(17, 27)], TEXT))
    expect(packed).not.toMatch(/ministers|Monday/u)
  })
})
