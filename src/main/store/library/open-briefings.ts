import { BriefingFolder } from '../briefing/briefing-folder'
import type { LibraryContext } from './context'

/** Briefings whose documents stay in memory; a person works on one and compares a few. */
const KEPT = 32

interface Kept {
  readonly folder: BriefingFolder
  users: number
}

/** The briefings at hand. There is never a second object for one that is in use. */
export class OpenBriefings {
  readonly #context: LibraryContext
  readonly #kept = new Map<string, Kept>()
  #whenSettled: (() => void)[] = []
  #users = 0

  constructor(context: LibraryContext) {
    this.#context = context
  }

  /** Do something with a briefing, which stays in memory at least until that is done. */
  async use<Result>(id: string, action: (folder: BriefingFolder) => Promise<Result>): Promise<Result> {
    const kept = this.#kept.get(id) ?? { folder: new BriefingFolder(id, this.#context), users: 0 }
    this.#kept.delete(id)
    this.#kept.set(id, kept)
    kept.users += 1
    this.#users += 1
    this.#letGo()
    try {
      return await action(kept.folder)
    } finally {
      kept.users -= 1
      this.#users -= 1
      if (this.#users === 0) for (const settled of this.#whenSettled.splice(0)) settled()
    }
  }

  /** Let go of what is in memory of a briefing whose files are gone. */
  forget(id: string): void {
    this.#kept.delete(id)
  }

  /** Resolves when nothing is being done any more. */
  settle(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#users === 0) resolve()
      else this.#whenSettled.push(resolve)
    })
  }

  #letGo(): void {
    if (this.#kept.size <= KEPT) return
    for (const [id, { users }] of [...this.#kept].slice(0, -KEPT)) if (users === 0) this.#kept.delete(id)
  }
}
