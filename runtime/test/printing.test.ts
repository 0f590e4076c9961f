import { PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, type Launched } from './launch'

let launched: Launched

beforeAll(async () => {
  launched = await launch()
})
afterAll(() => launched.app.close())

describe('printToPDF', () => {
  // Whole points, rounded up by Chromium.
  const A4 = [596, 843]

  /** Print the first window's page with these options. */
  async function print(options: Electron.PrintToPDFOptions): Promise<PDFDocument> {
    const bytes = await launched.app.evaluate(async ({ BrowserWindow }, given) => {
      const pdf = await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF(given)
      return pdf?.toString('base64') ?? ''
    }, options)
    return PDFDocument.load(Buffer.from(bytes, 'base64'))
  }
  const sizeOf = (pdf: PDFDocument): number[] => {
    const { width, height } = pdf.getPage(0).getSize()
    return [Math.round(width), Math.round(height)]
  }
  const has = (pdf: PDFDocument, name: string): boolean => pdf.catalog.has(PDFName.of(name))

  it('is Letter without tags or outline unless asked', async () => {
    const pdf = await print({})
    expect([sizeOf(pdf), has(pdf, 'StructTreeRoot'), has(pdf, 'Outlines')]).toEqual([
      [612, 792],
      false,
      false
    ])
  })

  it('has the page size, the tags and the outline that are asked for', async () => {
    const pdf = await print({ pageSize: 'A4', generateTaggedPDF: true, generateDocumentOutline: true })
    expect([sizeOf(pdf), has(pdf, 'StructTreeRoot'), has(pdf, 'Outlines')]).toEqual([A4, true, true])
  })

  it('lies on its side, takes a size in inches, prints only the pages that are asked for', async () => {
    expect(sizeOf(await print({ pageSize: 'A4', landscape: true }))).toEqual([...A4].reverse())
    const long = await print({ pageSize: { width: 3, height: 2 }, margins: { top: 0, bottom: 0 } })
    expect(sizeOf(long)).toEqual([216, 144])
    expect((await print({ pageSize: { width: 3, height: 1 }, pageRanges: '1' })).getPageCount()).toBe(1)
  })

  it('prefers the page’s own size when told so', async () => {
    await launched.page.addStyleTag({ content: '@page { size: 100mm 50mm }' })
    expect(sizeOf(await print({ preferCSSPageSize: true }))).toEqual([283, 142])
    expect(sizeOf(await print({ pageSize: 'A4' }))).not.toEqual([283, 142])
  })

  it('refuses a size that has no name', async () => {
    await expect(
      launched.app.evaluate(async ({ BrowserWindow }) => {
        const options: object = { pageSize: 'Folio' }
        await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF(options)
      })
    ).rejects.toThrow('Invalid pageSize')
  })

  it('prints a hidden page without scripts', async () => {
    const length = await launched.app.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false, webPreferences: { javascript: false } })
      await window.loadURL('app://fixture/scripted.html')
      const pdf = await window.webContents.printToPDF({})
      const title = window.getTitle()
      window.destroy()
      return [pdf.subarray(0, 5).toString(), title]
    })
    expect(length).toEqual(['%PDF-', 'Scripted'])
  })
})

describe('print', () => {
  /** Print the first window's page on paper; answers what the callback was told. */
  const print = (app: Launched['app']): Promise<unknown> =>
    app.evaluate(
      ({ BrowserWindow }) =>
        new Promise((resolve) => {
          const contents = BrowserWindow.getAllWindows()[0]?.webContents
          contents?.print({ pageSize: 'Letter' }, (...told) => resolve(told))
        })
    )

  it('opens the pages in the desktop’s own viewer of PDFs', async () => {
    const desktop = await mkdtemp(join(tmpdir(), 'desktop-'))
    const seen = join(desktop, 'seen.pdf')
    const viewer = process.platform === 'darwin' ? 'open' : 'xdg-open'
    await writeFile(join(desktop, viewer), `#!/bin/sh\ncp "$1" "${seen}"\n`, { mode: 0o755 })
    const environment = { PATH: `${desktop}:${process.env['PATH'] ?? ''}` }
    const printing = await launch('plain', { environment })
    expect(await print(printing.app)).toEqual([true, ''])
    const page = (await PDFDocument.load(await readFile(seen))).getPage(0)
    expect([page.getWidth(), page.getHeight()]).toEqual([612, 792])
    await printing.app.close()
    await rm(desktop, { recursive: true })
  })

  it('says that it failed where there is no viewer', async () => {
    const desktop = await mkdtemp(join(tmpdir(), 'desktop-'))
    const broken = '#!/bin/sh\nexit 3\n'
    for (const name of ['xdg-open', 'open']) await writeFile(join(desktop, name), broken, { mode: 0o755 })
    const environment = { PATH: `${desktop}:${process.env['PATH'] ?? ''}` }
    const printing = await launch('plain', { environment })
    expect(await print(printing.app)).toEqual([false, 'Print job failed'])
    await printing.app.close()
    await rm(desktop, { recursive: true })
  })
})
