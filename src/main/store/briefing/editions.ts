import { join } from 'node:path'
import { inEditionOrder, SOURCE, type SourceContent } from '#core/store/source'
import { problemOf } from '#core/problem/reader-error'
import { DocumentFile } from '../documents/document-file'
import { reading } from '../files/failures'
import { namesOrNone } from '../files/names-or-none'
import type { FileSystem } from '../files/file-system'
import type { LibraryContext } from '../library/context'
import { type EditionPlaces, placesOfEdition } from '../library/places'

/** An edition that is here whole. */
export interface Edition {
  readonly source: SourceContent
  readonly places: EditionPlaces
  /** Whether this device imported it; only then are its files mended here. */
  readonly isOwn: boolean
}

const HASH = /^[0-9a-f]{64}$/u

/** The editions of one briefing. They never change once they are here, so each is read once. */
export class Editions {
  readonly #id: string
  readonly #folder: string
  readonly #context: LibraryContext
  readonly #known = new Map<string, Edition>()

  constructor(id: string, folder: string, context: LibraryContext) {
    this.#id = id
    this.#folder = folder
    this.#context = context
  }

  /** In the order of their numbers. */
  async read(): Promise<readonly Edition[]> {
    const hashes = (await namesOrNone(this.#context.around.files, this.#folder)).filter((name) =>
      HASH.test(name)
    )
    const editions = await Promise.all(hashes.map((hash) => this.#edition(hash)))
    const whole = new Map(
      editions.flatMap((edition) => (edition === null ? [] : [[edition.source, edition]]))
    )
    return inEditionOrder(this.#id, [...whole.keys()]).flatMap((source) => whole.get(source) ?? [])
  }

  async #edition(hash: string): Promise<Edition | null> {
    const known = this.#known.get(hash)
    if (known !== undefined) return known
    const edition = await this.#readEdition(hash)
    if (edition !== null) this.#known.set(hash, edition)
    return edition
  }

  /** Read first without touching anything: what another device sends may still be arriving. */
  async #readEdition(hash: string): Promise<Edition | null> {
    const { around, device } = this.#context
    const places = placesOfEdition(join(this.#folder, hash))
    let damaged = false
    const quiet = { ...around, mayWrite: () => false, tell: () => void (damaged = true) }
    const document = await orNotArrived(() => new DocumentFile(places.source, SOURCE, quiet).read())
    if (document?.content?.sha256 !== hash || !(await hasTree(around.files, places))) return null
    const isOwn = document.device === device
    if (damaged && isOwn) await new DocumentFile(places.source, SOURCE, around).read()
    return { source: document.content, places, isOwn }
  }
}

/** The text may arrive after what is said of it. */
async function hasTree(files: FileSystem, { tree, treeCopy }: EditionPlaces): Promise<boolean> {
  const stamps = await reading(tree, () => files.stamps([tree, treeCopy]))
  return stamps.some((stamp) => stamp !== null)
}

async function orNotArrived<Found>(read: () => Promise<Found>): Promise<Found | null> {
  try {
    return await read()
  } catch (error) {
    const { code } = problemOf(error)
    if (code === 'library-damaged' || code === 'library-newer') return null
    throw error
  }
}
