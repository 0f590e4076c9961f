import { join } from 'node:path'
import type { Asset, ImportedFile } from '#core/import/imported-file'
import { isTree } from '#core/store/stored-tree'
import { ReaderError } from '#core/problem/reader-error'
import type { Root } from '#core/tree/tree'
import { otherCopyUsed, oneCopyDamaged } from '../documents/notices'
import type { Surroundings } from '../documents/document-file'
import { checksumOfMany } from '../files/checksum'
import { isMissing, reading } from '../files/failures'
import { setAside } from '../files/set-aside'
import { writeWhole } from '../files/write-whole'
import type { Edition } from './editions'

/** The tree of an edition, from the copy that is whole. */
export async function readTree(edition: Edition, around: Surroundings): Promise<Root> {
  const { places, source } = edition
  const first = await readChecked(places.tree, source.tree, around)
  if (first !== null) return parseTree(first, places.tree)
  const second = await readChecked(places.treeCopy, source.tree, around)
  if (second === null) throw new ReaderError({ code: 'library-damaged', path: places.tree })
  await mendTree(edition, second, around)
  return parseTree(second, places.treeCopy)
}

/** The imported bytes of an edition, exactly. */
export async function readOriginal({ places, source }: Edition, around: Surroundings): Promise<Uint8Array> {
  const path = places.original(source.extension)
  const bytes = await readChecked(path, source.sha256, around)
  if (bytes === null) throw new ReaderError({ code: 'original-damaged', path })
  return bytes
}

/** An edition as it was when it was imported; a picture that is gone is left out. */
export async function readImported(
  edition: Edition,
  assetsFolder: string,
  around: Surroundings
): Promise<ImportedFile> {
  const { source } = edition
  const assets: Asset[] = []
  for (const name of source.assets) {
    const checksum = name.slice(0, name.indexOf('.'))
    const bytes = await readChecked(join(assetsFolder, name), checksum, around)
    if (bytes !== null) assets.push({ name, bytes })
  }
  const { title, date, language, dir, tags, sourceUrl, words, encoding, warnings } = source
  return {
    source: source.name,
    bytes: await readOriginal(edition, around),
    sha256: source.sha256,
    extension: source.extension,
    document: {
      tree: await readTree(edition, around),
      ...{ title, date, language, dir, tags, sourceUrl, words, encoding, warnings }
    },
    assets
  }
}

/** The content of a file whose checksum is known, or `null` when it is missing or another. */
export async function readChecked(
  path: string,
  checksum: string,
  { files }: Surroundings
): Promise<Uint8Array | null> {
  return reading(path, async () => {
    try {
      const bytes = await files.read(path)
      return (await checksumOfMany(bytes)) === checksum ? bytes : null
    } catch (error) {
      if (isMissing(error)) return null
      throw error
    }
  })
}

async function mendTree({ places, isOwn }: Edition, tree: Uint8Array, around: Surroundings): Promise<void> {
  const { files, mayWrite, tell } = around
  const missing = (await files.stamp(places.tree)) === null
  const cleared = isOwn && mayWrite() && (missing || (await setAside(files, places.tree)))
  if (!missing) tell(cleared ? oneCopyDamaged(places.tree) : otherCopyUsed(places.tree), places.tree)
  if (cleared) await writeWhole(files, places.tree, tree).catch(() => undefined)
}

function parseTree(bytes: Uint8Array, path: string): Root {
  const tree: unknown = JSON.parse(new TextDecoder().decode(bytes))
  if (!isTree(tree)) throw new ReaderError({ code: 'library-damaged', path })
  return tree
}
