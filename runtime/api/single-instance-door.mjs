import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Room for a socket's path in macOS's `sockaddr_un`; Linux has four more. */
const LONGEST_PATH = 103

/** What mkdtemp adds to a folder's name, and the name of the socket in it. */
const ADDED = 'XXXXXX/s'.length

/**
 * Listen on a socket of this process alone, in a folder that only this person can enter.
 *
 * It lies in `folder` unless its path would be too long or the file system has no sockets.
 *
 * @param {string} folder
 * @param {(message: string) => void} onMessage
 * @returns {{ path: string, close: () => void }}
 */
export function openDoor(folder, onMessage) {
  for (const start of [join(folder, '.instance-'), join(tmpdir(), 'instance-'), '/tmp/instance-']) {
    if (Buffer.byteLength(start) + ADDED > LONGEST_PATH) continue
    const own = mkdtempSync(start)
    const server = createServer({ allowHalfOpen: true }, (connection) => listenTo(connection, onMessage))
    server.on('error', () => undefined)
    const path = join(own, 's')
    server.listen(path)
    // A socket is bound before `listen` returns; only the event comes later.
    if (server.listening) return { path, close: () => close(server, path) }
    rmSync(own, { recursive: true, force: true })
  }
  throw new Error(`no folder takes a socket: ${folder}, ${tmpdir()}, /tmp`)
}

/**
 * @param {import('node:net').Server} server
 * @param {string} path
 */
function close(server, path) {
  server.close()
  rmSync(dirname(path), { recursive: true, force: true })
}

/**
 * @param {import('node:net').Socket} connection
 * @param {(message: string) => void} onMessage
 */
function listenTo(connection, onMessage) {
  /** @type {Buffer[]} */
  const chunks = []
  connection.on('data', (chunk) => chunks.push(chunk))
  connection.on('error', () => undefined)
  connection.on('end', () => {
    // Said first, heard after: the second instance need not wait for what happens here.
    connection.end()
    onMessage(Buffer.concat(chunks).toString())
  })
}
