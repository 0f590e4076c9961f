import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { held, median, milliseconds } from '../figures'
import { places } from './places'

const ROUNDS = 7

interface Opened {
  readonly ms: number
  /** The most memory that the process held, in bytes. */
  readonly rss: number
}

/** The store alone and the whole program, on each library in turns; the first is the empty one. */
export async function measureOpening(names: readonly string[]): Promise<readonly string[]> {
  const kinds = { 'the store alone': storeAlone, 'the program (list --json)': wholeProgram }
  const lines: string[] = []
  for (const [kind, open] of Object.entries(kinds)) {
    const found = new Map(names.map((name) => [name, [] as Opened[]]))
    // The first round warms the disk's cache and keeps the catalogue.
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const name of names) {
        const opened = await open(name)
        if (round > 0) found.get(name)?.push(opened)
      }
    }
    const empty = median((found.get(names[0] ?? '') ?? []).map(({ ms }) => ms))
    for (const [name, all] of found) {
      const ms = median(all.map((one) => one.ms))
      const rss = Math.round(median(all.map((one) => one.rss)) / 1_048_576)
      const target =
        kind.startsWith('the program') && name.startsWith('10,000')
          ? held(ms / empty, { atMost: 1.25 })
          : `${(ms / empty).toFixed(2)}×`
      lines.push(`${kind}, ${name}: ${milliseconds(ms)}, ${rss} MB; beside the empty one ${target}`)
    }
  }
  return lines
}

function storeAlone(name: string): Promise<Opened> {
  return run([process.execPath, join(import.meta.dirname, 'child-open.mjs'), name], {})
}

function wholeProgram(name: string): Promise<Opened> {
  const project = process.env['BENCH_PROJECT'] ?? '.'
  const { root, config } = places(name)
  return run([join(project, 'bin', 'briefing-reader'), 'list', '--json', '--library', root], {
    BRIEFING_READER_USER_DATA: config
  })
}

/** GNU time says what the process and its children held at most. */
async function run(command: readonly string[], environment: Record<string, string>): Promise<Opened> {
  const start = performance.now()
  const child = spawn('/usr/bin/env', ['time', '-f', 'RSS %M', ...command], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'pipe']
  })
  let said = ''
  child.stderr.on('data', (chunk) => (said += String(chunk)))
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  const ms = performance.now() - start
  const [, kilobytes] = /RSS (\d+)/u.exec(said) ?? []
  if (code !== 0 || kilobytes === undefined) throw new Error(`${command.join(' ')} failed: ${said}`)
  return { ms, rss: Number(kilobytes) * 1_024 }
}
