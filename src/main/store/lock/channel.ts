import { createServer, type Server, type Socket } from 'node:net'
import { chmod } from 'node:fs/promises'
import * as v from 'valibot'
import type { FileSystem } from '../files/file-system'
import { GREETING, readMessage, writeMessage } from './message'
import { newSocketPath, removeSocketFolder } from './socket-folder'

/** A command line that is handed over to the process that has the library open. */
export interface CommandRequest {
  readonly argv: readonly string[]
  /** Relative paths in `argv` are relative to this. */
  readonly cwd: string
  readonly stdin?: Uint8Array
}

/** What the command left behind. */
export interface CommandReply {
  readonly stdout: string
  readonly stderr: string
  readonly exitCode: number
}

export type CommandHandler = (request: CommandRequest) => Promise<CommandReply>

/** A request is on its way for no longer than this. */
const LAST_WORDS_MS = 1_000

const RequestSchema = v.object({ argv: v.array(v.string()), cwd: v.string() })

/** Where the writer listens. Requests that come before there is a handler wait for it. */
export class Channel {
  readonly socketPath: string
  readonly #server: Server
  readonly #sockets = new Set<Socket>()
  /** Those that have not said yet what they want. */
  readonly #unread = new Set<Socket>()
  #isAnswering = false
  readonly #handler: Promise<CommandHandler>
  #setHandler: (handler: CommandHandler) => void = () => undefined

  static async open(): Promise<Channel> {
    const socketPath = await newSocketPath()
    const server = createServer({ allowHalfOpen: true })
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(socketPath, resolve)
    })
    if (process.platform !== 'win32') await chmod(socketPath, 0o600)
    return new Channel(socketPath, server)
  }

  private constructor(socketPath: string, server: Server) {
    this.socketPath = socketPath
    this.#server = server
    this.#handler = new Promise((resolve) => (this.#setHandler = resolve))
    server.on('connection', (socket) => void this.#serve(socket))
    server.unref()
  }

  /** From now on requests are answered by `handler`. */
  listen(handler: CommandHandler): void {
    this.#isAnswering = true
    this.#setHandler(handler)
  }

  /**
   * Take no more requests and answer those under way. Who has not said all within `LAST_WORDS_MS`, and
   * everybody when there never was a handler, is told that there will be no answer.
   */
  async close(files: FileSystem): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()))
    if (this.#isAnswering) setTimeout(() => this.#breakOff(this.#unread), LAST_WORDS_MS).unref()
    else this.#breakOff(this.#sockets)
    await closed
    await removeSocketFolder(files, this.socketPath)
  }

  #forget(socket: Socket): void {
    this.#sockets.delete(socket)
    this.#unread.delete(socket)
  }

  #breakOff(sockets: Iterable<Socket>): void {
    for (const socket of sockets) socket.destroy()
  }

  /** Whoever breaks off or sends anything else gets no answer, and harms nobody. */
  async #serve(socket: Socket): Promise<void> {
    this.#sockets.add(socket)
    socket.on('error', () => socket.destroy()).on('close', () => this.#forget(socket))
    this.#unread.add(socket)
    const handler = await this.#handler
    socket.write(GREETING)
    const message = await readMessage(socket).catch(() => null)
    this.#unread.delete(socket)
    if (message === null || !v.is(RequestSchema, message.header)) return void socket.destroy()
    const { argv, cwd } = message.header
    const stdin = message.payload === null ? {} : { stdin: message.payload }
    const reply = await handler({ argv, cwd, ...stdin }).catch(() => null)
    if (reply === null) socket.destroy()
    else writeMessage(socket, { ...reply }, null)
  }
}
