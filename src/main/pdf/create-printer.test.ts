import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { outlineOf } from '../../../test/printing/outline-of'
import { annotationId } from '../../../test/printing/print-items'
import { pictureOf, withoutAnnotations } from '../../../test/printing/pictures'
import { TEST_PARTS, jobOf, printWith } from '../../../test/printing/print-in-test'
import { startTestEngine } from '../../../test/printing/print-with-playwright'
import type { TestEngine } from '../../../test/printing/print-with-playwright'
import { readBack } from '../../../test/printing/read-back'
import { LONG, PRESS, RICH } from '../../../test/printing/sample-briefings'
import { TURKISH } from '../../../test/printing/sample-scripts'
import { TEST_PICTURE } from '../../../test/printing/test-picture'
import { createPrinter } from './create-printer'
import type { Paper, PrintFiles } from './print-page'

let engine: TestEngine
beforeAll(async () => {
  engine = await startTestEngine()
})
afterAll(() => engine.close())

const parts = { library: { asset: async () => TEST_PICTURE } }

describe('a printer', () => {
  it('gives the same bytes for the same input and the same date', async () => {
    const first = await printWith(engine, [RICH], {}, parts)
    await printWith(engine, [LONG], { notes: 'end' })
    await new Promise((resolve) => setTimeout(resolve, 1_100))
    const second = await printWith(engine, [RICH], {}, parts)
    expect(Buffer.compare(Buffer.from(first.bytes), Buffer.from(second.bytes))).toBe(0)
  })

  it('asks the engine for a date of its own nowhere: a file is dated by its options', async () => {
    const { bytes } = await printWith(engine, [PRESS], { producedOn: '2025-05-06T07:08:09Z' })
    const read = await readBack(bytes)
    expect(await read.poppler('pdfinfo')).toMatch(/CreationDate: +Tue May {2}6 07:08:09 2025/u)
    expect(await read.poppler('pdftotext')).toContain('6 May 2025')
    await read.close()
  })

  it('groups the pages of one mark under the first', async () => {
    const { bytes } = await printWith(engine, [LONG])
    const read = await readBack(bytes)
    const outer = read.annotations.filter(({ name }) => name?.startsWith(annotationId(1)) === true)
    expect(outer.map(({ name, isGrouped }) => [name, isGrouped])).toEqual([
      [annotationId(1), false],
      [`${annotationId(1)}#2`, true],
      [`${annotationId(1)}#3`, true]
    ])
    expect(new Set(outer.map(({ page }) => page)).size).toBe(3)
    await read.close()
  })

  it('writes underlines and strikes as what they are', async () => {
    const read = await readBack((await printWith(engine, [PRESS])).bytes)
    const subtypes = read.annotations
      .filter(({ subtype }) => subtype !== 'Link')
      .map(({ subtype }) => subtype)
    expect(subtypes.filter((subtype) => subtype === 'Highlight')).toHaveLength(5)
    expect(subtypes).toContain('Underline')
    expect(subtypes).toContain('StrikeOut')
    await read.close()
  })

  it('keeps the real address of a link under a mark', async () => {
    const read = await readBack((await printWith(engine, [RICH], {}, parts)).bytes)
    const addresses = read.annotations.map(({ address }) => address)
    expect(addresses.filter((address) => address === 'https://ports.example.org/q4')).toHaveLength(3)
    expect(addresses).toContain('https://ports.example.org/method')
    await read.close()
  })

  it('has an outline of the briefing, its sections and its notes', async () => {
    const read = await readBack((await printWith(engine, [PRESS], { notes: 'end' })).bytes)
    expect(outlineOf(read.pdf)).toEqual([
      [0, 'On the eve of the 50th anniversary of diplomatic ties between Norway and Peru'],
      [1, 'Shared history'],
      [1, 'Centennial and future work'],
      [1, 'Notes']
    ])
    await read.close()
  })

  it('draws each mark once: the page does, and the annotation on it shows nothing', async () => {
    const { bytes } = await printWith(engine, [PRESS])
    const withMarks = await pictureOf(bytes)
    expect(withMarks.equals(await pictureOf(await withoutAnnotations(bytes)))).toBe(true)
    const { bytes: clean } = await printWith(engine, [PRESS], { notes: 'none' })
    expect(withMarks.equals(await pictureOf(clean))).toBe(false)
  })

  it('draws the marks only when no annotations are wanted', async () => {
    const { bytes, annotations } = await printWith(engine, [PRESS], { nativeAnnotations: false })
    const read = await readBack(bytes)
    expect(read.annotations.filter(({ subtype }) => subtype !== 'Link')).toEqual([])
    expect(annotations).toBe(PRESS.annotations.length)
    await read.close()
  })

  it('leaves no word of a note in a clean copy', async () => {
    const { bytes, annotations } = await printWith(engine, [PRESS], { notes: 'none' })
    const read = await readBack(bytes)
    expect(annotations).toBe(0)
    expect(await read.poppler('pdftotext')).not.toMatch(/opening remarks|Mira Aslan|Which projects/u)
    expect(await read.poppler('pdfinfo')).not.toContain('Mira Aslan')
    await read.close()
  })

  it('prints on the paper that was chosen', async () => {
    const read = await readBack((await printWith(engine, [PRESS], { paper: 'letter' })).bytes)
    expect(await read.poppler('pdfinfo')).toMatch(/Page size: +612 x 792 pts \(letter\)/u)
    await read.close()
  })

  it('prints several briefings as one file, each with its own notes', async () => {
    const { bytes, annotations } = await printWith(engine, [PRESS, TURKISH])
    const read = await readBack(bytes)
    expect(annotations).toBe(PRESS.annotations.length + TURKISH.annotations.length)
    const titles = outlineOf(read.pdf).flatMap(([depth, title]) => (depth === 0 ? [title] : []))
    const own = ['Briefing pack', 'Contents', 'Sources', 'Marked pages']
    expect(titles.filter((title) => !own.includes(title))).toEqual(
      [PRESS, TURKISH].map(({ briefing }) => briefing.title)
    )
    expect(await read.complaints()).toBe('')
    await read.close()
  })

  it('hands to paper the very document that the PDF was made of, on its paper', async () => {
    const printed: PrintFiles[] = []
    const handed: [PrintFiles, Paper][] = []
    const printer = createPrinter({
      ...TEST_PARTS,
      printPage: (files, printing) => {
        printed.push(files)
        return engine.printPage(files, printing)
      },
      onPaper: async (files, paper) => handed.push([files, paper]) > 0
    })
    expect(await printer.printOnPaper(jobOf([PRESS], { notes: 'margin', color: 'greyscale' }))).toBe(true)
    expect(printed.length).toBeGreaterThan(1)
    expect(handed).toEqual([[printed.at(-1), { size: 'A4', isColored: false }]])
  })

  it('says that printing failed when the engine does', async () => {
    const broken = createPrinter({ ...TEST_PARTS, printPage: () => Promise.reject(new Error('gone')) })
    await expect(broken.print(jobOf([PRESS]))).rejects.toMatchObject({ problem: { code: 'print-failed' } })
  })
})
