import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { frame } from '#core/store/frame'
import { checksumOf } from '../files/checksum'
import { bundleScript, type Child, startChild } from '../fixtures/child'
import { contentOf, onlyPath, type TestFolders, testFolders } from '../fixtures/folders'
import { acquireWriter, type Guest, type Writer } from './acquire-writer'
import { GREETING } from './message'
import { request, WriterGone } from './request'
import { ownIdentity } from './process-identity'
import { newLockName } from './lock-name'

let script: string
beforeAll(async () => {
  script = await bundleScript(join(import.meta.dirname, '../fixtures/child-script.ts'))
})
afterAll(() => rm(dirname(script), { recursive: true }))

let folders: TestFolders
const children: Child[] = []
beforeEach(async () => {
  folders = await testFolders()
})
afterEach(async () => {
  for (const child of children.splice(0)) await child.kill()
  await folders.remove()
})

const config = (): string => join(folders.root, 'one', 'config')
const acquire = (patienceMs = 10_000): Promise<Writer | Guest> =>
  acquireWriter({ libraryPath: folders.library, configFolder: config(), create: true, patienceMs })
const hold = (name: string): Child => {
  const child = startChild(script, ['hold', folders.library, join(folders.root, 'one'), name])
  children.push(child)
  return child
}
const locks = async (): Promise<readonly string[]> =>
  (await readdir(folders.library)).filter((name) => name.endsWith('.lock'))

/** A lock that some process left. */
async function leaveLock(overrides: object): Promise<void> {
  const writer = await acquire()
  if (writer.role !== 'writer') throw new Error('expected to be the writer')
  const [name = ''] = await locks()
  await writer.release()
  const content = { ...(await ownIdentity()), host: hostname(), socket: '', ...overrides }
  const body = JSON.stringify(content)
  await writeFile(join(folders.library, newLockName(name.split('.')[1] ?? '')), frame(checksumOf(body), body))
}

describe('one writer for each device and library', () => {
  it('is found in races of four processes, and the others hand their command to it', async () => {
    for (let race = 0; race < 5; race += 1) {
      const racers = ['a', 'b', 'c', 'd'].map((name) => hold(`${name}${race}`))
      const roles = await Promise.all(racers.map((racer) => racer.line('role')))
      expect(roles.filter((role) => role === 'role writer')).toHaveLength(1)
      const writer = racers[roles.indexOf('role writer')]
      const guests = racers.filter((racer) => racer !== writer)
      for (const guest of guests)
        expect(await guest.line('answer')).toMatch(/^answer .*"[abcd]\d did [abcd]\d in /u)
      expect(await locks()).toHaveLength(1)
      await writer?.kill()
    }
  })

  it('gives way at once when it was killed, and its socket is cleaned away', async () => {
    const killed = hold('first')
    await killed.line('role writer')
    const guest = await acquire()
    if (guest.role !== 'guest') throw new Error('expected to be the guest')
    await killed.kill()
    const writer = await acquire(0)
    expect(writer.role).toBe('writer')
    await expect(stat(dirname(guest.socketPath))).rejects.toMatchObject({ code: 'ENOENT' })
    expect(await locks()).toHaveLength(1)
    if (writer.role === 'writer') await writer.release()
    expect(await locks()).toEqual([])
  })

  it('that is another process under the same number is gone', async () => {
    await leaveLock({ started: '1@an-earlier-boot' })
    expect((await acquire(0)).role).toBe('writer')
  })

  it.each([{ machine: 'another machine' }, {}])(
    'that takes no commands makes others wait, then busy: %o',
    async (lock) => {
      await leaveLock(lock)
      const before = await contentOf(folders.library)
      await expect(acquire(300)).rejects.toMatchObject({
        problem: { code: 'library-busy', holder: expect.stringContaining(hostname()) }
      })
      expect(await contentOf(folders.library)).toEqual(before)
    }
  )

  it('of one device does not keep another device out', async () => {
    const one = await acquire()
    const configFolder = join(folders.root, 'two', 'config')
    const two = await acquireWriter({ libraryPath: folders.library, configFolder, create: true })
    expect([one.role, two.role]).toEqual(['writer', 'writer'])
  })

  it('puts nothing among other things', async () => {
    await mkdir(folders.library)
    await writeFile(join(folders.library, 'taxes.txt'), 'mine')
    await expect(acquire()).rejects.toMatchObject({ problem: { code: 'library-foreign' } })
    expect(await readdir(folders.library)).toEqual(['taxes.txt'])
  })

  it('writes into an empty folder what still counts as empty', async () => {
    await acquire()
    await expect(folders.open()).resolves.toBeDefined()
  })
})

describe('handing a command over', () => {
  async function pair(): Promise<{ writer: Writer; guest: Guest }> {
    const writer = await acquire()
    const guest = await acquire()
    if (writer.role !== 'writer' || guest.role !== 'guest') throw new Error('expected one of each')
    return { writer, guest }
  }

  it('gives it whole, with its input, and its output and exit code back', async () => {
    const { writer, guest } = await pair()
    const stdin = new Uint8Array(300_000).map((_byte, index) => index)
    writer.listen((command) =>
      Promise.resolve({
        stdout: JSON.stringify({ ...command, stdin: checksumOf(command.stdin ?? '') }),
        stderr: 'ü\n',
        exitCode: 2
      })
    )
    const argv = ['import', '-', 'a "b"\nc']
    const reply = await guest.request({ argv, cwd: '/somewhere', stdin })
    expect(JSON.parse(reply.stdout)).toEqual({ argv, cwd: '/somewhere', stdin: checksumOf(stdin) })
    expect(reply).toMatchObject({ stderr: 'ü\n', exitCode: 2 })
    await writer.release()
  })

  it('waits for a writer that is still starting', async () => {
    const { writer, guest } = await pair()
    const reply = guest.request({ argv: ['list'], cwd: '/' })
    writer.listen(() => Promise.resolve({ stdout: 'done', stderr: '', exitCode: 0 }))
    expect((await reply).stdout).toBe('done')
    await writer.release()
  })

  it('says so when the writer dies before it answers', async () => {
    const socketPath = join(folders.root, 'dying.sock')
    const dying = createServer((socket) => {
      socket.write(GREETING)
      socket.on('data', () => socket.destroy())
    }).listen(socketPath)
    const reply = request({ socketPath, library: folders.library }, { argv: ['list'], cwd: '/' })
    await expect(reply).rejects.toMatchObject({ problem: { code: 'library-writer-lost' } })
    dying.close()
  })

  it('looks for another writer when this one dies before it greets', async () => {
    const socketPath = join(folders.root, 'dead.sock')
    const dead = createServer((socket) => socket.destroy()).listen(socketPath)
    const reply = request({ socketPath, library: folders.library }, { argv: ['list'], cwd: '/' })
    await expect(reply).rejects.toBeInstanceOf(WriterGone)
    dead.close()
  })

  it('is done to its end by a writer that stops meanwhile, which gives way only then', async () => {
    const { writer, guest } = await pair()
    const order: string[] = []
    let finish = (): void => undefined
    const finished = new Promise<void>((resolve) => (finish = resolve))
    writer.listen(async () => {
      order.push('begun')
      await finished
      order.push('done')
      return { stdout: 'done', stderr: '', exitCode: 0 }
    })
    const reply = guest.request({ argv: ['annotate'], cwd: '/' })
    await expect.poll(() => order).toEqual(['begun'])
    const released = writer.release(async () => void order.push('closed'))
    expect(await readdir(folders.library)).toContainEqual(expect.stringMatching(/\.lock$/u))
    finish()
    expect((await reply).stdout).toBe('done')
    await released
    expect(order).toEqual(['begun', 'done', 'closed'])
    expect(await readdir(folders.library)).not.toContainEqual(expect.stringMatching(/\.lock$/u))
  })

  it('is refused by a writer that has left, so that the command can look for another', async () => {
    const { writer, guest } = await pair()
    writer.listen(() => Promise.resolve({ stdout: 'done', stderr: '', exitCode: 0 }))
    await writer.release()
    await expect(guest.request({ argv: ['list'], cwd: '/' })).rejects.toBeInstanceOf(WriterGone)
  })

  it('happens where only this user can come in', async () => {
    const { writer, guest } = await pair()
    expect((await stat(dirname(guest.socketPath))).mode & 0o777).toBe(0o700)
    const lock = await onlyPath(folders.library, /\.lock$/u)
    expect((await stat(lock)).mode & 0o777).toBe(0o600)
    await writer.release()
  })
})
