import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COLORS } from '#core/annotation/annotation'
import { printItem } from '../../../test/printing/print-items'
import { grayPatch } from '../../../test/printing/gray-patch'
import { printWith } from '../../../test/printing/print-in-test'
import { startTestEngine } from '../../../test/printing/print-with-playwright'
import type { TestEngine } from '../../../test/printing/print-with-playwright'
import { readBack } from '../../../test/printing/read-back'
import { p } from '../../../test/printing/sample-briefings'

/** The same words for every colour, so that whatever differs between two patches is the mark. */
const WORDS = 'ministers met in the harbour town'
const ITEM = printItem(
  { type: 'root', children: COLORS.map(() => p(`The ${WORDS} and left.`)) },
  {},
  COLORS.map((color, index) => ({ quote: WORDS, nth: index + 1, color }))
)
/** Of 255: what the eye tells apart on paper side by side. */
const SEEN = 24
/** The part of a patch that must be seen to differ: a thin line below the words is about three in a hundred. */
const LEAST_PART = 0.015

let engine: TestEngine
beforeAll(async () => {
  engine = await startTestEngine()
})
afterAll(() => engine.close())

describe.each(['greyscale', 'colour'] as const)('eight colours, printed in %s and seen in grey', (color) => {
  it('are told apart, each from each', async () => {
    const { bytes } = await printWith(engine, [ITEM], { color, notes: 'end' })
    const read = await readBack(bytes)
    const marks = read.annotations.filter(({ subtype }) => subtype !== 'Link')
    expect(marks).toHaveLength(COLORS.length)
    const patches = await Promise.all(marks.map((mark) => grayPatch(read, mark)))
    const alike = COLORS.flatMap((one, at) =>
      COLORS.slice(at + 1)
        .filter((_, more) => differingPart(patches[at] ?? [], patches[at + 1 + more] ?? []) < LEAST_PART)
        .map((other) => `${one} and ${other}`)
    )
    expect(alike).toEqual([])
    await read.close()
  })
})

function differingPart(a: readonly number[], b: readonly number[]): number {
  const length = Math.min(a.length, b.length)
  const seen = a.slice(0, length).filter((value, at) => Math.abs(value - (b[at] ?? 0)) > SEEN)
  return seen.length / length
}
