import { PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, type Launched } from './launch'

let launched: Launched

beforeAll(async () => {
  launched = await launch()
})
afterAll(() => launched.app.close())

/** What the fixture noted since it was last asked. */
async function events(): Promise<unknown> {
  return launched.app.evaluate(() => Reflect.get(globalThis, 'fixtureEvents').splice(0))
}

describe('the life of a window', () => {
  it('begins in Electron’s order', async () => {
    expect(await events()).toEqual([
      'will-finish-launching',
      'ready',
      'web-contents-created',
      'browser-window-created',
      'dom-ready',
      'did-finish-load',
      'ready-to-show',
      'show'
    ])
  })

  it('can be kept open by the program, and ends with close, then closed', async () => {
    const told = await launched.app.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false })
      await window.loadURL('app://fixture/second.html')
      const heard: string[] = []
      window.once('close', (event) => {
        event.preventDefault()
        heard.push('kept')
      })
      window.close()
      window.on('close', () => heard.push('close'))
      const closed = new Promise((resolve) => window.once('closed', resolve))
      window.webContents.once('destroyed', () => heard.push('destroyed'))
      heard.push(window.isDestroyed() ? 'gone' : 'open')
      window.close()
      await closed
      return [...heard, window.isDestroyed(), BrowserWindow.getAllWindows().length]
    })
    expect(told).toEqual(['kept', 'open', 'close', 'destroyed', true, 1])
  })

  it('is not asked when it is destroyed', async () => {
    const asked = await launched.app.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false })
      let count = 0
      window.on('close', () => (count += 1))
      const closed = new Promise((resolve) => window.once('closed', resolve))
      await window.loadURL('app://fixture/second.html')
      window.destroy()
      await closed
      return count
    })
    expect(asked).toBe(0)
  })

  it('goes on when it is hidden and shown again', async () => {
    await launched.page.evaluate('{ globalThis.here = 1 }')
    const told = await launched.app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows()
      const heard: unknown[] = [window?.isVisible()]
      window?.once('hide', () => heard.push('hide'))
      window?.once('show', () => heard.push('show'))
      window?.hide()
      heard.push(window?.isVisible())
      window?.show()
      return [...heard, window?.isVisible()]
    })
    expect(told).toEqual([true, 'hide', false, 'show', true])
    expect(await launched.page.evaluate('globalThis.here')).toBe(1)
  })

  it('knows its size, and is told its title', async () => {
    const told = await launched.app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows()
      return [window?.getSize(), window?.getTitle(), window?.webContents.getTitle()]
    })
    expect(told).toEqual([[700, 500], 'Index', 'Index'])
  })
})

describe('two windows', () => {
  it('have pages, preloads and senders of their own', async () => {
    const opened = launched.app.waitForEvent('window')
    await launched.app.evaluate(async ({ BrowserWindow }) => {
      const [first] = BrowserWindow.getAllWindows()
      const preload = first?.webContents.getLastWebPreferences()?.preload ?? ''
      const second = new BrowserWindow({ show: false, webPreferences: { preload } })
      await second.loadURL('app://fixture/second.html')
    })
    const second = await opened
    await second.waitForSelector('h1')
    const frame = `bridge.invoke('frame').then((f) => [f.url, f.isWindows])`
    expect(await second.evaluate(frame)).toEqual(['app://fixture/second.html', true])
    expect(await launched.page.evaluate(frame)).toEqual(['app://fixture/index.html', true])
    for (const page of [launched.page, second])
      await page.evaluate(`{ globalThis.heard = []; bridge.on('mine', (value) => heard.push(value)) }`)
    await launched.app.evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows()) window.webContents.send('mine', window.getTitle())
    })
    await expect.poll(() => second.evaluate('heard')).toEqual(['Second'])
    expect(await launched.page.evaluate('heard')).toEqual(['Index'])
    await launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[1]?.close())
    await expect.poll(() => launched.app.windows().length).toBe(1)
  })
})

describe('a page that crashes', () => {
  it('is told of, and comes back when it is loaded again', async () => {
    const told = await launched.app.evaluate(async ({ app, BrowserWindow }) => {
      const window = new BrowserWindow({ show: false })
      await window.loadURL('app://fixture/second.html')
      const gone = new Promise((resolve) =>
        app.once('render-process-gone', (_event, contents, details) =>
          resolve([contents === window.webContents, details.reason])
        )
      )
      window.webContents.forcefullyCrashRenderer()
      const heard = await gone
      const crashed = window.webContents.isCrashed()
      const loaded = new Promise((resolve) => window.webContents.once('did-finish-load', () => resolve(null)))
      window.webContents.reload()
      await loaded
      const text: unknown = await window.webContents.executeJavaScript('document.body.innerText')
      const after = [window.webContents.isCrashed(), text]
      window.destroy()
      return [heard, crashed, after]
    })
    expect(told).toEqual([[true, 'crashed'], true, [false, 'Second']])
  })
})

describe('printToPDF', () => {
  const A4 = [595, 842]

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
    expect(sizeOf(await print({ pageSize: 'A4' }))).toEqual(A4)
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

describe('weak preferences', () => {
  it('are refused by name', async () => {
    for (const preference of [{ nodeIntegration: true }, { contextIsolation: false }, { sandbox: false }]) {
      const made = launched.app.evaluate(({ BrowserWindow }, webPreferences) => {
        new BrowserWindow({ show: false, webPreferences })
      }, preference)
      await expect(made).rejects.toThrow(/weakens security and is refused/u)
    }
    expect(launched.app.windows()).toHaveLength(1)
  })
})
