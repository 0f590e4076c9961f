import { join } from 'node:path'
import { copyName, documentName, documentsAmong } from '#core/store/file-name'
import { LIBRARY, type LibraryContent } from '#core/store/library-content'
import { problemOf, ReaderError } from '#core/problem/reader-error'
import type { Surroundings } from '../documents/document-file'
import { libraryStartedAnew } from '../documents/notices'
import { OwnedDocument } from '../documents/owned-document'
import { readCopy } from '../documents/read-copy'
import { reading, writing } from '../files/failures'
import type { FileSystem } from '../files/file-system'
import { deviceId } from './device-id'
import { KnownLibraries } from './known-libraries'
import { followedPath, refusalOf, stateOfFolder, volumeAt } from './library-folder'
import { makeFolders } from './make-folders'
import type { Notices } from './notices'
import { briefingsFolder, INCOMING } from './places'

interface Entry {
  readonly path: string
  readonly configFolder: string
  readonly clock: () => string
  readonly create: boolean
  readonly files: FileSystem
  readonly notices: Notices
}

/** A library that may be opened. */
export interface EnteredLibrary {
  /** With links followed. */
  readonly root: string
  readonly device: string
  /** Whether a newer program wrote it. */
  readonly isNewer: boolean
}

/** A place that was looked at, where a library is or may be made. */
export interface ApprovedPlace extends EnteredLibrary {
  readonly isNew: boolean
  readonly known: KnownLibraries
  readonly wasKnown: boolean
}

/**
 * Look whether there is a library at `path`, or may be one. Nothing is written there.
 *
 * @throws ReaderError that says why not.
 */
export async function approvePlace(entry: Omit<Entry, 'clock'>): Promise<ApprovedPlace> {
  const { path, configFolder, create, files, notices } = entry
  const config: Surroundings = {
    files,
    library: configFolder,
    mayWrite: () => true,
    tell: notices.tellMended,
    warn: notices.tellOnce
  }
  const device = await deviceId(configFolder, config)
  const known = new KnownLibraries(configFolder, device, config)
  const root = await followedPath(files, path)
  const state = await stateOfFolder(files, root)
  const before = await known.find(root)
  const refusal = await refusalOf(files, state, { path: root, create, known: before })
  if (refusal !== null) throw new ReaderError('path' in refusal ? { ...refusal, path } : refusal)
  const isNew = state !== 'library'
  const isNewer = !isNew && (await wasWrittenByNewer(files, root))
  return { root, device, isNewer, isNew, known, wasKnown: before !== null }
}

/** Make the library if it is to be, and this device known in it. */
export async function enterLibrary(entry: Entry): Promise<EnteredLibrary> {
  const { path, clock, files, notices } = entry
  const place = await approvePlace(entry)
  if (place.isNewer) return place
  const around: Surroundings = {
    files,
    library: path,
    mayWrite: () => true,
    tell: notices.tellMended,
    warn: notices.tellOnce
  }
  if (place.isNew && place.wasKnown) notices.tell(libraryStartedAnew(path))
  await introduceDevice(place, clock, around)
  await cleanAway(place, around)
  await place.known.remember({ path: place.root, volume: await volumeAt(files, place.root) })
  return place
}

/**
 * Each device's document says that this is a library. It is written last, so that a crash leaves
 * either a library or what may become one; a library that cannot be written is only read.
 */
async function introduceDevice(
  { root, device, isNew }: ApprovedPlace,
  clock: () => string,
  around: Surroundings
): Promise<void> {
  const path = join(root, documentName({ kind: 'library', device, part: 1 }))
  const document = new OwnedDocument({ path, type: LIBRARY, device, around })
  const isDamaged = await isDamagedInBoth(document)
  const folder = briefingsFolder(root)
  if (document.exists || isDamaged) {
    if ((await reading(folder, () => around.files.stamp(folder))) !== null) return
    throw new ReaderError({ code: 'library-missing', path: folder })
  }
  try {
    await writing({ library: around.library, path: folder }, () => makeFolders(around.files, folder))
    await document.update((content) => ({ ...content, created: clock() }))
  } catch (error) {
    if (isNew || problemOf(error).code !== 'library-not-saved') throw error
  }
}

/** What only says when a library was made keeps nobody from the briefings. It is told when all are read. */
async function isDamagedInBoth(document: OwnedDocument<LibraryContent>): Promise<boolean> {
  try {
    await document.read()
    return false
  } catch (error) {
    if (problemOf(error).code !== 'library-damaged') throw error
    return true
  }
}

async function wasWrittenByNewer(files: FileSystem, root: string): Promise<boolean> {
  const names = await reading(root, () => files.names(root))
  for (const name of documentsAmong(names, 'library')) {
    const path = join(root, documentName(name))
    const copies = await Promise.all([path, copyName(path)].map((copy) => readCopy(files, copy, LIBRARY)))
    if (copies.some(({ state }) => state === 'newer')) return true
  }
  return false
}

/** Imports of this device that a crash cut short; another device's may be under way. */
async function cleanAway({ root, device }: ApprovedPlace, { files }: Surroundings): Promise<void> {
  const folder = briefingsFolder(root)
  for (const name of await reading(folder, () => files.names(folder))) {
    if (!name.startsWith(`${INCOMING}${device}-`)) continue
    await files.removeTree(join(folder, name)).catch(() => undefined)
  }
}
