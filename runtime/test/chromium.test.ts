import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { descendantsOf, endPrograms, folder, portsOf, runMain, until, WINDOW } from './run-main'

afterAll(endPrograms)

describe('Chromium', () => {
  it('is not started for a program that shows nothing', async () => {
    const program = runMain(`electron.app.whenReady().then(() => {
      electron.session.defaultSession.setPermissionRequestHandler(null)
      electron.Menu.setApplicationMenu(electron.Menu.buildFromTemplate([{ label: 'x', submenu: [] }]))
      console.log(electron.nativeTheme.shouldUseDarkColors, electron.screen.getAllDisplays().length)
      console.log('here')
    })`)
    await until(program, 'here')
    expect(descendantsOf(program.child.pid ?? 0)).toEqual([])
    program.child.kill('SIGKILL')
    await program.ended
  })

  it('that is missing is said in one sentence with the command to install it', async () => {
    const program = runMain(WINDOW, { environment: { BRIEFING_READER_CHROMIUM: join(folder, 'none') } })
    expect(await program.ended).toBe(1)
    const command =
      process.platform === 'darwin' ? 'brew install --cask chromium' : 'apt-get install chromium'
    expect(program.output).toEqual({
      out: '',
      err: `Chromium is needed to show a window or to print, and none is installed; install it with "${command}".\n`
    })
  })

  it('that does not start is said in one sentence', async () => {
    const program = runMain(WINDOW, { environment: { BRIEFING_READER_CHROMIUM: '/bin/false' } })
    expect(await program.ended).toBe(1)
    expect(program.output.out).toBe('')
    expect(program.output.err).toContain('Chromium (/bin/false) ended as soon as it was started')
  })

  it('has no port open, and main has none, without the switches that ask for one', async () => {
    const program = runMain(WINDOW)
    await until(program, 'up')
    const pid = program.child.pid ?? 0
    expect(portsOf([pid, ...descendantsOf(pid)])).toEqual([])
    program.child.kill('SIGKILL')
    await program.ended
  })

  it('has those open that were asked for, on this machine alone', async () => {
    const program = runMain(WINDOW, { args: ['--inspect=0', '--remote-debugging-port=0'] })
    await until(program, 'up')
    const pid = program.child.pid ?? 0
    expect(portsOf([pid, ...descendantsOf(pid)])).toHaveLength(2)
    expect(program.output.err).toMatch(/Debugger listening on ws:\/\/127\.0\.0\.1:/u)
    expect(program.output.err).toMatch(/DevTools listening on ws:\/\/127\.0\.0\.1:/u)
    program.child.kill('SIGKILL')
    await program.ended
  })

  it('looks up no name, whatever a page asks for', async () => {
    const log = join(folder, 'net.json')
    const program = runMain(
      `electron.app.commandLine.appendSwitch('log-net-log', ${JSON.stringify(log)})
      electron.app.whenReady().then(async () => {
        const window = new electron.BrowserWindow({ show: false })
        await window.loadURL('data:text/html,<link rel=preconnect href=https://a.example.net><img src=http://b.example.org/x.png>')
        await window.webContents.executeJavaScript("fetch('https://c.example.com/').catch(() => 0)")
        await new Promise((resolve) => setTimeout(resolve, 1500))
        electron.app.quit()
      })`
    )
    expect(await program.ended).toBe(0)
    const { constants, events } = readNetLog(log)
    const named = (name: string): unknown[] =>
      events.filter(({ type }) => type === constants.logEventTypes[name])
    // The log is there and saw the requests, or its silence would prove nothing.
    expect(named('URL_REQUEST_START_JOB').length).toBeGreaterThan(0)
    for (const name of ['HOST_RESOLVER_DNS_TASK', 'HOST_RESOLVER_SYSTEM_TASK', 'DNS_TRANSACTION']) {
      expect(constants.logEventTypes[name]).toBeGreaterThan(0)
      expect(named(name)).toEqual([])
    }
    // Chromium connects a datagram socket to learn of a route (net, "IPv6 probe"), and sends nothing.
    expect(constants.logEventTypes['UDP_BYTES_SENT']).toBeGreaterThan(0)
    expect(named('UDP_BYTES_SENT')).toEqual([])
    expect(named('TCP_CONNECT_ATTEMPT')).toEqual([])
  })
})

interface NetLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> }
  readonly events: readonly { readonly type: number }[]
}

/** A log of Chromium's that ended in good order; one that did not lacks its last bracket. */
function readNetLog(path: string): NetLog {
  return JSON.parse(readFileSync(path, 'utf8'))
}
