import { join } from 'node:path'
import * as v from 'valibot'
import { problemOf } from '#core/problem/reader-error'
import { type DocumentType, emptyDocument, nextGeneration } from '#core/store/document'
import { DocumentFile, type Surroundings } from '../documents/document-file'
import { knownLibrariesForgotten } from '../documents/notices'
import { OwnedDocument } from '../documents/owned-document'

interface KnownContent {
  readonly libraries: readonly KnownLibrary[]
}

/** A library that this device has opened, and the file system on which it lay. */
export interface KnownLibrary {
  readonly path: string
  readonly volume: string
}

const KnownSchema = v.looseObject({
  libraries: v.array(v.looseObject({ path: v.string(), volume: v.string() }))
})

const KNOWN: DocumentType<KnownContent> = {
  kind: 'known-libraries',
  fits: (content): content is KnownContent => v.is(KnownSchema, content),
  empty: { libraries: [] }
}

/** Stands for a file system that nobody can be on. */
const UNKNOWN_VOLUME = ''

/**
 * Which libraries this device has opened, so that one that is gone is not taken for a first start.
 *
 * With both copies damaged every library may have been known: one that is there opens, and one that is
 * not there is not made. The list then begins anew.
 */
export class KnownLibraries {
  readonly #options: { readonly path: string; readonly device: string; readonly around: Surroundings }
  readonly #document: OwnedDocument<KnownContent>

  constructor(configFolder: string, device: string, around: Surroundings) {
    const path = join(configFolder, 'libraries.json')
    this.#options = { path, device, around }
    this.#document = new OwnedDocument({ path, type: KNOWN, device, around })
  }

  async find(path: string): Promise<KnownLibrary | null> {
    const libraries = await this.#libraries()
    if (libraries === null) return { path, volume: UNKNOWN_VOLUME }
    return libraries.find((library) => library.path === path) ?? null
  }

  async remember(library: KnownLibrary): Promise<void> {
    const libraries = await this.#libraries()
    if (libraries === null) return this.#beginAnew(library)
    const known = libraries.find(({ path }) => path === library.path)
    if (known?.volume === library.volume) return
    await this.#document.update(({ libraries: before, ...rest }) => ({
      ...rest,
      libraries: [...before.filter(({ path }) => path !== library.path), library]
    }))
  }

  async #libraries(): Promise<readonly KnownLibrary[] | null> {
    try {
      return (await this.#document.read()).libraries
    } catch (error) {
      if (problemOf(error).code === 'library-damaged') return null
      throw error
    }
  }

  async #beginAnew(library: KnownLibrary): Promise<void> {
    const { path, device, around } = this.#options
    around.tell(knownLibrariesForgotten(path), path)
    const document = nextGeneration(emptyDocument(KNOWN, device), { libraries: [library] })
    await new DocumentFile(path, KNOWN, around).write(document)
  }
}
