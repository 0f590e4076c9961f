import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, type Launched } from './launch'

let launched: Launched

beforeAll(async () => {
  launched = await launch()
})
afterAll(() => launched.app.close())

/** The value of an expression of the page's own world. */
function inPage(expression: string): Promise<unknown> {
  return launched.page.evaluate(expression)
}

describe('menu accelerators', () => {
  /** What items were chosen since the test set the menu. */
  const chosen = (): Promise<unknown> => launched.app.evaluate(() => Reflect.get(globalThis, 'fixtureChosen'))

  beforeAll(async () => {
    await launched.app.evaluate(({ Menu }) => {
      const fired: unknown[] = []
      Reflect.set(globalThis, 'fixtureChosen', fired)
      const item = (label: string, accelerator: string): Electron.MenuItemConstructorOptions => ({
        label,
        accelerator,
        click: (_item, window, event) => fired.push([label, window?.getTitle(), event.triggeredByAccelerator])
      })
      const silent = { ...item('silent', 'F7'), registerAccelerator: false }
      const items = [item('open', 'CmdOrCtrl+O'), item('print', 'CmdOrCtrl+P'), item('next', 'F3'), silent]
      Menu.setApplicationMenu(Menu.buildFromTemplate([{ label: 'File', submenu: items }]))
    })
  })

  it('fire for keys that the page leaves alone, with the window they were pressed in', async () => {
    for (const keys of ['Control+o', 'Control+p', 'F3', 'F7', 'x']) await launched.page.keyboard.press(keys)
    await expect.poll(chosen).toEqual([
      ['open', 'Index', true],
      ['print', 'Index', true],
      ['next', 'Index', true]
    ])
  })

  it('do not fire for a key that the page takes', async () => {
    await inPage(`{ addEventListener('keydown', (event) => event.key === 'o' && event.preventDefault()) }`)
    await launched.page.keyboard.press('Control+o')
    await launched.page.keyboard.press('F3')
    await expect.poll(chosen).toHaveLength(4)
    expect(await chosen()).not.toHaveProperty('4')
  })

  it('do not fire for keys that a script of the page makes up', async () => {
    await inPage(`{ dispatchEvent(new KeyboardEvent('keydown', { key: 'F3', keyCode: 114 })) }`)
    await launched.page.keyboard.press('F3')
    await expect.poll(chosen).toHaveLength(5)
  })
})

describe('nativeTheme', () => {
  const prefersDark = (): Promise<unknown> => inPage(`matchMedia('(prefers-color-scheme: dark)').matches`)

  it('changes the colours that pages prefer, and says so', async () => {
    const told = await launched.app.evaluate(({ nativeTheme }) => {
      const heard: unknown[] = [nativeTheme.themeSource, nativeTheme.shouldUseDarkColors]
      nativeTheme.on('updated', () => heard.push(nativeTheme.shouldUseDarkColors))
      nativeTheme.themeSource = 'dark'
      nativeTheme.themeSource = 'dark'
      return heard
    })
    expect(told).toEqual(['system', false, true])
    await expect.poll(prefersDark).toBe(true)
  })

  it('refuses what is no theme, and gives way to the system again', async () => {
    const refused = launched.app.evaluate(({ nativeTheme }) => {
      Reflect.set(nativeTheme, 'themeSource', 'sepia')
    })
    await expect(refused).rejects.toThrow('sepia')
    await launched.app.evaluate(({ nativeTheme }) => {
      nativeTheme.themeSource = 'system'
    })
    await expect.poll(prefersDark).toBe(false)
  })
})

describe('clipboard', () => {
  it('gives back what was written, and pages can paste it', async () => {
    const read = await launched.app.evaluate(async ({ clipboard }) => {
      await clipboard.writeText('two\nlines “ü”')
      return clipboard.readText()
    })
    expect(read).toBe('two\nlines “ü”')
    await inPage(
      `{ const area = document.createElement('textarea'); document.body.append(area); area.focus() }`
    )
    await launched.page.keyboard.press('Control+v')
    await expect.poll(() => launched.page.inputValue('textarea')).toBe('two\nlines “ü”')
    await inPage(`{ document.querySelector('textarea').remove() }`)
  })

  it('takes a text with its HTML, and pages can paste either', async () => {
    await launched.app.evaluate(({ clipboard, ClipboardItem }) =>
      clipboard.write([
        new ClipboardItem({ 'text/plain': '“one” (two)', 'text/html': '<p>“one” (<b>two</b>)</p>' })
      ])
    )
    await inPage(`{
      const area = document.createElement('textarea')
      document.body.append(area)
      area.focus()
      area.addEventListener('paste', ({ clipboardData }) => (area.title = clipboardData.getData('text/html')))
    }`)
    await launched.page.keyboard.press('Control+v')
    await expect.poll(() => launched.page.inputValue('textarea')).toBe('“one” (two)')
    expect(await launched.page.getAttribute('textarea', 'title')).toContain('<p>“one” (<b>two</b>)</p>')
    expect(await launched.app.evaluate(({ clipboard }) => clipboard.readText())).toBe('“one” (two)')
    await inPage(`{ document.querySelector('textarea').remove() }`)
  })

  it('is written without the page hearing of it', async () => {
    await inPage(
      `{ globalThis.copies = 0; document.addEventListener('copy', () => (globalThis.copies += 1)) }`
    )
    await launched.app.evaluate(({ clipboard }) => clipboard.writeText('quietly'))
    await inPage(
      `{ document.body.append(document.createElement('textarea')); document.querySelector('textarea').focus() }`
    )
    await launched.page.keyboard.press('Control+v')
    await expect.poll(() => launched.page.inputValue('textarea')).toBe('quietly')
    expect(await inPage('globalThis.copies')).toBe(0)
  })
})

describe('dialogs without a display', () => {
  it('are cancelled instead of waiting for somebody', async () => {
    const answers = await launched.app.evaluate(async ({ dialog }) => {
      dialog.showErrorBox('Title', 'content')
      return [
        await dialog.showOpenDialog({ properties: ['openFile'] }),
        await dialog.showSaveDialog({}),
        await dialog.showMessageBox({ message: 'Sure?', buttons: ['Yes', 'Cancel'] }),
        await dialog.showMessageBox({ message: 'Well', buttons: ['A', 'B'], cancelId: 0 })
      ]
    })
    expect(answers).toEqual([
      { canceled: true, filePaths: [] },
      { canceled: true, filePath: '' },
      { response: 1, checkboxChecked: false },
      { response: 0, checkboxChecked: false }
    ])
  })

  it('answer what a test puts in their place, in the program itself', async () => {
    await launched.app.evaluate(({ dialog }) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: ['/chosen'] })
    })
    expect(await inPage(`bridge.invoke('choose')`)).toEqual({ canceled: false, filePaths: ['/chosen'] })
  })
})

describe('screen', () => {
  it('has a first display, which matches whatever lies on none', async () => {
    const [primary, matching, count] = await launched.app.evaluate(({ screen }) => [
      screen.getPrimaryDisplay(),
      screen.getDisplayMatching({ x: -9000, y: 0, width: 10, height: 10 }),
      screen.getAllDisplays().length
    ])
    expect(primary).toEqual(matching)
    expect(count).toBeGreaterThan(0)
    expect(primary).toMatchObject({ workArea: { x: 0, y: 0 }, scaleFactor: 1 })
  })
})

describe('shell', () => {
  it('says why a path cannot be opened, and refuses what is no address', async () => {
    const told = await launched.app.evaluate(async ({ shell }) => [
      await shell.openPath('/nowhere/at/all'),
      await shell.openExternal('no address').catch((error: Error) => error.message)
    ])
    expect(told).toEqual(['Failed to open path: /nowhere/at/all does not exist', 'Invalid URL'])
  })
})

describe('what is not implemented', () => {
  it('says so by name, wherever it is touched', async () => {
    const told = await launched.app.evaluate((electron) => {
      const touches: Record<string, () => unknown> = {
        module: () => electron.powerMonitor.getSystemIdleTime(),
        class: () => new electron.Tray('x'),
        member: () => electron.app.getGPUInfo('basic'),
        event: () => electron.session.defaultSession.cookies,
        window: () => electron.BrowserWindow.getAllWindows()[0]?.setOpacity(1),
        contents: () => electron.webContents.getAllWebContents()[0]?.debugger,
        unknown: () => Reflect.get(electron, 'nonsense')
      }
      return Object.values(touches).map((touch) => {
        try {
          return touch()
        } catch (error) {
          return String(error)
        }
      })
    })
    expect(told).toEqual(
      [
        'powerMonitor.getSystemIdleTime',
        'Tray',
        'app.getGPUInfo',
        'session.cookies',
        'BrowserWindow.setOpacity',
        'WebContents.debugger',
        'main.nonsense'
      ].map((name) => `Error: runtime: electron.${name} is not implemented`)
    )
  })
})
