import { join } from 'node:path'
import * as v from 'valibot'
import { type DocumentType, emptyDocument } from '#core/store/document'
import { problemOf } from '#core/problem/reader-error'
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

/** Which libraries this device has opened, so that one that is gone is not taken for a first start. */
export class KnownLibraries {
  readonly #path: string
  readonly #device: string
  readonly #around: Surroundings
  readonly #document: OwnedDocument<KnownContent>

  constructor(configFolder: string, device: string, around: Surroundings) {
    this.#path = join(configFolder, 'libraries.json')
    this.#device = device
    this.#around = around
    this.#document = new OwnedDocument({ path: this.#path, type: KNOWN, device, around })
  }

  async find(path: string): Promise<KnownLibrary | null> {
    const { libraries } = await this.#read()
    return libraries.find((library) => library.path === path) ?? null
  }

  async remember(library: KnownLibrary): Promise<void> {
    const known = await this.find(library.path)
    if (known?.volume === library.volume) return
    await this.#document.update(({ libraries, ...rest }) => ({
      ...rest,
      libraries: [...libraries.filter(({ path }) => path !== library.path), library]
    }))
  }

  /** With both copies damaged the list begins anew: no library is kept shut for it. */
  async #read(): Promise<KnownContent> {
    try {
      return await this.#document.read()
    } catch (error) {
      if (problemOf(error).code !== 'library-damaged') throw error
    }
    this.#around.warn(knownLibrariesForgotten(this.#path))
    const file = new DocumentFile(this.#path, KNOWN, this.#around)
    await file.create({ ...emptyDocument(KNOWN, this.#device), sequence: 1 })
    return this.#document.read()
  }
}
