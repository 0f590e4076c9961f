import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, type Launched } from './launch'
import { boxOf, hasVirtualDisplay, startDisplay, type VirtualDisplay } from './virtual-display'

const GREEN = 0x00_ff_00

let display: VirtualDisplay
let launched: Launched

if (!hasVirtualDisplay) console.log('runtime: Xvfb is not installed, so nothing is tested on a display.')

// Without a display there is nothing to look at.
describe.runIf(hasVirtualDisplay)('on a display', () => {
  beforeAll(async () => {
    display = await startDisplay()
    const environment = {
      DISPLAY: display.name,
      WAYLAND_DISPLAY: '',
      BRIEFING_RUNTIME_HEADLESS: '',
      PATH: pathWithoutZenity()
    }
    launched = await launch('plain', { environment })
    await launched.page.evaluate(`{ document.documentElement.style.background = '#0f0' }`)
  })
  afterAll(async () => {
    await launched.app.close()
    await display.end()
  })

  it('a window has its size and shows its page: no address bar, no tabs, no bar that informs', async () => {
    // The window’s own frame and title are all that may lie around the page.
    await expect.poll(() => boxOf(display.look(), GREEN)?.width ?? 0).toBeGreaterThan(680)
    const { width, height } = boxOf(display.look(), GREEN) ?? { width: 0, height: 0 }
    expect(width).toBeLessThanOrEqual(700)
    expect(height).toBeLessThanOrEqual(500)
    expect(height).toBeGreaterThan(455)
  })

  it('a window is opened once, where it can be seen, and its page is loaded once', async () => {
    const events = await launched.app.evaluate(() => Reflect.get(globalThis, 'fixtureEvents'))
    expect(events).toEqual([
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

  it('a hidden window prints and is not seen; when it is shown it is', async () => {
    const opened = launched.app.waitForEvent('window')
    const printed = await launched.app.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false, width: 300, height: 200, x: 900, y: 300 })
      await window.loadURL('app://fixture/second.html')
      const pdf = await window.webContents.printToPDF({})
      return [window.isVisible(), pdf.subarray(0, 5).toString()]
    })
    expect(printed).toEqual([false, '%PDF-'])
    expect(launched.app.windows()).toHaveLength(1)
    await launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[1]?.show())
    const page = await opened
    await page.waitForSelector('h1')
    await page.evaluate(`{ document.documentElement.style.background = '#00f' }`)
    await expect.poll(() => boxOf(display.look(), 0x00_00_ff)?.x ?? 0).toBeGreaterThanOrEqual(900)
    await launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[1]?.close())
    await expect.poll(() => boxOf(display.look(), 0x00_00_ff)).toBeNull()
  })

  it('files are chosen in a dialog that is drawn where the desktop has none', async () => {
    const opened = launched.app.waitForEvent('window')
    const answer = launched.app.evaluate(
      ({ dialog }, defaultPath) => {
        const filters = [{ name: 'Programs', extensions: ['js'] }]
        return dialog.showOpenDialog({ defaultPath, filters, properties: ['openFile'] })
      },
      import.meta.dirname + '/fixtures/plain'
    )
    const page = await opened
    await page.getByRole('option', { name: 'main.js' }).click()
    expect(await page.getByRole('option').allTextContents()).toEqual(['../', 'main.js'])
    await page.getByRole('button', { name: 'Open' }).click()
    expect(await answer).toEqual({
      canceled: false,
      filePaths: [import.meta.dirname + '/fixtures/plain/main.js']
    })
  })

  it('a file that is there is replaced only when that was said twice', async () => {
    const opened = launched.app.waitForEvent('window')
    const defaultPath = import.meta.dirname + '/fixtures/plain/main.js'
    const answer = launched.app.evaluate(
      ({ dialog }, path) => dialog.showSaveDialog({ defaultPath: path }),
      defaultPath
    )
    const page = await opened
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('The file exists already.').waitFor()
    await page.getByRole('button', { name: 'Replace' }).click()
    expect(await answer).toEqual({ canceled: false, filePath: defaultPath })
  })

  it('a question is asked in a window, and closing it says no', async () => {
    const ask = (): Promise<Electron.MessageBoxReturnValue> =>
      launched.app.evaluate(({ dialog }) =>
        dialog.showMessageBox({ message: 'Really?', buttons: ['Yes', 'No'] })
      )
    const first = launched.app.waitForEvent('window')
    const answer = ask()
    await (await first).getByRole('button', { name: 'Yes' }).click()
    expect((await answer).response).toBe(0)
    const second = launched.app.waitForEvent('window')
    const closed = ask()
    await (await second).getByRole('button', { name: 'No' }).waitFor()
    await (await second).close()
    expect((await closed).response).toBe(1)
  })

  it('a menu opens over the page, and a click chooses in it', async () => {
    await launched.app.evaluate(({ BrowserWindow, Menu }) => {
      const chosen: string[] = []
      Reflect.set(globalThis, 'fixtureChosen', chosen)
      const items = ['First', 'Second'].map((label) => ({ label, click: () => void chosen.push(label) }))
      const [window] = BrowserWindow.getAllWindows()
      if (window !== undefined) Menu.buildFromTemplate(items).popup({ window, x: 40, y: 40 })
    })
    const chosen = (): Promise<unknown> =>
      launched.app.evaluate(() => Reflect.get(globalThis, 'fixtureChosen'))
    // Other windows may lie over this one, so that the picture does not say when the menu is there.
    await expect
      .poll(() => launched.page.evaluate(`document.querySelectorAll(':popover-open').length`))
      .toBe(1)
    await launched.page.mouse.click(70, 58)
    await expect.poll(chosen).toEqual(['First'])
  })

  it('the last window may close and another open', async () => {
    const told = await launched.app.evaluate(async ({ app, BrowserWindow }) => {
      app.on('window-all-closed', () => undefined)
      const [window] = BrowserWindow.getAllWindows()
      const closed = new Promise((resolve) => window?.once('closed', () => resolve(null)))
      window?.close()
      await closed
      const next = new BrowserWindow({ width: 300, height: 200 })
      await next.loadURL('app://fixture/second.html')
      return [BrowserWindow.getAllWindows().length, next.getTitle()]
    })
    expect(told).toEqual([1, 'Second'])
  })
})

/** The drawn dialogs are for desktops without it. */
function pathWithoutZenity(): string {
  return '/usr/local/bin:/usr/bin:/bin'
}
