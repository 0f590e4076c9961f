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

  it('is loading from the moment that it is told to', async () => {
    const told = await launched.app.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false })
      const loaded = window.loadURL('app://fixture/second.html')
      const isLoading = [window.webContents.isLoading()]
      await loaded
      isLoading.push(window.webContents.isLoading())
      window.destroy()
      return isLoading
    })
    expect(told).toEqual([true, false])
    await events()
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
      const closed = new Promise((resolve) => window.once('closed', () => resolve(null)))
      window.webContents.once('destroyed', () => heard.push('destroyed'))
      heard.push(window.isDestroyed() ? 'gone' : 'open')
      window.close()
      await closed
      return [...heard, window.isDestroyed(), BrowserWindow.getAllWindows().length]
    })
    expect(told).toEqual(['kept', 'open', 'close', 'destroyed', true, 1])
  })

  it('is kept open by a page that wants to stay, until the program or the page lets it go', async () => {
    const told = await launched.app.evaluate(async ({ BrowserWindow }) => {
      const stubborn = async () => {
        const window = new BrowserWindow({ show: false })
        await window.loadURL('app://fixture/second.html')
        // As from a person's gesture: a page that nobody touched may not ask to stay.
        await window.webContents.executeJavaScript(
          `addEventListener('beforeunload', stay = (event) => event.preventDefault()); 0`,
          true
        )
        return window
      }
      const closed = (window: Electron.BrowserWindow) =>
        new Promise((resolve) => window.once('closed', () => resolve('closed')))
      const first = await stubborn()
      const asked = new Promise((resolve) =>
        first.webContents.once('will-prevent-unload', () => resolve('asked'))
      )
      first.close()
      const kept = [await asked, first.isDestroyed()]
      await first.webContents.executeJavaScript(`removeEventListener('beforeunload', stay)`)
      const firstClosed = closed(first)
      first.close()
      const second = await stubborn()
      second.webContents.once('will-prevent-unload', (event) => event.preventDefault())
      const secondClosed = closed(second)
      second.close()
      return [kept, [await firstClosed, await secondClosed]]
    })
    expect(told).toEqual([
      ['asked', false],
      ['closed', 'closed']
    ])
  })

  it('closes though its page has crashed', async () => {
    const told = await launched.app.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false })
      await window.loadURL('app://fixture/second.html')
      const gone = new Promise((resolve) =>
        window.webContents.once('render-process-gone', () => resolve(null))
      )
      window.webContents.forcefullyCrashRenderer()
      await gone
      const closed = new Promise((resolve) => window.once('closed', () => resolve('closed')))
      window.close()
      return closed
    })
    expect(told).toBe('closed')
  })

  it('is not asked when it is destroyed', async () => {
    const asked = await launched.app.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false })
      let count = 0
      window.on('close', () => (count += 1))
      const closed = new Promise((resolve) => window.once('closed', () => resolve(null)))
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
    await launched.page.evaluate('{ document.title = "Renamed" }')
    const title = (): Promise<string | undefined> =>
      launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())
    await expect.poll(title).toBe('Renamed')
    await launched.page.evaluate('{ document.title = "Index" }')
    await expect.poll(title).toBe('Index')
  })
})

describe('two windows', () => {
  it('have pages, preloads and senders of their own', async () => {
    const opened = launched.app.waitForEvent('window')
    await launched.app.evaluate(async ({ BrowserWindow }) => {
      const preload: string = Reflect.get(globalThis, 'fixturePreload')
      const second = new BrowserWindow({ show: false, webPreferences: { preload } })
      await second.loadURL('app://fixture/second.html')
    })
    const second = await opened
    await second.waitForSelector('h1')
    const frame = `bridge.invoke('frame').then((f) => [f.url, f.windowAt])`
    expect(await second.evaluate(frame)).toEqual(['app://fixture/second.html', 'app://fixture/second.html'])
    expect(await launched.page.evaluate(frame)).toEqual([
      'app://fixture/index.html',
      'app://fixture/index.html'
    ])
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

describe('weak preferences', () => {
  it('are refused by name', async () => {
    // A window of the test before may still be closing.
    const count = () => launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
    const before = await count()
    for (const preference of [{ nodeIntegration: true }, { contextIsolation: false }, { sandbox: false }]) {
      const made = launched.app.evaluate(({ BrowserWindow }, webPreferences) => {
        new BrowserWindow({ show: false, webPreferences })
      }, preference)
      await expect(made).rejects.toThrow(/weakens security and is refused/u)
    }
    expect(await count()).toBeLessThanOrEqual(before)
  })
})
