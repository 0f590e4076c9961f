import type { Briefing } from '#core/briefing/briefing'
import { ReaderError } from '#core/problem/reader-error'
import type { BriefingFolder } from '../briefing/briefing-folder'
import type { Catalogue } from '../catalogue/catalogue'
import type { OpenBriefings } from './open-briefings'

interface AccessParts {
  /** As the person named it. */
  readonly path: string
  readonly isReadOnly: boolean
  readonly briefings: OpenBriefings
  readonly catalogue: Catalogue
}

/** The way to a library's briefings: who asks gets the folder of one that is shown, or hears why not. */
export class BriefingAccess {
  readonly #parts: AccessParts

  constructor(parts: AccessParts) {
    this.#parts = parts
  }

  /** @throws ReaderError `briefing-in-trash` */
  async find(id: string): Promise<Briefing | null> {
    const known = await this.#parts.catalogue.find(id)
    if (known?.trashed != null) throw new ReaderError({ code: 'briefing-in-trash', id })
    return known?.summary ?? null
  }

  /** @throws ReaderError `briefing-unknown` */
  async read<Result>(id: string, action: (folder: BriefingFolder) => Promise<Result>): Promise<Result> {
    if ((await this.find(id)) === null) this.refuseUnknown(id)
    return this.#parts.briefings.use(id, action)
  }

  /** @throws ReaderError `library-newer`, `briefing-unknown` */
  async change<Result>(id: string, action: (folder: BriefingFolder) => Promise<Result>): Promise<Result> {
    this.refuseReadOnly()
    return this.doubting(id, () => this.read(id, action))
  }

  /** What failed may be half done: the briefing is read again before it is shown. */
  async doubting<Result>(id: string, action: () => Promise<Result>): Promise<Result> {
    try {
      return await action()
    } catch (error) {
      this.#parts.catalogue.doubt(id)
      throw error
    }
  }

  /** @throws ReaderError `library-newer` */
  refuseReadOnly(): void {
    const { isReadOnly, path } = this.#parts
    if (isReadOnly) throw new ReaderError({ code: 'library-newer', path })
  }

  refuseUnknown(id: string): never {
    throw new ReaderError({ code: 'briefing-unknown', id, nearest: null })
  }
}
