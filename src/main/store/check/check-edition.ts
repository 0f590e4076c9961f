import { join } from 'node:path'
import { SearchedText } from '#core/anchor/searched-text'
import type { LibraryFault } from '#core/contract/api'
import { SOURCE, type SourceContent } from '#core/store/source'
import { ASSET_NAME, isTree } from '#core/store/stored-tree'
import { canonicalText } from '#core/text/canonical-text'
import { readChecked } from '../briefing/edition-files'
import type { Surroundings } from '../documents/document-file'
import { isMissing, reading } from '../files/failures'
import { type BriefingPlaces, type EditionPlaces, placesOfEdition } from '../library/places'
import { checkCopies } from './check-copies'

/** What a look at one edition gives. */
export interface CheckedEdition {
  readonly hash: string
  /** Its canonical text, or `null` when it cannot be read. */
  readonly text: SearchedText | null
  readonly faults: readonly LibraryFault[]
}

interface EditionToCheck {
  /** The briefing's. */
  readonly id: string
  readonly hash: string
  readonly places: BriefingPlaces
  readonly around: Surroundings
}

/** Read every file of one edition. */
export async function checkEdition({ id, hash, places, around }: EditionToCheck): Promise<CheckedEdition> {
  const edition = placesOfEdition(join(places.editions, hash))
  const { content, faults } = await checkCopies(edition.source, SOURCE, around, id)
  if (content === null) return { hash, text: null, faults }
  const original = await isWhole(edition.original(content.extension), hash, around)
  const tree = await checkTree(id, edition, content, around)
  const assets = await checkAssets(id, content, { places, around })
  const path = edition.original(content.extension)
  return {
    hash,
    text: tree.text === null ? null : new SearchedText(tree.text),
    faults: [...faults, ...(original ? [] : [fault('original-damaged', id, path)]), ...tree.faults, ...assets]
  }
}

async function checkTree(
  id: string,
  { tree, treeCopy }: EditionPlaces,
  source: SourceContent,
  around: Surroundings
): Promise<{ text: string | null; faults: readonly LibraryFault[] }> {
  const paths = [tree, treeCopy]
  const copies = await Promise.all(paths.map((path) => readChecked(path, source.tree, around)))
  const whole = copies.find((copy) => copy !== null) ?? null
  const text = whole === null ? null : textOf(whole)
  const code = text === null ? 'tree-damaged' : 'copy-damaged'
  const damaged = paths.filter((_path, index) => text === null || copies[index] === null)
  return { text, faults: damaged.map((path) => fault(code, id, path)) }
}

async function checkAssets(
  id: string,
  { assets }: SourceContent,
  { places, around }: { places: BriefingPlaces; around: Surroundings }
): Promise<readonly LibraryFault[]> {
  const faults: LibraryFault[] = []
  for (const name of assets) {
    const path = join(places.assets, name)
    const whole = ASSET_NAME.test(name) && (await isWhole(path, name.slice(0, name.indexOf('.')), around))
    if (!whole) faults.push(fault('asset-damaged', id, path))
  }
  return faults
}

async function isWhole(path: string, checksum: string, { files }: Surroundings): Promise<boolean> {
  return reading(path, async () => {
    try {
      return (await files.checksum(path)) === checksum
    } catch (error) {
      if (isMissing(error)) return false
      throw error
    }
  })
}

function textOf(tree: Uint8Array): string | null {
  const value: unknown = JSON.parse(new TextDecoder().decode(tree))
  return isTree(value) ? canonicalText(value) : null
}

function fault(code: string, id: string, path: string): LibraryFault {
  return { code, id, message: `${path} is damaged or missing; your marks are safe.` }
}
