import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PrintItem } from '#core/service/ports'
import { blocksOf } from '#core/text/canonical-text'
import { printWith } from '../../../test/printing/print-in-test'
import { startTestEngine } from '../../../test/printing/print-with-playwright'
import type { TestEngine } from '../../../test/printing/print-with-playwright'
import { readBack } from '../../../test/printing/read-back'
import type { ReadBack } from '../../../test/printing/read-back'
import { PRESS, RICH } from '../../../test/printing/sample-briefings'
import { ARABIC, JAPANESE } from '../../../test/printing/sample-scripts'
import { wordsOnPages } from '../../../test/printing/words-on-pages'
import type { PageWord } from '../../../test/printing/words-on-pages'

let engine: TestEngine
beforeAll(async () => {
  engine = await startTestEngine()
})
afterAll(() => engine.close())

/** A briefing with a marking of its own, and its nth block marked. */
function marked(
  item: PrintItem,
  marking: string | null,
  paragraph?: { block: number; marking: string }
): PrintItem {
  const block = paragraph === undefined ? undefined : blocksOf(item.tree)[paragraph.block]
  const markings =
    block === undefined || paragraph === undefined
      ? []
      : [{ id: 'marking-1', marking: paragraph.marking, range: block, quote: block.text }]
  return { ...item, briefing: { ...item.briefing, marking }, markings }
}

interface Line {
  readonly page: number
  readonly text: string
  readonly middle: number
}

/** What stands in the outermost lines of every page: of words whose middle lies in the margins. */
async function outerLines(read: ReadBack): Promise<{ tops: Line[]; bottoms: Line[] }> {
  const words = await wordsOnPages(read)
  const sizes = read.pdf.getPages().map((page) => page.getSize())
  const lineAt = (page: number, isIn: (word: PageWord) => boolean): Line => {
    const found = words.filter((word) => word.page === page && isIn(word))
    const left = Math.min(...found.map((word) => word.left))
    const right = Math.max(...found.map((word) => word.right))
    return { page, text: found.map(({ text }) => text).join(' '), middle: (left + right) / 2 }
  }
  return {
    tops: sizes.map((_, index) => lineAt(index + 1, ({ bottom }) => bottom < 32)),
    bottoms: sizes.map(({ height }, index) => lineAt(index + 1, ({ top }) => top > height - 32))
  }
}

describe('the marking of a document', () => {
  it('is the highest that is in it, on top and bottom of every page, in the middle', async () => {
    const pack = [
      marked(PRESS, 'RESTRICTED'),
      marked(RICH, null, { block: 2, marking: 'SECRET' }),
      marked(ARABIC, 'INTERNAL'),
      JAPANESE
    ]
    for (const notes of ['margin', 'end', 'only', 'none'] as const) {
      const read = await readBack((await printWith(engine, pack, { notes, marking: 'PUBLIC' })).bytes)
      const { tops, bottoms } = await outerLines(read)
      const pages = read.pdf.getPages()
      expect(pages.length).toBeGreaterThan(3)
      for (const lines of [tops, bottoms]) {
        expect(lines.map(({ text }) => text)).toEqual(pages.map(() => 'SECRET'))
        for (const { page, middle } of lines) {
          expect(Math.abs(middle - pages[page - 1]!.getWidth() / 2)).toBeLessThan(1)
        }
      }
      if (notes === 'end') expect(pages.some((page) => page.getWidth() > page.getHeight())).toBe(true)
      await read.close()
    }
  })

  it('stands on one line, however long it is', async () => {
    const long = 'RESTRICTED HANDLING, DELEGATION OF THE EASTERN PROVINCES AND THEIR ADVISERS ONLY'
    const pack = [marked(PRESS, 'SECRET'), marked(ARABIC, long)]
    const { bytes } = await printWith(engine, pack, { notes: 'end', marking: 'For the delegation’s own use' })
    const read = await readBack(bytes)
    const { tops, bottoms } = await outerLines(read)
    const line = `SECRET / For the delegation’s own use / ${long}`
    for (const { text } of [...tops, ...bottoms]) expect(text).toBe(line)
    await read.close()
  })

  it('leaves the running heads where they are', async () => {
    const item = marked(
      PRESS,
      'A marking of eighty letters, which is as long as any may be: it fills the line..'
    )
    for (const margins of ['narrow', 'normal', 'wide'] as const) {
      const read = await readBack((await printWith(engine, [item, item], { margins, notes: 'end' })).bytes)
      const plain = await readBack((await printWith(engine, [PRESS, PRESS], { margins, notes: 'end' })).bytes)
      const words = await wordsOnPages(read)
      const heads = (await wordsOnPages(plain)).filter(({ bottom, top }) => bottom < 60 || top > 780)
      for (const { page, left, top, text } of heads) {
        expect(
          words.some(
            (w) => w.page === page && w.text === text && Math.hypot(w.left - left, w.top - top) < 0.1
          )
        ).toBe(true)
      }
      await Promise.all([read.close(), plain.close()])
    }
  })

  it('is not there where nothing is marked', async () => {
    const read = await readBack((await printWith(engine, [PRESS])).bytes)
    const { tops, bottoms } = await outerLines(read)
    expect([...tops, ...bottoms].map(({ text }) => text).join('')).toBe('')
    await read.close()
  })

  it('stands before a paragraph that is marked by itself, and before its quote among the notes', async () => {
    const item = marked(PRESS, null, { block: 2, marking: 'SECRET' })
    const read = await readBack((await printWith(engine, [item], { notes: 'end' })).bytes)
    const text = (await read.poppler('pdftotext', '-layout')).replace(/\s+/gu, ' ')
    expect(text).toMatch(/\(SECRET\) Åsen spoke of/u)
    expect(text).toMatch(/\(SECRET\) deep-rooted friendship/u)
    expect(text).not.toMatch(/\(SECRET\) On the eve/u)
    expect(await read.complaints()).toBe('')
    await read.close()
  })
})
