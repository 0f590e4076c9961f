import { createServer, type Server, type Socket } from 'node:net'
import { chmod } from 'node:fs/promises'
import * as v from 'valibot'
import type { FileSystem } from '../files/file-system'
import { readMessage, writeMessage } from './message'
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

const RequestSchema = v.object({ argv: v.array(v.string()), cwd: v.string() })

/** Where the writer listens. Requests that come before there is a handler wait for it. */
export class Channel {
  readonly socketPath: string
  readonly #server: Server
  readonly #sockets = new Set<Socket>()
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
    this.#setHandler(handler)
  }

  /** Stop listening; who still waits for an answer is told that there will be none. */
  async close(files: FileSystem): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    await new Promise<void>((resolve) => this.#server.close(() => resolve()))
    await removeSocketFolder(files, this.socketPath)
  }

  /** Whoever breaks off or sends anything else gets no answer, and harms nobody. */
  async #serve(socket: Socket): Promise<void> {
    this.#sockets.add(socket)
    socket.on('error', () => socket.destroy()).on('close', () => this.#sockets.delete(socket))
    const message = await readMessage(socket).catch(() => null)
    if (message === null || !v.is(RequestSchema, message.header)) return void socket.destroy()
    const { argv, cwd } = message.header
    const stdin = message.payload === null ? {} : { stdin: message.payload }
    const handler = await this.#handler
    const reply = await handler({ argv, cwd, ...stdin }).catch(() => null)
    if (reply === null) socket.destroy()
    else writeMessage(socket, { ...reply }, null)
  }
}
