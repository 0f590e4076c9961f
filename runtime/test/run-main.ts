import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { ENGINE, ownEnvironment } from './launch'

/** A program that runs on the engine without anything that looks into it. */
export interface Running {
  readonly child: ChildProcess
  /** What it printed so far. */
  readonly output: { out: string; err: string }
  /** Its exit code, once it has ended. */
  readonly ended: Promise<number | null>
}

/** How it is started. */
export interface RunWith {
  readonly args?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
}

/** Where the programs lie, and where they may put what they need. */
export const folder = mkdtempSync(join(tmpdir(), 'runtime-main-'))
const started: Running[] = []

/** End all programs and remove what they left on disk. */
export function endPrograms(): void {
  for (const { child } of started) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
}

/** A program that opens a window and then prints its title, `up`. */
export const WINDOW = `
  electron.app.whenReady().then(async () => {
    const window = new electron.BrowserWindow({ show: false })
    await window.loadURL('data:text/html,<title>up</title>')
    console.log(window.getTitle())
  })`

/** Wait until the program has printed this. */
export async function until({ output }: Running, text: string): Promise<void> {
  await expect.poll(() => output.out, { timeout: 20_000 }).toContain(text)
}

/** Run `source` as the main script of a program; `require('electron')` is at hand in it as `electron`. */
export function runMain(source: string, { args = [], environment = {} }: RunWith = {}): Running {
  const path = join(folder, `main-${started.length}.cjs`)
  writeFileSync(path, `const electron = require('electron')\n${source}`)
  const child = spawn(ENGINE, [path, ...args], {
    env: { ...ownEnvironment(), BRIEFING_RUNTIME_HEADLESS: '1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  const output = { out: '', err: '' }
  child.stdout.on('data', (chunk: Buffer) => (output.out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output.err += chunk.toString()))
  const running = { child, output, ended: once(child, 'close').then(([code]) => code) }
  started.push(running)
  return running
}

/** All processes that `pid` started, and those that they started, while it lives. */
export function descendantsOf(pid: number): number[] {
  const children = processes().filter(({ parent }) => parent === pid)
  return children.flatMap((child) => [child.pid, ...descendantsOf(child.pid)])
}

/** Whether a process is there and not only remembered. */
export function isAlive(pid: number): boolean {
  return processes().some((process) => process.pid === pid && process.state !== 'Z')
}

function processes(): { pid: number; parent: number; state: string }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
        const [state = '', parent = ''] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
        return [{ pid: Number(name), parent: Number(parent), state }]
      } catch {
        return []
      }
    })
}

/** The TCP ports on which any of these processes listens (proc(5), `net/tcp`). */
export function portsOf(pids: readonly number[]): number[] {
  const sockets = new Set(pids.flatMap(socketsOf))
  return ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) =>
    readFileSync(table, 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/u))
      .filter((fields) => fields[3] === '0A' && sockets.has(fields[9] ?? ''))
      .map((fields) => Number.parseInt(fields[1]?.split(':')[1] ?? '', 16))
  )
}

function socketsOf(pid: number): string[] {
  return linksOf(pid).flatMap((link) => /^socket:\[(\d+)\]$/u.exec(link)?.[1] ?? [])
}

function linksOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).map((name) => readLink(`/proc/${pid}/fd/${name}`))
  } catch {
    return []
  }
}

function readLink(path: string): string {
  try {
    return readlinkSync(path)
  } catch {
    return ''
  }
}
