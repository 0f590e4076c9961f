import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { createUtilityProcess, type UtilityProcess } from './utility-process.mjs'

const folder = mkdtempSync(join(tmpdir(), 'utility-process-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const utilityProcess = createUtilityProcess({ isReady: () => true })

let count = 0
function entry(source: string, extension = 'mjs'): string {
  const path = join(folder, `entry-${++count}.${extension}`)
  writeFileSync(path, source)
  return path
}

const ECHO = `process.parentPort.on('message', ({ data, ports }) => process.parentPort.postMessage({ data, ports }))`

async function answerOf(child: UtilityProcess, message: unknown): Promise<unknown> {
  const heard = once(child, 'message')
  child.postMessage(message)
  const [answer] = await heard
  return answer
}

async function end(child: UtilityProcess): Promise<number> {
  const exit = once(child, 'exit')
  child.kill()
  const [code] = await exit
  return code
}

describe('utilityProcess.fork', () => {
  it('is refused before the app is ready', () => {
    const early = createUtilityProcess({ isReady: () => false })
    expect(() => early.fork(entry(ECHO))).toThrow('before app is ready')
  })

  for (const extension of ['mjs', 'cjs']) {
    it(`clones messages both ways with a .${extension} entry`, async () => {
      const child = utilityProcess.fork(entry(ECHO, extension))
      const message = { map: new Map([['a', new Date(0)]]), bytes: new Uint8Array([1, 2]), none: undefined }
      expect(await answerOf(child, message)).toEqual({ data: message, ports: [] })
      expect(await answerOf(child, undefined)).toEqual({ data: undefined, ports: [] })
      await end(child)
    })
  }

  it('takes an entry by its file address', async () => {
    const child = utilityProcess.fork(pathToFileURL(entry(ECHO)).href)
    expect(await answerOf(child, 1)).toEqual({ data: 1, ports: [] })
    await end(child)
  })

  it('refuses to post what cannot be cloned', async () => {
    const child = utilityProcess.fork(entry(ECHO))
    expect(() => child.postMessage(() => 1)).toThrow('could not be cloned')
    expect(() => child.postMessage(new Proxy({}, {}))).toThrow('could not be cloned')
    await end(child)
  })

  it('keeps what is posted until the child listens', async () => {
    const child = utilityProcess.fork(entry(`await new Promise((r) => setTimeout(r, 200)); ${ECHO}`))
    expect(await answerOf(child, 'early')).toEqual({ data: 'early', ports: [] })
    await end(child)
  })

  it('hands over arguments, environment, folder and switches, and no switch of main', async () => {
    const source = `process.parentPort.postMessage({ args: process.argv.slice(2), cwd: process.cwd(),
      env: process.env, execArgv: process.execArgv, type: process.type })`
    const child = utilityProcess.fork(entry(source), ['--a', 'b c'], {
      env: { ONLY: 'this' },
      cwd: folder,
      execArgv: ['--max-old-space-size=77']
    })
    const [told] = await once(child, 'message')
    expect(told).toMatchObject({ args: ['--a', 'b c'], cwd: folder, type: 'utility' })
    expect(told.env).toEqual({ ONLY: 'this' })
    expect(told.execArgv).toContain('--max-old-space-size=77')
    expect(told.execArgv.join(' ')).not.toContain('--import')
    await end(child)
  })

  it('has a pid from spawn to exit', async () => {
    const child = utilityProcess.fork(entry(ECHO))
    expect(child.pid).toBeUndefined()
    await once(child, 'spawn')
    expect(child.pid).toBeGreaterThan(0)
    expect(child.kill()).toBe(true)
    const [code] = await once(child, 'exit')
    expect(code).toBe(15)
    expect(child.pid).toBeUndefined()
    expect(child.kill()).toBe(false)
  })

  it('says the code with which the child ended', async () => {
    const child = utilityProcess.fork(entry('process.exit(7)'))
    expect(await once(child, 'exit')).toEqual([7])
  })

  it('gives the output of the child only when asked', async () => {
    const piped = utilityProcess.fork(entry('console.log("out"); process.exit()'), [], { stdio: 'pipe' })
    const chunks: Buffer[] = []
    piped.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk))
    await once(piped, 'exit')
    expect(Buffer.concat(chunks).toString()).toBe('out\n')
    const silent = utilityProcess.fork(entry('process.exit()'), [], { stdio: 'ignore' })
    expect([silent.stdout, silent.stderr]).toEqual([null, null])
    await once(silent, 'exit')
    expect(() => utilityProcess.fork(entry(''), [], { stdio: ['pipe', 'pipe', 'pipe'] })).toThrow('stdin')
  })

  it('reports a child that runs out of memory, then its exit', async () => {
    const child = utilityProcess.fork(
      entry('const all = []; for (;;) all.push(new Array(1e5).fill({}))'),
      [],
      {
        execArgv: ['--max-old-space-size=24'],
        stdio: 'ignore'
      }
    )
    const order: unknown[] = []
    child.once('error', (...told: unknown[]) => order.push(told))
    // An error is no end here, and `once` of node:events would take it for one.
    await new Promise<void>((resolve) => {
      child.once('exit', (code: number) => {
        order.push(code)
        resolve()
      })
    })
    expect(order).toEqual([['FatalError', 'OOMError', expect.stringContaining('javascriptHeap')], 6])
  })
})

describe('a child and the end of main', () => {
  for (const [name, body] of Object.entries({ idle: ECHO, 'in an endless loop': 'for (;;) {}' })) {
    it(`ends when main is killed outright: ${name}`, async () => {
      const child = entry(`console.log(process.pid)\n${body}`)
      const main = spawn(process.execPath, [entry(mainForking(child))], {
        stdio: ['ignore', 'pipe', 'ignore']
      })
      const [line] = await once(main.stdout, 'data')
      const pid = Number(String(line))
      expect(isAlive(pid)).toBe(true)
      main.kill('SIGKILL')
      await expect.poll(() => isAlive(pid), { timeout: 5000 }).toBe(false)
      await expect
        .poll(() => execFileSync('ps', ['-eo', 'args']).toString(), { timeout: 5000 })
        .not.toContain(`sh ${pid}\n`)
    })
  }
})

function mainForking(child: string): string {
  return `import { createUtilityProcess } from ${JSON.stringify(new URL('./utility-process.mjs', import.meta.url).href)}
    createUtilityProcess({ isReady: () => true }).fork(${JSON.stringify(child)})
    setInterval(() => undefined, 1e6)`
}

function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}
