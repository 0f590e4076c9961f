import { connect, type Socket } from 'node:net'
import * as v from 'valibot'
import { ReaderError } from '#core/problem/reader-error'
import type { CommandReply, CommandRequest } from './channel'
import { readMessage, writeMessage } from './message'

const ReplySchema = v.object({ stdout: v.string(), stderr: v.string(), exitCode: v.number() })

/**
 * Hand a command over to the process that listens on `socketPath` and wait for what it left behind.
 *
 * @throws ReaderError `library-writer-lost` when the connection ends before there is an answer.
 */
export async function request(
  { socketPath, library }: { socketPath: string; library: string },
  { argv, cwd, stdin }: CommandRequest
): Promise<CommandReply> {
  try {
    const socket = await connected(socketPath)
    writeMessage(socket, { argv, cwd }, stdin ?? null)
    const { header } = await readMessage(socket)
    return v.parse(ReplySchema, header)
  } catch (cause) {
    throw new ReaderError({ code: 'library-writer-lost', path: library }, { cause })
  }
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
