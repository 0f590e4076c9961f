import { randomBytes } from 'node:crypto'
import { basename, dirname, extname, join } from 'node:path'
import type { Backup, BackupReason, Manifest, ManifestFile } from '#core/backup/backup'
import { readMe } from '#core/backup/read-me'
import { viewerPieces } from '#core/backup/viewer'
import { makeFolders } from '../store/library/make-folders'
import { checksumOfMany } from '../store/files/checksum'
import { isMissing } from '../store/files/failures'
import type { FileSystem } from '../store/files/file-system'
import { discardFile, renameWithPatience, writeWhole } from '../store/files/write-whole'
import { BESIDE } from './backup-places'
import { type LibraryFile, libraryFiles } from './library-files'
import { openReadable, type ReadableLibrary } from './readable-files'
import { COMMENT } from './read-zip'
import { damagesOf } from './verify-backup'
import { ZipWriter } from './zip-writer'

/** A backup to be made. */
export interface BackupOrder {
  /** The library's folder. */
  readonly root: string
  /** Where the zip goes; what stands there is replaced. */
  readonly target: string
  /** `full`: with everything in it; `generation`: with what never changes in `files/` beside it. */
  readonly kind: 'full' | 'generation'
  readonly sequence: number
  /** RFC 3339 in UTC. */
  readonly made: string
  readonly reason: BackupReason
  /** The program's name and version. */
  readonly program: string
}

/**
 * Write a backup, read all of it back, and only then give it its place: a backup that stands there is
 * a good one. When it fails nothing but a good one is left behind.
 *
 * @throws the file system's failures, and Error when what was written cannot be read back.
 */
export async function writeBackup(files: FileSystem, order: BackupOrder): Promise<Backup> {
  const folder = dirname(order.target)
  await makeFolders(files, order.kind === 'full' ? folder : join(folder, BESIDE))
  const temporary = join(folder, `.${basename(order.target)}.${randomBytes(6).toString('hex')}.tmp`)
  try {
    const written = await writeZip(files, temporary, order)
    const damages = await damagesOf(files, temporary, { folder, fresh: written.fresh })
    if (damages.length > 0) throw new Error(`read back otherwise than written: ${damages.join(', ')}`)
    await renameWithPatience(files, temporary, order.target)
    await files.syncFolder(folder)
    const size = (await files.stamp(order.target))?.size ?? 0
    const { briefings, annotations } = written.manifest
    const { sequence, made, reason } = order
    return { path: order.target, sequence, made, reason, size, briefings, annotations }
  } catch (error) {
    await discardFile(files, temporary)
    throw error
  }
}

interface Written {
  readonly manifest: Manifest
  /** Names under `files/` that this backup was the first to need. */
  readonly fresh: ReadonlySet<string>
}

async function writeZip(files: FileSystem, path: string, order: BackupOrder): Promise<Written> {
  const zip = await ZipWriter.create(files, path)
  try {
    return await fillZip(files, zip, order)
  } catch (error) {
    await zip.abandon()
    throw error
  }
}

async function fillZip(files: FileSystem, zip: ZipWriter, order: BackupOrder): Promise<Written> {
  const { root, target, kind, sequence, made, reason, program } = order
  const library = await openReadable(files, root, kind)
  const pages = [
    await addPage(zip, 'READ ME.txt', [readMe({ program, made, kind })]),
    await addPage(zip, 'index.html', viewerPieces({ program, made }, library.lines)),
    await addPage(zip, 'library.json', libraryPieces(order, library))
  ]
  const fresh = new Set<string>()
  const listed: ManifestFile[] = []
  for await (const file of libraryFiles(files, root)) {
    const entry = await orGone(() =>
      file.isFixed && kind === 'generation'
        ? keepBeside({ files, root, beside: join(dirname(target), BESIDE), fresh, library }, file)
        : addToZip(files, zip, root, file)
    )
    if (entry !== null) listed.push(entry)
  }
  const { briefings, annotations } = library
  const manifest: Manifest = {
    ...{ format: 'briefing-reader-backup', version: 1, kind, sequence, made, reason, program },
    ...{ briefings, annotations, pages, files: listed }
  }
  const { sha256 } = await zip.add('manifest.json', manifestPieces(manifest))
  await zip.finish(`${COMMENT}${sha256}`)
  return { manifest, fresh }
}

async function addPage(
  zip: ZipWriter,
  path: string,
  pieces: Iterable<string>
): Promise<Manifest['pages'][number]> {
  return { path, ...(await zip.add(path, pieces)) }
}

async function addToZip(
  files: FileSystem,
  zip: ZipWriter,
  root: string,
  { path }: LibraryFile
): Promise<ManifestFile> {
  const bytes = await files.read(join(root, path))
  return { path, ...(await zip.add(`library/${path}`, [bytes])) }
}

interface Keeping {
  readonly files: FileSystem
  readonly root: string
  /** The folder `files/`. */
  readonly beside: string
  readonly fresh: Set<string>
  readonly library: ReadableLibrary
}

/** What was kept before is not read again: its name is its checksum. */
async function keepBeside(
  { files, root, beside, fresh, library }: Keeping,
  { path, size }: LibraryFile
): Promise<ManifestFile> {
  const known = library.checksumOf(path)
  const nameOf = (sha256: string): string => `${sha256}${extname(path)}`
  if (known !== null) {
    const kept = await files.stamp(join(beside, nameOf(known)))
    if (kept !== null) return { path, size: kept.size, sha256: known, beside: nameOf(known) }
  }
  const bytes = await files.read(join(root, path))
  const sha256 = await checksumOfMany(bytes)
  const name = nameOf(sha256)
  if ((await files.stamp(join(beside, name))) === null) {
    await writeWhole(files, join(beside, name), bytes)
    fresh.add(name)
  }
  return { path, size: bytes.length === size ? size : bytes.length, sha256, beside: name }
}

function* libraryPieces({ program, made }: BackupOrder, { lines }: ReadableLibrary): Generator<string> {
  yield `${JSON.stringify({ format: 'briefing-reader-library', version: 1, program, made }).slice(0, -1)},"briefings":[\n`
  for (const [index, line] of lines.entries()) yield index === 0 ? line : `,\n${line}`
  yield '\n]}\n'
}

function* manifestPieces({ files, ...head }: Manifest): Generator<string> {
  yield `${JSON.stringify(head).slice(0, -1)},"files":[\n`
  for (const [index, file] of files.entries()) yield `${index === 0 ? '' : ',\n'}${JSON.stringify(file)}`
  yield '\n]}\n'
}

/** What is deleted for good while the backup is made is not in it. */
async function orGone<Found>(read: () => Promise<Found>): Promise<Found | null> {
  try {
    return await read()
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}
