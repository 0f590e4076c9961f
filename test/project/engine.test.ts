import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { chooseEngine, findElectronBinary } from '../../scripts/setup/engine.mjs'
import { programCommand } from '../../scripts/setup/program-command.mjs'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'briefing-reader-engine-'))
  mkdirSync(join(root, 'node_modules/electron/dist'), { recursive: true })
  writeFileSync(join(root, 'node_modules/electron/package.json'), '{"version":"45.4.1"}')
})
afterEach(() => rmSync(root, { recursive: true }))

/** What Electron's package leaves behind when its download is complete. */
function downloadElectron(version: string): void {
  writeFileSync(join(root, 'node_modules/electron/dist/electron'), '')
  writeFileSync(join(root, 'node_modules/electron/dist/version'), version)
  writeFileSync(join(root, 'node_modules/electron/path.txt'), 'electron')
}

describe('the engine', () => {
  it('is runtime/ where Electron was not downloaded, and Playwright is told so', () => {
    const engine = chooseEngine({ root, environment: {} })
    expect(engine.kind).toBe('runtime')
    expect(engine.environment).toEqual({ ELECTRON_OVERRIDE_DIST_PATH: join(root, 'runtime') })
    expect(engine.executable).toBe(join(root, 'runtime/electron'))
  })

  it('is Electron where it was downloaded', () => {
    downloadElectron('45.4.1')
    const engine = chooseEngine({ root, environment: {} })
    expect(engine).toMatchObject({ kind: 'electron', name: 'Electron 45.4.1', environment: {} })
  })

  it('is not an Electron whose download was cut off', () => {
    downloadElectron('45.4.1')
    rmSync(join(root, 'node_modules/electron/path.txt'))
    expect(findElectronBinary(root)).toBeNull()
  })

  it('is not the Electron of an earlier version', () => {
    downloadElectron('44.0.0')
    expect(chooseEngine({ root, environment: {} }).kind).toBe('runtime')
  })

  it('is runtime/ where the person asks for it, even with Electron there', () => {
    downloadElectron('45.4.1')
    const environment = { ELECTRON_OVERRIDE_DIST_PATH: join(root, 'runtime') }
    expect(chooseEngine({ root, environment }).kind).toBe('runtime')
  })

  it('is the one that Electron’s own variable names', () => {
    const engine = chooseEngine({ root, environment: { ELECTRON_OVERRIDE_DIST_PATH: '/opt/electron' } })
    expect(engine).toMatchObject({ kind: 'electron', executable: '/opt/electron/electron', environment: {} })
  })
})

describe('the command that starts the program', () => {
  const electron = { kind: 'electron', name: '', executable: '/e/electron', environment: {} } as const
  const runtime = { ...electron, kind: 'runtime', executable: '/r/electron' } as const

  it('gives runtime/ nothing but the program and its arguments', () => {
    const command = programCommand(['list'], { engine: runtime, isRoot: true, isShown: false })
    expect(command).toEqual(['/r/electron', expect.any(String), 'list'])
  })

  it('tells Electron what root and a missing display need, before the program', () => {
    const command = programCommand(['list'], { engine: electron, isRoot: true, isShown: false })
    expect(command.slice(0, 3)).toEqual(['/e/electron', '--no-sandbox', '--ozone-platform=headless'])
    expect(command.at(-1)).toBe('list')
  })

  it('leaves Electron’s sandbox on for everybody else', () => {
    expect(programCommand([], { engine: electron, isRoot: false, isShown: true })).toHaveLength(2)
  })
})
