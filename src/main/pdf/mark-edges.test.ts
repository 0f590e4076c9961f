import { afterAll, beforeAll, expect, it } from 'vitest'
import { element, text } from '#core/tree/elements'
import { grayPage } from '../../../test/printing/gray-patch'
import { printItem } from '../../../test/printing/print-items'
import { printWith } from '../../../test/printing/print-in-test'
import { startTestEngine } from '../../../test/printing/print-with-playwright'
import type { TestEngine } from '../../../test/printing/print-with-playwright'
import { readBack } from '../../../test/printing/read-back'
import { p } from '../../../test/printing/sample-briefings'

const FILLER = 'The ministers met in the harbour town and left in the evening. '.repeat(4)
/** So much more fills the first page, but for less than a heading and what follows it. */
const LAST = 'They came back.'
const HEADING = 'What was agreed upon there'
const AFTER = 'A joint office opens in the spring.'

let engine: TestEngine
beforeAll(async () => {
  engine = await startTestEngine()
})
afterAll(() => engine.close())

/** The first page of a text whose second page begins with a heading, when these words are marked. */
async function firstPage(quote: string, level: 'h2' | 'h3'): Promise<readonly number[]> {
  const filled = Array.from({ length: 8 }, () => p(FILLER))
  const tree = [...filled, p(LAST), element(level, [text(HEADING)]), p(AFTER)]
  const item = printItem({ type: 'root', children: tree }, {}, [{ quote }])
  const { bytes } = await printWith(engine, [item], { notes: 'end' })
  const read = await readBack(bytes)
  const words = await read.poppler('pdftotext', '-f', '2', '-l', '2')
  expect(words.trim().split(/\n+/u)[2]).toBe(HEADING)
  const marks = read.annotations.filter(({ subtype }) => subtype === 'Highlight')
  expect(marks.map(({ page }) => page)).toEqual([2])
  expect(await read.complaints()).toBe('')
  const pixels = await grayPage(read, 1)
  await read.close()
  return pixels
}

it.each(['h2', 'h3'] as const)('a mark on the first words of a page is on no other (%s)', async (level) => {
  const [onHeading, below] = [await firstPage(HEADING, level), await firstPage(AFTER, level)]
  expect(onHeading.length).toBe(below.length)
  expect(onHeading.filter((pixel, at) => pixel !== below[at])).toEqual([])
})
