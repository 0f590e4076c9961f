import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { ImportedFile } from '#core/import/imported-file'
import { SCHEMA, type StoredDocument } from '#core/store/document'
import { copyName } from '#core/store/file-name'
import { SOURCE, type SourceContent } from '#core/store/source'
import { ASSET_NAME } from '#core/store/stored-tree'
import { encodeDocument } from '../documents/encode-document'
import { checksumOf, checksumOfMany } from '../files/checksum'
import { codeOf, writing } from '../files/failures'
import type { FileSystem } from '../files/file-system'
import { setAside } from '../files/set-aside'
import { renameWithPatience, writeNew } from '../files/write-whole'
import type { LibraryContext } from '../library/context'
import { briefingsFolder, INCOMING, placesOfBriefing, placesOfEdition } from '../library/places'

/**
 * Bring a file in as an edition of the briefing `id`, its first or a later one: whole or not at all.
 *
 * Everything is put together in a folder beside the briefings, down to the disk, and gets its place
 * by one rename; what a crash leaves is cleaned away when the library is next opened.
 */
export async function importEdition(id: string, file: ImportedFile, context: LibraryContext): Promise<void> {
  const { root, device, around } = context
  const { files, library } = around
  if ((await checksumOfMany(file.bytes)) !== file.sha256)
    throw new Error('the checksum is not that of the bytes')
  const briefings = briefingsFolder(root)
  const incoming = join(briefings, `${INCOMING}${device}-${randomBytes(6).toString('hex')}`)
  await writing({ library, path: join(briefings, id) }, async () => {
    try {
      await putTogether(incoming, file, context)
      await giveItsPlace(files, incoming, join(briefings, id), file.sha256)
      await files.syncFolder(briefings)
    } catch (error) {
      await files.removeTree(incoming).catch(() => undefined)
      throw error
    }
  })
}

async function putTogether(folder: string, file: ImportedFile, context: LibraryContext): Promise<void> {
  const { files } = context.around
  const places = placesOfBriefing(folder)
  const edition = placesOfEdition(join(places.editions, file.sha256))
  const tree = Buffer.from(JSON.stringify(file.document.tree))
  const source = encodeDocument(sourceOf(file, checksumOf(tree), context))
  for (const path of [folder, places.editions, edition.folder, places.assets]) await files.makeFolder(path)
  await writeNew(files, edition.original(file.extension), file.bytes)
  await writeNew(files, edition.tree, tree)
  await writeNew(files, edition.treeCopy, tree)
  await writeNew(files, edition.source, source)
  await writeNew(files, copyName(edition.source), source)
  for (const { name, bytes } of assetsOf(file)) await writeNew(files, join(places.assets, name), bytes)
  for (const path of [places.assets, edition.folder, places.editions, folder]) await files.syncFolder(path)
}

async function giveItsPlace(
  files: FileSystem,
  incoming: string,
  folder: string,
  hash: string
): Promise<void> {
  if ((await files.stamp(folder)) === null) {
    try {
      return await renameWithPatience(files, incoming, folder)
    } catch (error) {
      if (codeOf(error) !== 'ENOTEMPTY' && codeOf(error) !== 'EEXIST') throw error
    }
  }
  await graft(files, incoming, folder, hash)
}

/** The briefing's folder is there, but not (whole) its edition: a folder that is still arriving, say. */
async function graft(files: FileSystem, incoming: string, folder: string, hash: string): Promise<void> {
  const from = placesOfBriefing(incoming)
  const to = placesOfBriefing(folder)
  for (const path of [to.assets, to.editions]) {
    if ((await files.stamp(path)) === null) await files.makeFolder(path)
  }
  for (const name of await files.names(from.assets)) {
    if ((await files.stamp(join(to.assets, name))) !== null) continue
    await renameWithPatience(files, join(from.assets, name), join(to.assets, name))
  }
  const edition = join(to.editions, hash)
  if ((await files.stamp(edition)) !== null) await setFolderAside(files, edition)
  await renameWithPatience(files, join(from.editions, hash), edition)
  for (const path of [to.assets, to.editions, folder]) await files.syncFolder(path)
  await files.removeTree(incoming)
}

async function setFolderAside(files: FileSystem, folder: string): Promise<void> {
  if (!(await setAside(files, folder))) throw new Error(`could not be set aside: ${folder}`)
}

function sourceOf(file: ImportedFile, tree: string, context: LibraryContext): StoredDocument<SourceContent> {
  const { title, date, language, dir, tags, sourceUrl, words, encoding, warnings } = file.document
  const content = {
    sha256: file.sha256,
    size: file.bytes.length,
    extension: file.extension,
    name: file.source.split(/[\\/]/u).at(-1) ?? '',
    imported: context.now(),
    tree,
    assets: assetsOf(file).map(({ name }) => name),
    ...{ title, date, language, dir, tags, sourceUrl, words, encoding, warnings }
  }
  if (!SOURCE.fits(content)) throw new Error('an edition would be written that could not be read')
  return { schema: SCHEMA, kind: 'source', sequence: 1, device: context.device, content }
}

/** Each picture once: a briefing may show the same one twice. */
function assetsOf(file: ImportedFile): ImportedFile['assets'] {
  const byName = new Map(file.assets.map((asset) => [asset.name, asset]))
  for (const name of byName.keys()) {
    if (!ASSET_NAME.test(name)) throw new Error(`not the name of an asset: ${name}`)
  }
  return [...byName.values()]
}
