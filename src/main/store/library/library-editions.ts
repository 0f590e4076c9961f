import { join } from 'node:path'
import type { BriefingSummary, EditionFacts } from '#core/briefing/briefing'
import { briefingIdFrom } from '#core/briefing/briefing-id'
import type { ImportedFile } from '#core/import/imported-file'
import { ReaderError } from '#core/problem/reader-error'
import { ASSET_NAME } from '#core/store/stored-tree'
import type { Root } from '#core/tree/tree'
import { readChecked, readImported, readOriginal, readTree } from '../briefing/edition-files'
import { importEdition } from '../briefing/import-edition'
import type { Catalogue } from '../catalogue/catalogue'
import { Turns } from '../documents/turns'
import type { BriefingAccess } from './briefing-access'
import type { LibraryContext } from './context'
import { briefingsFolder, placesOfBriefing } from './places'
import type { TrashCan } from './trash-can'

interface EditionParts {
  readonly context: LibraryContext
  readonly catalogue: Catalogue
  readonly trash: TrashCan
  readonly access: BriefingAccess
}

/** What was imported into a library, and what is imported now: one thing after the other. */
export class LibraryEditions {
  readonly #parts: EditionParts
  readonly #imports = new Turns()

  constructor(parts: EditionParts) {
    this.#parts = parts
  }

  tree(id: string, edition: number): Promise<Root> {
    const { access, context } = this.#parts
    return access.read(id, async (folder) => readTree(await folder.edition(edition), context.around))
  }

  original(id: string, edition: number): Promise<Uint8Array> {
    const { access, context } = this.#parts
    return access.read(id, async (folder) => readOriginal(await folder.edition(edition), context.around))
  }

  file(id: string, edition: number): Promise<ImportedFile> {
    const { access, context } = this.#parts
    return access.read(id, async (folder) =>
      readImported(await folder.edition(edition), folder.places.assets, context.around)
    )
  }

  async asset(id: string, name: string): Promise<Uint8Array | null> {
    const { access, context } = this.#parts
    if (!ASSET_NAME.test(name) || (await access.find(id)) === null) return null
    const { assets } = placesOfBriefing(join(briefingsFolder(context.root), id))
    return readChecked(join(assets, name), name.slice(0, name.indexOf('.')), context.around)
  }

  facts(id: string): Promise<readonly EditionFacts[]> {
    return this.#parts.access.read(id, async (folder) =>
      (await folder.editions()).map(({ source: { sha256, name, imported } }, index) => ({
        ...{ number: index + 1, sha256, name, imported }
      }))
    )
  }

  /** The same bytes again change nothing but bring a briefing back from the trash. */
  add(file: ImportedFile): Promise<BriefingSummary> {
    const id = briefingIdFrom(file.sha256)
    const { catalogue, context, trash, access } = this.#parts
    return this.#imports.take(async () => {
      access.refuseReadOnly()
      const known = await catalogue.find(id)
      if (known !== null) return (await trash.bringBack(id)).summary
      await importEdition(id, file, context)
      const added = (await catalogue.refresh(id)) ?? (await trash.show(id))
      return added.summary
    })
  }

  addTo(id: string, file: ImportedFile): Promise<BriefingSummary> {
    const { catalogue, access } = this.#parts
    return this.#imports.take(() =>
      access.change(id, async (folder) => {
        await folder.addEdition(file)
        return (await catalogue.refresh(id))?.summary ?? access.refuseUnknown(id)
      })
    )
  }

  /** Take back the import of a later edition, or show it again. */
  setWithdrawn(id: string, sha256: string, isWithdrawn: boolean): Promise<BriefingSummary> {
    const { catalogue, access } = this.#parts
    return this.#imports.take(() =>
      access.change(id, async (folder) => {
        const isFirst = briefingIdFrom(sha256) === id
        if (isFirst) throw new ReaderError({ code: 'edition-unknown', id, edition: 1 })
        await folder.setWithdrawn(sha256, isWithdrawn)
        return (await catalogue.refresh(id))?.summary ?? access.refuseUnknown(id)
      })
    )
  }

  async holdersOf(sha256: string): Promise<readonly string[]> {
    const { catalogue } = this.#parts
    await catalogue.list()
    const shown = catalogue
      .all()
      .flatMap(({ trashed, editions, summary }) =>
        trashed === null && editions.includes(sha256) ? summary.id : []
      )
    const id = briefingIdFrom(sha256)
    return shown.includes(id) || (await catalogue.find(id)) === null ? shown : [...shown, id]
  }

  /** Resolves when nothing is being imported. */
  settle(): Promise<void> {
    return this.#imports.take(() => Promise.resolve())
  }
}
