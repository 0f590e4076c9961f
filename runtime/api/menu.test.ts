import type { BrowserWindow, MenuItemConstructorOptions } from 'electron'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { parseAccelerator } from './accelerator.mjs'
import { connectMenus } from './menu-connection.mjs'
import { MenuItem } from './menu-item.mjs'
import { Menu, setDefaultMenu } from './menu.mjs'

const calls: string[] = []
const say = (name: string) => () => void calls.push(name)
// Only what roles touch; the engine's own windows are tested with a Chromium.
const fake = {
  close: say('close'),
  minimize: say('minimize'),
  isFullScreen: () => false,
  setFullScreen: (on: boolean) => calls.push(`fullscreen ${on}`),
  webContents: { copy: say('copy'), selectAll: say('selectAll'), zoomLevel: 1, reload: say('reload') }
}
const window = fake as unknown as BrowserWindow

beforeEach(() => {
  calls.length = 0
  connectMenus({
    app: { name: 'Program', quit: say('quit') },
    focusedWindow: () => window,
    visibleSession: () => null
  })
  Menu.setApplicationMenu(null)
})

function press(menu: Menu, keys: string): boolean {
  const pressed = parseAccelerator(keys, 'linux')
  if (pressed === null) throw new Error(keys)
  return menu.pressKey(pressed, window)
}

describe('Menu.buildFromTemplate', () => {
  it('folds separators and drops them at the ends', () => {
    const line: MenuItemConstructorOptions = { type: 'separator' }
    const menu = Menu.buildFromTemplate([line, { label: 'a' }, line, line, { label: 'b' }, line])
    expect(menu.items.map((item) => item.type)).toEqual(['normal', 'separator', 'normal'])
  })

  it('finds items by id, however deep, and knows their menus', () => {
    const menu = Menu.buildFromTemplate([
      { label: 'a', submenu: [{ label: 'b', submenu: [{ id: 'c', label: 'c' }] }] }
    ])
    expect(menu.getMenuItemById('c')?.label).toBe('c')
    expect(menu.getMenuItemById('d')).toBeNull()
    expect(menu.items[0]?.menu).toBe(menu)
    expect(menu.items[0]?.type).toBe('submenu')
  })

  it('keeps properties of the template that are the program’s own', () => {
    const template: MenuItemConstructorOptions[] = [Object.assign({ label: 'a' }, { own: 1 })]
    expect(Menu.buildFromTemplate(template).items[0]).toMatchObject({ own: 1 })
  })

  const refused: Record<string, [MenuItemConstructorOptions[], string]> = {
    'an item without label, role or type': [[{}], 'at least one of label, role or type'],
    'an accelerator that is none': [[{ label: 'a', accelerator: 'Ctrl+Nonsense' }], 'Invalid accelerator'],
    'a member that is not implemented': [
      [{ label: 'a', before: ['b'] }],
      'electron.MenuItem.before is not implemented'
    ]
  }
  for (const [name, [template, message]] of Object.entries(refused)) {
    it(`refuses ${name}`, () => expect(() => Menu.buildFromTemplate(template)).toThrow(message))
  }

  it('puts items in at a place and refuses places outside', () => {
    const menu = Menu.buildFromTemplate([{ label: 'a' }])
    menu.insert(0, new MenuItem({ label: 'first' }))
    expect(menu.items.map((item) => item.label)).toEqual(['first', 'a'])
    expect(() => menu.insert(9, new MenuItem({ label: 'x' }))).toThrow(RangeError)
  })
})

describe('a menu item', () => {
  it('calls click with the item, the window and the event', () => {
    const click = vi.fn()
    const [item] = Menu.buildFromTemplate([{ label: 'a', click }]).items
    item?.click({ ctrlKey: true }, window)
    expect(click).toHaveBeenCalledWith(item, window, { ctrlKey: true })
  })

  it('does what its role says and not its click', () => {
    const click = vi.fn()
    const menu = Menu.buildFromTemplate([{ role: 'copy', click }, { role: 'quit' }, { role: 'zoomIn' }])
    for (const item of menu.items) item.click({}, window)
    expect(calls).toEqual(['copy', 'quit'])
    expect(fake.webContents.zoomLevel).toBe(1.5)
    expect(click).not.toHaveBeenCalled()
  })

  it('has the label and keys of its role unless it brings its own', () => {
    const menu = Menu.buildFromTemplate([
      { role: 'redo' },
      { role: 'togglefullscreen', accelerator: 'F12', label: 'Big' }
    ])
    expect(menu.items.map(({ label, accelerator }) => [label, accelerator])).toEqual([
      ['Redo', 'Shift+CommandOrControl+Z'],
      ['Big', 'F12']
    ])
  })

  it('is checked and unchecked by clicks; of a radio group one is', () => {
    const menu = Menu.buildFromTemplate([
      { label: 'box', type: 'checkbox' },
      { label: 'one', type: 'radio', checked: true },
      { label: 'two', type: 'radio' },
      { type: 'separator' },
      { label: 'other group', type: 'radio', checked: true }
    ])
    menu.items[0]?.click()
    menu.items[2]?.click()
    expect(menu.items.map((item) => item.checked)).toEqual([true, false, true, false, true])
    menu.items[0]?.click()
    expect(menu.items[0]?.checked).toBe(false)
  })

  it('makes whole menus of roles', () => {
    const menu = Menu.buildFromTemplate([{ role: 'editMenu' }, { role: 'viewMenu' }, { role: 'windowMenu' }])
    expect(menu.items.map((item) => item.submenu?.items.length)).toEqual([9, 9, 3])
  })
})

describe('accelerators', () => {
  const template = (click: (name: string) => void): MenuItemConstructorOptions[] => [
    { label: 'File', submenu: [{ label: 'open', accelerator: 'CmdOrCtrl+O', click: () => click('open') }] },
    { label: 'off', accelerator: 'F2', enabled: false, click: () => click('off') },
    { label: 'shown only', accelerator: 'F3', registerAccelerator: false, click: () => click('shown only') },
    { label: 'hidden', accelerator: 'F4', visible: false, click: () => click('hidden') },
    { role: 'copy' }
  ]

  it('fire the first item that is on and registered', () => {
    const menu = Menu.buildFromTemplate(template((name) => calls.push(name)))
    expect(['Ctrl+O', 'F2', 'F3', 'F4', 'Ctrl+C', 'Ctrl+Shift+O'].map((keys) => press(menu, keys))).toEqual([
      true,
      false,
      false,
      true,
      false,
      false
    ])
    expect(calls).toEqual(['open', 'hidden'])
  })

  it('tell the click that a key did it', () => {
    const click = vi.fn()
    press(Menu.buildFromTemplate([{ label: 'a', accelerator: 'Shift+F5', click }]), 'Shift+F5')
    expect(click.mock.calls[0]?.[2]).toMatchObject({
      shiftKey: true,
      ctrlKey: false,
      triggeredByAccelerator: true
    })
  })
})

describe('the application menu', () => {
  it('is what was set, or null', () => {
    const menu = new Menu()
    Menu.setApplicationMenu(menu)
    expect(Menu.getApplicationMenu()).toBe(menu)
    setDefaultMenu()
    expect(Menu.getApplicationMenu()).toBe(menu)
    Menu.setApplicationMenu(null)
    setDefaultMenu()
    expect(Menu.getApplicationMenu()).toBeNull()
  })
})

describe('popup without a display', () => {
  it('says that the menu shows and closes, and clicks nothing', async () => {
    const menu = Menu.buildFromTemplate([{ label: 'a', click: () => calls.push('a') }])
    menu.on('menu-will-show', () => calls.push('show')).on('menu-will-close', () => calls.push('close'))
    await new Promise<void>((resolve) => menu.popup({ callback: resolve }))
    expect(calls).toEqual(['show', 'close'])
  })
})
