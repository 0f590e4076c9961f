import { PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { danglingReferences } from '../../../../test/printing/dangling'
import { outlineOf } from '../../../../test/printing/outline-of'
import { printWith } from '../../../../test/printing/print-in-test'
import { startTestEngine } from '../../../../test/printing/print-with-playwright'
import type { TestEngine } from '../../../../test/printing/print-with-playwright'
import { readBack } from '../../../../test/printing/read-back'
import { p, PRESS, RICH } from '../../../../test/printing/sample-briefings'
import type { PrintPage } from '../print-page'

let engine: TestEngine
beforeAll(async () => {
  engine = await startTestEngine()
})
afterAll(() => engine.close())

/** An engine whose file lacks what `drop` takes out of it. */
function engineWithout(drop: (pdf: PDFDocument) => void): { printPage: PrintPage } {
  return {
    async printPage(files, printing) {
      const pdf = await PDFDocument.load(await engine.printPage(files, printing), { updateMetadata: false })
      drop(pdf)
      return pdf.save()
    }
  }
}

describe('finishing a PDF', () => {
  it('writes the outline itself when the engine wrote none', async () => {
    const bare = engineWithout((pdf) => pdf.catalog.delete(PDFName.of('Outlines')))
    const read = await readBack((await printWith(bare, [RICH])).bytes)
    const whole = await readBack((await printWith(engine, [RICH])).bytes)
    expect(outlineOf(read.pdf)).toEqual(outlineOf(whole.pdf))
    expect(outlineOf(read.pdf).map(([, title]) => title)).toContain('What to do next')
    expect(await read.complaints()).toBe('')
    expect(danglingReferences(read.pdf)).toEqual([])
    await Promise.all([read.close(), whole.close()])
  })

  it('finishes a file without structure too', async () => {
    const untagged = engineWithout((pdf) => pdf.catalog.delete(PDFName.of('StructTreeRoot')))
    const { bytes } = await printWith(untagged, [PRESS])
    const pdf = await PDFDocument.load(bytes)
    const annotations = pdf.getPages().flatMap(({ node }) => node.Annots()?.asArray() ?? [])
    expect(annotations.length).toBeGreaterThan(PRESS.annotations.length)
  })

  it('says which character a shared glyph means in the font, where every reader looks', async () => {
    const read = await readBack((await printWith(engine, [RICH])).bytes)
    expect(await read.poppler('pdfinfo', '-struct-text')).toContain('authority’s own')
    await read.close()
  })

  it('writes addresses and words with brackets, quotes and backslashes unharmed', async () => {
    const address = 'https://en.example.org/wiki/Foo_(bar)?q=a\\b'
    const [mark] = PRESS.annotations
    if (mark === undefined) throw new Error('the sample has marks')
    const note = 'Is it (really) "so"? \\( <b> — 日本 🎌'
    const item = {
      ...PRESS,
      briefing: { ...PRESS.briefing, sourceUrl: address, title: '(A) title \\ with <signs> & "quotes"' },
      annotations: [{ ...mark, note, author: 'O’Brien (Dr.)' }]
    }
    const read = await readBack((await printWith(engine, [item])).bytes)
    expect(read.annotations.map((annotation) => annotation.address)).toContain(new URL(address).href)
    expect(read.annotations.map(({ contents }) => contents)).toContain(note)
    expect(read.annotations.map(({ author }) => author)).toContain('O’Brien (Dr.)')
    expect(await read.poppler('pdfinfo')).toContain('(A) title \\ with <signs> & "quotes"')
    expect(await read.complaints()).toBe('')
    await read.close()
  })

  it('says for which characters no font has a letter, wherever they stand', async () => {
    const inTitle = { ...PRESS.briefing, title: 'About \u{10FFFD}' }
    const [mark] = PRESS.annotations
    if (mark === undefined) throw new Error('the sample has marks')
    const item = { ...PRESS, briefing: inTitle, annotations: [{ ...mark, note: 'see \u{FFFFD} and 日本' }] }
    expect((await printWith(engine, [item])).missingLetters).toBe('\u{10FFFD}\u{FFFFD}')
    expect((await printWith(engine, [PRESS])).missingLetters).toBe('')
  })

  it('lets ideographs be found that a font has as radicals too, and Arabic letters in every shape', async () => {
    const text = '人民的最高愿望 見馬 اعتمد بموجب قرار'
    const item = { ...PRESS, annotations: [], tree: { type: 'root' as const, children: [p(text)] } }
    const read = await readBack((await printWith(engine, [item])).bytes)
    const found = await read.poppler('pdftotext')
    for (const word of text.split(' ')) expect(found).toContain(word)
    await read.close()
  })
})
