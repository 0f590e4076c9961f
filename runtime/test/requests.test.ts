import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launch, type Launched } from './launch'

let launched: Launched

beforeAll(async () => {
  launched = await launch()
})
afterAll(() => launched.app.close())
beforeEach(() => launched.app.evaluate(() => void Reflect.set(globalThis, 'fixtureAsked', [])))

/** The value of an expression of the page's own world. */
function inPage(expression: string): Promise<unknown> {
  return launched.page.evaluate(expression)
}

/** What main was asked since the test began. */
function asked(): Promise<unknown> {
  return launched.app.evaluate(() => Reflect.get(globalThis, 'fixtureAsked'))
}

describe('protocol.handle', () => {
  it('gives status and headers', async () => {
    const told = await inPage(
      `fetch('/index.html').then(async (r) => [r.status, r.ok, r.headers.get('X-Fixture')])`
    )
    expect(told).toEqual([200, true, 'yes'])
  })

  it('gives a body that comes in pieces, whole', async () => {
    expect(await inPage(`fetch('/stream').then(async (r) => [r.status, await r.text()])`)).toEqual([
      201,
      'one two three'
    ])
  })

  it('gives bytes as they are', async () => {
    expect(
      await inPage(`fetch('/bytes').then(async (r) => [...new Uint8Array(await r.arrayBuffer())])`)
    ).toEqual([0, 255, 128, 10])
  })

  it('gives 404 as 404, not as an error', async () => {
    expect(await inPage(`fetch('/nowhere').then(async (r) => [r.status, await r.text()])`)).toEqual([
      404,
      'none'
    ])
  })

  it('hands over address, method, headers and body', async () => {
    const request = `fetch('/mirror?q=ü#no', { method: 'POST', headers: { 'X-Asked': 'yes' }, body: 'said' }).then((r) => r.json())`
    expect(await inPage(request)).toEqual({
      url: 'app://fixture/mirror?q=%C3%BC',
      method: 'POST',
      asked: 'yes',
      body: 'said'
    })
  })

  it('fails a request whose handler throws', async () => {
    expect(await inPage(`fetch('/throws').catch((e) => e.constructor.name)`)).toBe('TypeError')
  })
})

describe('webRequest.onBeforeRequest', () => {
  it('is asked under the program’s own address, and cancels', async () => {
    await launched.app.evaluate(({ session }) => {
      session.defaultSession.webRequest.onBeforeRequest(
        { urls: ['<all_urls>'] },
        ({ url, resourceType }, decide) => {
          Reflect.get(globalThis, 'fixtureAsked').push([url, resourceType])
          decide({ cancel: url.endsWith('/stream') })
        }
      )
    })
    expect(await inPage(`fetch('/stream').catch(() => 'cancelled')`)).toBe('cancelled')
    expect(await inPage(`fetch('/index.html').then((r) => r.status)`)).toBe(200)
    expect(await asked()).toEqual([
      ['app://fixture/stream', 'xhr'],
      ['app://fixture/index.html', 'xhr']
    ])
  })

  it('is not asked for what its filter leaves out, nor once it is taken away', async () => {
    await launched.app.evaluate(({ session }) => {
      session.defaultSession.webRequest.onBeforeRequest({ urls: ['app://*/str*'] }, (_details, decide) =>
        decide({ cancel: true })
      )
    })
    expect(await inPage(`fetch('/index.html').then((r) => r.status)`)).toBe(200)
    expect(await inPage(`fetch('/stream').catch(() => 'cancelled')`)).toBe('cancelled')
    await launched.app.evaluate(({ session }) => session.defaultSession.webRequest.onBeforeRequest(null))
    expect(await inPage(`fetch('/stream').then((r) => r.status)`)).toBe(201)
  })
})

describe('the network', () => {
  it('answers no name, and nothing of this machine', async () => {
    const addresses = ['https://example.com/', 'http://localhost:9/', 'https://a.b.invalid/']
    const told = await inPage(
      `Promise.all(${JSON.stringify(addresses)}.map((a) => fetch(a, { mode: 'no-cors' }).then(() => 'reached', () => 'failed')))`
    )
    expect(told).toEqual(['failed', 'failed', 'failed'])
  })
})

describe('permissions', () => {
  const state = (name: string): Promise<unknown> =>
    inPage(`navigator.permissions.query({ name: '${name}' }).then((p) => p.state)`)

  it('are denied without a handler', async () => {
    expect(await state('geolocation')).toBe('denied')
    expect(await inPage(`Notification.requestPermission()`)).toBe('denied')
  })

  it('are what the handler says, which is told who asks for what', async () => {
    await launched.app.evaluate(({ session }) => {
      session.defaultSession.setPermissionRequestHandler((contents, permission, decide) => {
        Reflect.get(globalThis, 'fixtureAsked').push([contents.getURL(), permission])
        decide(permission === 'geolocation')
      })
    })
    await expect.poll(() => state('geolocation')).toBe('granted')
    expect(await state('camera')).toBe('denied')
    expect(await asked()).toContainEqual(['app://fixture/index.html', 'geolocation'])
    await launched.app.evaluate(({ session }) => session.defaultSession.setPermissionRequestHandler(null))
    await expect.poll(() => state('geolocation')).toBe('denied')
  })
})

describe('leaving the page', () => {
  it('asks setWindowOpenHandler, and opens nothing when it says no', async () => {
    await launched.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.setWindowOpenHandler(({ url, frameName }) => {
        Reflect.get(globalThis, 'fixtureAsked').push([url, frameName])
        return { action: 'deny' }
      })
    })
    await launched.page.click('#blank')
    await inPage(`window.open('https://example.com/', 'named')`)
    await expect.poll(asked).toEqual([
      ['app://fixture/second.html', '_blank'],
      ['https://example.com/', 'named']
    ])
    expect(launched.app.windows()).toHaveLength(1)
    expect(await launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })

  it('opens no window for a file that is dropped where the page wants none, and downloads nothing', async () => {
    const session = await launched.page.context().newCDPSession(launched.page)
    const data = { items: [], files: [import.meta.filename], dragOperationsMask: 1 }
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await session.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data })
    await inPage(`fetch('/stream')`)
    const opened = await launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
    await expect.poll(() => launched.app.windows().length).toBe(1)
    expect([opened, await launched.page.textContent('h1')]).toEqual([1, 'Index'])
  })

  it('asks will-frame-navigate, then will-navigate, and stays when told so', async () => {
    await launched.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      contents?.on('will-frame-navigate', ({ url, isMainFrame }) => {
        Reflect.get(globalThis, 'fixtureAsked').push(['frame', url, isMainFrame])
      })
      contents?.on('will-navigate', (event) => {
        Reflect.get(globalThis, 'fixtureAsked').push(['page', event.url])
        event.preventDefault()
      })
    })
    await launched.page.click('#away')
    await expect.poll(asked).toEqual([
      ['frame', 'https://example.com/', true],
      ['page', 'https://example.com/']
    ])
    await inPage(`{ location.href = 'second.html' }`)
    await expect.poll(asked).toContainEqual(['page', 'app://fixture/second.html'])
    expect(await launched.page.textContent('h1')).toBe('Index')
  })

  it('asks nobody when the program itself loads or reloads', async () => {
    await launched.app.evaluate(async ({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows()
      await window?.loadURL('app://fixture/second.html')
      window?.webContents.reload()
    })
    await expect.poll(() => launched.page.textContent('h1')).toBe('Second')
    expect(await asked()).toEqual([])
    const url = await launched.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getURL()
    )
    expect(url).toBe('app://fixture/second.html')
  })

  it('lets a page go where nobody says no', async () => {
    await launched.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.removeAllListeners('will-navigate')
    })
    await inPage(`{ location.href = 'index.html' }`)
    await expect.poll(() => launched.page.textContent('h1')).toBe('Index')
  })
})

describe('loadURL', () => {
  it('rejects with the code and the address when nothing is there', async () => {
    const said = await launched.app.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false })
      const failed: unknown[] = []
      window.webContents.on('did-fail-load', (_event, code, text, url) =>
        failed.push(code < 0, text !== '', url)
      )
      const error = await window.loadURL('https://nobody.invalid/').then(
        () => null,
        (thrown: Error) => thrown.message
      )
      window.destroy()
      return [error, ...failed]
    })
    expect(said).toEqual([
      "ERR_NAME_NOT_RESOLVED (-105) loading 'https://nobody.invalid/'",
      true,
      true,
      'https://nobody.invalid/'
    ])
  })
})
