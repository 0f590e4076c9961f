import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { launch } from './launch'
import { descendantsOf, endPrograms, folder, isAlive, runMain, until, WINDOW } from './run-main'

afterAll(endPrograms)

describe('the end of the program', () => {
  it('has Electron’s order of events when the last window closes', async () => {
    const program = runMain(`
      const { app } = electron
      for (const name of ['ready', 'window-all-closed', 'before-quit', 'will-quit', 'quit'])
        app.on(name, () => console.log(name))
      app.on('window-all-closed', () => app.quit())
      app.whenReady().then(async () => {
        const window = new electron.BrowserWindow({ show: false })
        window.on('close', () => console.log('close')).on('closed', () => console.log('closed'))
        await window.loadURL('data:text/html,x')
        window.close()
      })`)
    expect(await program.ended).toBe(0)
    expect(program.output.out.trim().split('\n')).toEqual([
      'ready',
      'close',
      'closed',
      'window-all-closed',
      'before-quit',
      'will-quit',
      'quit'
    ])
  })

  it('closes windows itself when the program quits, and waits for a program that holds it', async () => {
    const program = runMain(`
      const { app } = electron
      for (const name of ['window-all-closed', 'before-quit', 'quit']) app.on(name, () => console.log(name))
      app.once('will-quit', (event) => {
        event.preventDefault()
        console.log('will-quit')
        setTimeout(() => app.exit(7), 50)
      })
      app.whenReady().then(async () => {
        const window = new electron.BrowserWindow({ show: false })
        window.on('close', () => console.log('close')).on('closed', () => console.log('closed'))
        await window.loadURL('data:text/html,x')
        app.quit()
      })`)
    expect(await program.ended).toBe(7)
    expect(program.output.out.trim().split('\n')).toEqual([
      'before-quit',
      'close',
      'closed',
      'will-quit',
      'quit'
    ])
  })

  it('leaves no process behind when what Playwright calls the program is killed', async () => {
    const { app } = await launch()
    const main = app.process()
    const family = descendantsOf(main.pid ?? 0)
    expect(family.length).toBeGreaterThan(2)
    const gone = once(main, 'exit')
    main.kill('SIGKILL')
    await gone
    await expect.poll(() => family.filter(isAlive), { timeout: 10_000 }).toEqual([])
  })

  it('leaves no process behind when it is asked to end', async () => {
    const program = runMain(WINDOW)
    await until(program, 'up')
    const family = descendantsOf(program.child.pid ?? 0)
    expect(family.length).toBeGreaterThan(2)
    program.child.kill('SIGTERM')
    expect(await program.ended).toBe(0)
    expect(family.filter(isAlive)).toEqual([])
  })
})

describe('a second start', () => {
  const LOCK = `
    const { app } = electron
    app.setPath('userData', process.argv[2])
    app.on('second-instance', (_event, argv, cwd, data) => console.log('second', argv.at(-1), cwd, JSON.stringify(data)))
    console.log('lock', app.requestSingleInstanceLock({ files: ['a'] }))
    if (!app.hasSingleInstanceLock()) app.quit()
    app.whenReady().then(() => console.log('ready'))`

  it('is refused, and the first hears what it was started with', async () => {
    const userData = mkdtempSync(join(folder, 'profile-'))
    const first = runMain(LOCK, { args: [userData, 'one'] })
    await until(first, 'ready')
    const second = runMain(LOCK, { args: [userData, 'two'] })
    await second.ended
    expect(second.output.out).toContain('lock false')
    await until(first, `second two ${process.cwd()} {"files":["a"]}`)
    first.child.kill('SIGKILL')
    await first.ended
    const third = runMain(LOCK, { args: [userData, 'three'] })
    await until(third, 'lock true')
    third.child.kill('SIGKILL')
    await third.ended
  })
})

describe('utilityProcess', () => {
  it('runs a module of the program beside main, and tells of its end', async () => {
    const program = runMain(`
      const { writeFileSync } = require('node:fs')
      const path = ${JSON.stringify(join(folder, 'child.mjs'))}
      writeFileSync(path, "process.parentPort.on('message', ({ data }) => { process.parentPort.postMessage(new Map([[data, process.pid]])) })")
      electron.app.on('child-process-gone', (_event, { type, reason }) => console.log(type, reason))
      electron.app.whenReady().then(() => {
        const child = electron.utilityProcess.fork(path)
        child.on('message', (map) => { console.log('answer', map.get('q') === child.pid, child.pid !== process.pid); child.kill() })
        child.on('exit', () => setTimeout(() => electron.app.quit(), 50))
        child.postMessage('q')
      })`)
    expect(await program.ended).toBe(0)
    expect(program.output.out).toBe('answer true true\nUtility killed\n')
  })
})

describe('the program’s colours', () => {
  it('hold for pages that are opened later, and not on paper', async () => {
    const program = runMain(`
      const dark = "matchMedia('(prefers-color-scheme: dark)').matches"
      electron.nativeTheme.themeSource = 'dark'
      electron.app.whenReady().then(async () => {
        const window = new electron.BrowserWindow({ show: false })
        await window.loadURL('data:text/html,x')
        const ask = (code) => window.webContents.executeJavaScript(code)
        const before = await ask(dark)
        await ask("addEventListener('beforeprint', () => { globalThis.onPaper = " + dark + " }); 0")
        await window.webContents.printToPDF({})
        console.log(before, await ask('onPaper'), await ask(dark))
        electron.app.quit()
      })`)
    expect(await program.ended).toBe(0)
    expect(program.output.out).toBe('true false true\n')
  })
})
