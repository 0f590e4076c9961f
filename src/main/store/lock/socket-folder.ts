import { randomBytes } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import type { FileSystem } from '../files/file-system'

const PREFIX = 'briefing-reader-'
const SOCKET = 'writer.sock'
/** The shortest limit of a socket's path is 104 bytes, on macOS (unix(4)). */
const LONGEST_FOLDER = 70

/**
 * A path to listen on, in a new folder that only this user may enter (`mkdtemp` makes it with mode
 * 0700 and an unused name, so nobody can have put anything there). On Windows a pipe of a random name.
 */
export async function newSocketPath(): Promise<string> {
  if (process.platform === 'win32') return `\\\\.\\pipe\\${PREFIX}${randomBytes(16).toString('hex')}`
  return join(await mkdtemp(join(temporaryFolder(), PREFIX)), SOCKET)
}

/** Remove the folder of a socket that nobody listens on, and nothing that is not such a folder. */
export async function removeSocketFolder(files: FileSystem, socket: string): Promise<void> {
  const folder = dirname(socket)
  const isOurs =
    dirname(folder) === temporaryFolder() && /^briefing-reader-[A-Za-z0-9]{6}$/u.test(basename(folder))
  if (!isOurs || basename(socket) !== SOCKET) return
  await files.removeTree(folder).catch(() => undefined)
}

function temporaryFolder(): string {
  return tmpdir().length > LONGEST_FOLDER ? '/tmp' : tmpdir()
}
