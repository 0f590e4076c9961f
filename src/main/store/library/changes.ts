import { join } from 'node:path'
import type { Catalogue } from '../catalogue/catalogue'
import { reading } from '../files/failures'
import type { FileStamp } from '../files/file-system'
import type { LibraryContext } from './context'
import { briefingsFolder } from './places'

/** Asking the times of so many folders takes some ten milliseconds, in slices. */
const FOLDERS_PER_LOOK = 5_000

/**
 * Finds what other devices changed. The disk is asked, since neither a network drive nor every
 * synchronising program sends events, and since it is the same on every system.
 */
export class Changes {
  readonly #context: LibraryContext
  readonly #catalogue: Catalogue
  #open: { readonly id: string; readonly stamp: string } | null = null

  constructor(context: LibraryContext, catalogue: Catalogue) {
    this.#context = context
    this.#catalogue = catalogue
  }

  /**
   * The ids of briefings that came, went or changed since the last look other than by this program.
   * Of a library of more than 5,000 a part is looked at each time; `open`, the briefing that is being
   * read, is looked at every time and file by file.
   */
  async look(open: string | null): Promise<readonly string[]> {
    const changed = new Set<string>()
    for (const id of await this.#context.documents.read()) {
      await this.#catalogue.refresh(id)
      changed.add(id)
    }
    for (const id of await this.#catalogue.look(FOLDERS_PER_LOOK)) changed.add(id)
    if (open !== null && (await this.#hasChanged(open))) {
      await this.#catalogue.refresh(open)
      changed.add(open)
    }
    return [...changed]
  }

  async #hasChanged(id: string): Promise<boolean> {
    const stamp = await this.#stampOfOthers(id)
    const before = this.#open
    this.#open = { id, stamp }
    return before?.id === id && before.stamp !== stamp
  }

  /** Of all files in the briefing's folder that this device does not write. */
  async #stampOfOthers(id: string): Promise<string> {
    const { root, device, around } = this.#context
    const folder = join(briefingsFolder(root), id)
    return reading(folder, async () => {
      if ((await around.files.stamp(folder)) === null) return ''
      const names = (await around.files.names(folder)).filter((name) => !isOwn(name, device)).sort()
      const stamps = await around.files.stamps(names.map((name) => join(folder, name)))
      return names.map((name, index) => `${name} ${textOf(stamps[index])}`).join()
    })
  }
}

/** A conflicted copy has the device's id in its name too, but another device may have written it. */
function isOwn(name: string, device: string): boolean {
  return new RegExp(`^\\.?[a-z]+(-\\d+)?\\.${device}(\\.copy)?\\.jsonl?(\\.[0-9a-f]+\\.tmp)?$`, 'u').test(
    name
  )
}

function textOf(stamp: FileStamp | null | undefined): string {
  return stamp == null ? '-' : `${stamp.inode}.${stamp.modified}.${stamp.size}`
}
