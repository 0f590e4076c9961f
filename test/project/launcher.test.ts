import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PROJECT_ROOT } from './project-files'

/** An engine that says how it was started, instead of starting. */
const SAY_ARGUMENTS = '#!/bin/sh\nfor each in "$0" "$@"; do printf "%s\\n" "$each"; done\nexit 7\n'

let root = ''
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'briefing reader ')))
  put('out/main/index.js', '')
  put('runtime/electron', SAY_ARGUMENTS)
  put('scripts/setup.mjs', `console.log('setting up'); process.exit(0)`)
  put('bin/briefing-reader', '')
  copyFileSync(join(PROJECT_ROOT, 'bin/briefing-reader'), join(root, 'bin/briefing-reader'))
})
afterEach(() => rmSync(root, { recursive: true }))

describe('bin/briefing-reader', () => {
  it('hands on every argument as it is, and the exit code', () => {
    const { lines, status } = run(['show', 'a b', '', '--json', '*'])
    expect(lines).toEqual([join(root, 'runtime/electron'), root, 'show', 'a b', '', '--json', '*'])
    expect(status).toBe(7)
  })

  it('finds its folder through links, absolute and relative', () => {
    mkdirSync(join(root, 'else/where'), { recursive: true })
    symlinkSync(join(root, 'bin/briefing-reader'), join(root, 'else/where/absolute'))
    symlinkSync('absolute', join(root, 'else/where/relative'))
    expect(run([], { launcher: 'else/where/relative' }).lines).toEqual([join(root, 'runtime/electron'), root])
  })

  it('works from any folder, and leaves it as it is', () => {
    put('runtime/electron', '#!/bin/sh\npwd\n')
    expect(run([], { cwd: tmpdir() }).lines).toEqual([realpathSync(tmpdir())])
  })

  it('sets up first where the program is not built, and keeps that off standard output', () => {
    rmSync(join(root, 'out'), { recursive: true })
    const { lines, stderr } = run(['list'])
    expect(stderr).toBe('setting up\n')
    expect(lines.at(-1)).toBe('list')
  })

  it('stops where the set-up fails', () => {
    rmSync(join(root, 'out'), { recursive: true })
    put('scripts/setup.mjs', `console.error('no packages'); process.exit(1)`)
    expect(run(['list'])).toEqual({ lines: [], stderr: 'no packages\n', status: 1 })
  })

  it('does not let the set-up eat what is meant for the program', () => {
    rmSync(join(root, 'out'), { recursive: true })
    put('scripts/setup.mjs', `process.stdin.resume()`)
    put('runtime/electron', '#!/bin/sh\ncat\n')
    expect(run([], { input: 'a briefing\n' }).lines).toEqual(['a briefing'])
  })

  it('prefers Electron itself, with what a missing display needs', () => {
    put('node_modules/electron/path.txt', 'electron')
    put('node_modules/electron/dist/electron', SAY_ARGUMENTS)
    const { lines } = run(['list'])
    const noSandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    const headless = process.platform === 'linux' ? ['--ozone-platform=headless'] : []
    const electron = join(root, 'node_modules/electron/dist/electron')
    expect(lines).toEqual([electron, ...noSandbox, ...headless, root, 'list'])
  })

  it('obeys the variable of Electron’s own package', () => {
    put('other/electron', SAY_ARGUMENTS)
    const environment = { ELECTRON_OVERRIDE_DIST_PATH: join(root, 'other') }
    expect(run(['list'], { environment }).lines[0]).toBe(join(root, 'other/electron'))
  })
})

function put(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
  chmodSync(join(root, path), 0o755)
}

interface RunOptions {
  readonly launcher?: string
  readonly cwd?: string
  readonly input?: string
  readonly environment?: Readonly<Record<string, string>>
}

function run(args: readonly string[], options: RunOptions = {}) {
  const { launcher = 'bin/briefing-reader', cwd = root, input = '', environment = {} } = options
  const { PATH } = process.env
  const env = { PATH, ...environment }
  const { stdout, stderr, status } = spawnSync(join(root, launcher), args, {
    cwd,
    env,
    input,
    encoding: 'utf8'
  })
  return { lines: stdout.split('\n').slice(0, -1), stderr, status }
}
