import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import type { Home } from './launch'

const PROGRAM = resolve(import.meta.dirname, '../bin/briefing-reader')

/** What a command left behind. */
export interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** How to run a command. */
export interface RunOptions {
  readonly home: Home
  readonly input?: string | Uint8Array
  readonly environment?: Readonly<Record<string, string>>
}

/** Run `briefing-reader` with `args` on the library of `home`, as a shell does. */
export function runProgram(args: readonly string[], { home, input, environment }: RunOptions): Promise<Ran> {
  const child = spawn(PROGRAM, [...args, '--library', home.library], {
    cwd: home.folder,
    env: { ...process.env, BRIEFING_READER_USER_DATA: home.profile, ...environment }
  })
  const heard = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (heard.stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (heard.stderr += text))
  child.stdin.on('error', () => undefined).end(input ?? '')
  return new Promise((done, failed) => {
    child.once('error', failed)
    child.once('close', (code) => done({ code, ...heard }))
  })
}
