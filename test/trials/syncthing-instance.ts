import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import * as v from 'valibot'

/** A Syncthing of its own that shares one folder on this machine only. */
export class SyncthingInstance {
  readonly folder: string
  readonly #home: string
  readonly #ports: { readonly gui: number; readonly sync: number }
  readonly id: string
  #process: ChildProcess | null = null

  private constructor(root: string, ports: { gui: number; sync: number }) {
    this.folder = join(root, 'library')
    this.#home = join(root, 'syncthing')
    this.#ports = ports
    mkdirSync(this.folder, { recursive: true })
    execFileSync('syncthing', ['generate', '--home', this.#home, '--no-default-folder'], { stdio: 'ignore' })
    this.id = execFileSync('syncthing', ['--home', this.#home, '--device-id'], { encoding: 'utf8' }).trim()
  }

  static async create(root: string): Promise<SyncthingInstance> {
    return new SyncthingInstance(root, { gui: await freePort(), sync: await freePort() })
  }

  /** Know of another instance, and share the folder with it: no discovery, no relays, no reports. */
  shareWith(other: SyncthingInstance): void {
    const path = join(this.#home, 'config.xml')
    const key = /<apikey>(.*)<\/apikey>/u.exec(readFileSync(path, 'utf8'))?.[1] ?? ''
    const device = (id: string, address: string): string =>
      `<device id="${id}" name="${id.slice(0, 7)}" compression="metadata"><address>${address}</address></device>`
    writeFileSync(
      path,
      `<configuration version="35">
  <folder id="library" path="${this.folder}" type="sendreceive" rescanIntervalS="5" fsWatcherEnabled="true" fsWatcherDelayS="1">
    <device id="${this.id}"/><device id="${other.id}"/><maxConflicts>10</maxConflicts>
  </folder>
  ${device(this.id, 'dynamic')}
  ${device(other.id, `tcp://127.0.0.1:${other.#ports.sync}`)}
  <gui enabled="true" tls="false"><address>127.0.0.1:${this.#ports.gui}</address><apikey>${key}</apikey></gui>
  <options>
    <listenAddress>tcp://127.0.0.1:${this.#ports.sync}</listenAddress>
    <globalAnnounceEnabled>false</globalAnnounceEnabled><localAnnounceEnabled>false</localAnnounceEnabled>
    <relaysEnabled>false</relaysEnabled><natEnabled>false</natEnabled><startBrowser>false</startBrowser>
    <urAccepted>-1</urAccepted><crashReportingEnabled>false</crashReportingEnabled><reconnectionIntervalS>1</reconnectionIntervalS>
  </options>
</configuration>
`
    )
  }

  async start(): Promise<void> {
    this.#process = spawn('syncthing', ['serve', '--home', this.#home, '--no-browser', '--no-upgrade'], {
      stdio: 'ignore',
      env: { ...process.env, STNOUPGRADE: '1' }
    })
    for (;;) {
      const answer = await this.#ask('/rest/system/ping').catch(() => null)
      if (answer !== null) return
      await setTimeout(100)
    }
  }

  async stop(): Promise<void> {
    const running = this.#process
    this.#process = null
    if (running === null || running.exitCode !== null) return
    running.kill('SIGTERM')
    await once(running, 'exit')
  }

  /** Have it look at the folder now, and answer what it still needs from others. */
  async scan(): Promise<void> {
    await this.#ask('/rest/db/scan?folder=library', 'POST')
  }

  /** Whether it knows of every change here and has every change of the other. */
  async isSettledWith(other: SyncthingInstance): Promise<boolean> {
    if (!isConnected(await this.#ask('/rest/system/connections'), other.id)) return false
    const [here, there] = await Promise.all([
      this.#ask(`/rest/db/completion?folder=library&device=${other.id}`),
      other.#ask(`/rest/db/completion?folder=library&device=${this.id}`)
    ])
    return isComplete(here) && isComplete(there)
  }

  async #ask(path: string, method = 'GET'): Promise<unknown> {
    const key =
      /<apikey>(.*)<\/apikey>/u.exec(readFileSync(join(this.#home, 'config.xml'), 'utf8'))?.[1] ?? ''
    const response = await fetch(`http://127.0.0.1:${this.#ports.gui}${path}`, {
      method,
      headers: { 'X-API-Key': key }
    })
    const text = await response.text()
    return text === '' ? null : JSON.parse(text)
  }
}

/** Wait until both have everything of each other, three looks in a row. */
export async function settled(one: SyncthingInstance, two: SyncthingInstance): Promise<void> {
  for (let calm = 0; calm < 3;) {
    await Promise.all([one.scan(), two.scan()])
    await setTimeout(700)
    calm = (await one.isSettledWith(two)) ? calm + 1 : 0
  }
}

const Connections = v.object({ connections: v.record(v.string(), v.object({ connected: v.boolean() })) })

function isConnected(answer: unknown, id: string): boolean {
  return v.is(Connections, answer) && answer.connections[id]?.connected === true
}

const Completion = v.object({ completion: v.number(), needDeletes: v.number() })

function isComplete(answer: unknown): boolean {
  return v.is(Completion, answer) && answer.completion === 100 && answer.needDeletes === 0
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
