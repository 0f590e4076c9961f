import { hostname } from 'node:os'
import { setTimeout } from 'node:timers/promises'
import { ReaderError } from '#core/problem/reader-error'
import { codeOf, reading, writing } from '../files/failures'
import type { FileSystem } from '../files/file-system'
import { nodeFiles } from '../files/node-files'
import { discardFile } from '../files/write-whole'
import { approvePlace } from '../library/enter-library'
import { makeFolders } from '../library/make-folders'
import { Notices } from '../library/notices'
import { Channel, type CommandHandler, type CommandReply, type CommandRequest } from './channel'
import { type Lock, locksOfOthers, putUpLock } from './lock-file'
import { ownIdentity } from './process-identity'
import { isListening, request } from './request'

const PATIENCE_MS = 10_000
const LOOK_AGAIN_MS = 100

export interface WriterOptions {
  readonly libraryPath: string
  readonly configFolder: string
  /** Whether to make the library's folder when there is none. */
  readonly create: boolean
  readonly patienceMs?: number
  readonly files?: FileSystem
}

/** This process may write. */
export interface Writer {
  readonly role: 'writer'
  /** Answer the commands that other processes hand over; until then they wait. */
  listen(handler: CommandHandler): void
  /**
   * Answer the commands under way, do `last` (such as closing the library), and let others write. Only
   * the first call does anything.
   */
  release(last?: () => Promise<void>): Promise<void>
}

/** Another process writes, and takes commands. */
export interface Guest {
  readonly role: 'guest'
  readonly socketPath: string
  readonly holder: string
  request(command: CommandRequest): Promise<CommandReply>
}

/**
 * Become the one process of this device that writes a library, or learn which one is.
 *
 * Each process puts up a lock of a name of its own and then looks whether another one stands; of two
 * that do so at once at least one sees the other and steps back. A process that is gone holds nothing.
 *
 * @throws ReaderError `library-busy` when another holds the library and does not take commands.
 */
export async function acquireWriter(options: WriterOptions): Promise<Writer | Guest> {
  const { libraryPath: path, configFolder, create, patienceMs = PATIENCE_MS, files = nodeFiles } = options
  const { root, device, isNewer } = await approvePlace({
    ...{ path, configFolder, create, files },
    notices: new Notices()
  })
  if (isNewer) return WITHOUT_LOCK
  await writing({ library: path, path }, () => makeFolders(files, root))
  const place = { files, root, device, library: path }
  const deadline = performance.now() + patienceMs
  for (;;) {
    const found = await look(place)
    if ('role' in found) return found
    const holder = nameOf(found.lock)
    if (performance.now() > deadline) throw new ReaderError({ code: 'library-busy', path, holder })
    await setTimeout(LOOK_AGAIN_MS * Math.random())
  }
}

interface Place {
  readonly files: FileSystem
  readonly root: string
  readonly device: string
  readonly library: string
}

/** One attempt: a role, or the lock that stands in the way. */
async function look(place: Place): Promise<Writer | Guest | { lock: Lock | null }> {
  const { files, root, device, library } = place
  const [lock] = await reading(library, () => locksOfOthers(files, root, { device, own: null }))
  if (lock === undefined) return (await tryToWrite(place)) ?? { lock: null }
  const socketPath = lock.content?.socket ?? ''
  if (socketPath === '' || !(await isListening(socketPath))) return { lock }
  return {
    role: 'guest',
    socketPath,
    holder: nameOf(lock),
    request: (command) => request({ socketPath, library }, command)
  }
}

/** `null` when another one did so at the same time. */
async function tryToWrite(place: Place): Promise<Writer | null> {
  const { files, library, root } = place
  const channel = await Channel.open()
  try {
    const lock = await holdLock(place, channel.socketPath)
    if (lock !== null) return writerWith(files, lock, channel)
  } catch (error) {
    await channel.close(files)
    if (CANNOT_BE_WRITTEN.has(codeOf(error) ?? '')) return WITHOUT_LOCK
    return writing({ library, path: root }, () => Promise.reject(error))
  }
  await channel.close(files)
  return null
}

async function holdLock({ files, root, device }: Place, socket: string): Promise<string | null> {
  const content = { ...(await ownIdentity()), host: hostname(), socket }
  const own = await putUpLock(files, root, { device, content })
  try {
    if ((await locksOfOthers(files, root, { device, own })).length === 0) return own
  } catch (error) {
    await discardFile(files, own)
    throw error
  }
  await discardFile(files, own)
  return null
}

function writerWith(files: FileSystem, lock: string, channel: Channel): Writer {
  let released: Promise<void> | null = null
  const release = async (last: () => Promise<void>): Promise<void> => {
    try {
      await channel.close(files)
      await last()
    } finally {
      await discardFile(files, lock)
    }
  }
  return {
    role: 'writer',
    listen: (handler) => channel.listen(handler),
    release: (last = NOTHING) => (released ??= release(last))
  }
}

const NOTHING = (): Promise<void> => Promise.resolve()

/** A library that nobody can write needs no lock to be read. */
const CANNOT_BE_WRITTEN = new Set(['EROFS', 'EACCES', 'EPERM'])
const WITHOUT_LOCK: Writer = {
  role: 'writer',
  listen: () => undefined,
  release: (last = NOTHING) => last()
}

function nameOf(lock: Lock | null): string {
  const content = lock?.content
  if (content === undefined || content === null) return 'another program'
  return `Briefing Reader on ${content.host} (process ${content.pid})`
}
