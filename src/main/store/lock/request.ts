import { connect, type Socket } from 'node:net'
import * as v from 'valibot'
import { ReaderError } from '#core/problem/reader-error'
import type { CommandReply, CommandRequest } from './channel'
import { GREETING, readMessage, writeMessage } from './message'

const ReplySchema = v.object({ stdout: v.string(), stderr: v.string(), exitCode: v.number() })

/** The writer was leaving and took nothing: whoever wanted to hand it a command may look again who writes. */
export class WriterGone extends Error {
  override readonly name = 'WriterGone'
}

/**
 * Hand a command over to the process that listens on `socketPath` and wait for what it left behind.
 *
 * @throws WriterGone when it was never taken.
 * @throws ReaderError `library-writer-lost` when the connection ends after that and before the answer.
 */
export async function request(
  { socketPath, library }: { socketPath: string; library: string },
  { argv, cwd, stdin }: CommandRequest
): Promise<CommandReply> {
  const socket = await greeted(socketPath)
  try {
    writeMessage(socket, { argv, cwd }, stdin ?? null)
    const { header } = await readMessage(socket)
    return v.parse(ReplySchema, header)
  } catch (cause) {
    throw new ReaderError({ code: 'library-writer-lost', path: library }, { cause })
  }
}

/** A connection on which the writer has said that it will answer. */
async function greeted(socketPath: string): Promise<Socket> {
  try {
    const socket = await connected(socketPath)
    try {
      await greeting(socket)
    } catch (cause) {
      socket.destroy()
      throw cause
    }
    return socket
  } catch (cause) {
    throw new WriterGone(socketPath, { cause })
  }
}

/** A writer that dies ends its side; ours stays half open, so `close` does not come by itself. */
function greeting(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    const gone = (): void => reject(new Error('the writer left before it greeted'))
    const hear = (): void => {
      if (socket.read(GREETING.length) === null) return
      socket.off('readable', hear).off('end', gone).off('close', gone)
      resolve()
    }
    socket.on('readable', hear).once('error', reject).once('end', gone).once('close', gone)
  })
}

/** Whether somebody listens there. */
export async function isListening(socketPath: string): Promise<boolean> {
  try {
    const socket = await connected(socketPath)
    socket.destroy()
    return true
  } catch {
    return false
  }
}

function connected(socketPath: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ path: socketPath, allowHalfOpen: true }, () => resolve(socket))
    socket.once('error', reject)
  })
}
