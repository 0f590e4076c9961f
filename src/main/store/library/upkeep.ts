import { join } from 'node:path'
import { ReaderError } from '#core/problem/reader-error'
import { adoptBriefing } from '../briefing/adopt-briefing'
import type { Catalogue } from '../catalogue/catalogue'
import { type LookUp, mendLibrary } from '../mend/mend-library'
import { Changes } from './changes'
import type { LibraryContext } from './context'
import type { OpenBriefings } from './open-briefings'
import { briefingsFolder } from './places'
import type { TrashCan } from './trash-can'

interface UpkeepParts {
  readonly context: LibraryContext
  readonly briefings: OpenBriefings
  readonly catalogue: Catalogue
  readonly trash: TrashCan
}

/** What is done with a library as a whole, by those who back it up, restore it and watch it. */
export class Upkeep {
  readonly #parts: UpkeepParts
  readonly #changes: Changes

  constructor(parts: UpkeepParts) {
    this.#parts = parts
    this.#changes = new Changes(parts.context, parts.catalogue)
  }

  /** Where a briefing's files lie. */
  folderOf(id: string): string {
    return join(briefingsFolder(this.#parts.context.root), id)
  }

  /** Take over a briefing that is not here from the folder of another library. */
  async adopt(id: string, folder: string): Promise<void> {
    this.#refuseReadOnly()
    const { catalogue, context, briefings, trash } = this.#parts
    await adoptBriefing(id, folder, context)
    briefings.forget(id)
    if ((await catalogue.refresh(id))?.trashed !== null) await trash.show(id)
  }

  /** Mend what is damaged, with what `lookUp` finds elsewhere; answers what was done, one sentence each. */
  async mend(lookUp: LookUp): Promise<readonly string[]> {
    this.#refuseReadOnly()
    const { context, briefings, catalogue } = this.#parts
    const { sentences, briefings: mended } = await mendLibrary(context, lookUp)
    for (const id of mended) {
      briefings.forget(id)
      await catalogue.refresh(id)
    }
    return sentences
  }

  /** Another text after every change of what backups hold. */
  fingerprint(): Promise<string> {
    return this.#parts.catalogue.fingerprint()
  }

  /** What other devices changed; see `Changes.look`. */
  lookForChanges(open: string | null): Promise<readonly string[]> {
    return this.#changes.look(open)
  }

  #refuseReadOnly(): void {
    const { around } = this.#parts.context
    if (!around.mayWrite()) throw new ReaderError({ code: 'library-newer', path: around.library })
  }
}
