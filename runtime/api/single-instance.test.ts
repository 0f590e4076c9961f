import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const MODULE = new URL('./single-instance.mjs', import.meta.url).href

/** One instance of a program: asks for the lock, then prints what it hears until its input ends. */
const PROGRAM = `
  import { createSingleInstance } from ${JSON.stringify(MODULE)}
  const [userData, readyAfter, ...rest] = process.argv.slice(1)
  const say = (what) => console.log(JSON.stringify(what))
  const lock = createSingleInstance({
    userData: () => userData,
    argv: () => rest,
    whenReady: new Promise((resolve) => setTimeout(resolve, Number(readyAfter))).then(() => say('ready')),
    emitSecondInstance: (...told) => say(told)
  })
  say(lock.requestSingleInstanceLock({ from: rest }))
  process.stdin.on('data', (data) => {
    if (String(data) === 'release') { lock.releaseSingleInstanceLock(); say(lock.hasSingleInstanceLock()) }
    if (String(data) === 'again') say(lock.requestSingleInstanceLock())
  })
  process.stdin.on('end', () => process.exit())`

interface Instance {
  readonly child: ChildProcess
  readonly lines: AsyncIterator<string>
}

let userData = ''
let started: ChildProcess[] = []
beforeEach(() => {
  userData = mkdtempSync(join(tmpdir(), 'single-instance-'))
})
afterEach(() => {
  for (const child of started) child.kill('SIGKILL')
  started = []
  rmSync(userData, { recursive: true, force: true })
})

function start(
  args: readonly string[] = [],
  options: { readyAfter?: number; folder?: string } = {}
): Instance {
  const own = [options.folder ?? userData, String(options.readyAfter ?? 0), ...args]
  const child = spawn(process.execPath, ['--input-type=module', '-e', PROGRAM, ...own], {
    stdio: ['pipe', 'pipe', 'inherit'],
    cwd: tmpdir()
  })
  started.push(child)
  return { child, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator]() }
}

async function next({ lines }: Instance): Promise<unknown> {
  const { value } = await lines.next()
  return JSON.parse(value)
}

async function kill({ child }: Instance, signal: NodeJS.Signals): Promise<void> {
  const exit = once(child, 'exit')
  child.kill(signal)
  await exit
}

describe('requestSingleInstanceLock', () => {
  it('is given to the first; the second is told no and the first hears of it', async () => {
    const first = start()
    expect([await next(first), await next(first)]).toEqual([true, 'ready'])
    const second = start(['a', 'b c'])
    expect(await next(second)).toBe(false)
    expect(await next(first)).toEqual([['a', 'b c'], tmpdir(), { from: ['a', 'b c'] }])
  })

  it('tells of a second instance only after ready', async () => {
    const first = start([], { readyAfter: 700 })
    expect(await next(first)).toBe(true)
    expect(await next(start(['x']))).toBe(false)
    expect(await next(first)).toBe('ready')
    expect(await next(first)).toEqual([['x'], tmpdir(), { from: ['x'] }])
  })

  it('is one for each userData', async () => {
    const other = mkdtempSync(join(tmpdir(), 'single-instance-'))
    expect(await next(start())).toBe(true)
    expect(await next(start([], { folder: other }))).toBe(true)
    rmSync(other, { recursive: true, force: true })
  })

  it('can be released and asked for again', async () => {
    const first = start([], { readyAfter: 1e6 })
    expect(await next(first)).toBe(true)
    first.child.stdin?.write('release')
    expect(await next(first)).toBe(false)
    const second = start([], { readyAfter: 1e6 })
    expect(await next(second)).toBe(true)
    first.child.stdin?.write('again')
    expect(await next(first)).toBe(false)
  })

  it('leaves nothing behind when the program ends', async () => {
    const first = start()
    expect(await next(first)).toBe(true)
    const exit = once(first.child, 'exit')
    first.child.stdin?.end()
    await exit
    expect(readdirSync(userData)).toEqual([])
  })

  it('goes to exactly one of many after a kill -9, again and again', async () => {
    for (let round = 0; round < 3; round++) {
      const contenders = Array.from({ length: 5 }, () => start([], { readyAfter: 1e6 }))
      const answers = await Promise.all(contenders.map(next))
      expect(answers.filter((answer) => answer === true)).toHaveLength(1)
      await Promise.all(contenders.map((contender) => kill(contender, 'SIGKILL')))
    }
    expect(await next(start())).toBe(true)
    expect(readdirSync(userData).filter((name) => name.startsWith('after-'))).toHaveLength(1)
  })

  it('is held by an instance that is stopped', async () => {
    const first = start()
    expect(await next(first)).toBe(true)
    first.child.kill('SIGSTOP')
    const second = start()
    setTimeout(() => first.child.kill('SIGCONT'), 500)
    expect(await next(second)).toBe(false)
  })

  it('works in a folder whose path is too long for a socket', async () => {
    const folder = join(userData, 'x'.repeat(120))
    const first = start([], { folder })
    expect([await next(first), await next(first)]).toEqual([true, 'ready'])
    expect(await next(start(['y'], { folder }))).toBe(false)
    expect(await next(first)).toEqual([['y'], tmpdir(), { from: ['y'] }])
  })

  it('keeps its socket where only this person can reach it', async () => {
    expect(await next(start())).toBe(true)
    const own = readdirSync(userData).find((name) => name.startsWith('.instance-')) ?? ''
    expect(statSync(join(userData, own)).mode & 0o777).toBe(0o700)
  })

  it('removes no file that a link of someone else names', async () => {
    const precious = join(userData, 'precious')
    mkdirSync(precious)
    symlinkSync(join(precious, 's'), join(userData, 'after-nobody'))
    expect(await next(start())).toBe(true)
    expect(statSync(precious).isDirectory()).toBe(true)
  })
})
