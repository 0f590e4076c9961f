import type { Briefing } from '../briefing/briefing'
import { ReaderError } from '../problem/reader-error'
import { canonicalText } from '../text/canonical-text'
import { nearestId } from './nearest-id'
import type { Library } from './ports'

/** Texts kept at hand: a person marks one briefing many times, and compares a few. */
const KEPT_TEXTS = 4

/** The canonical texts of a library's briefings, the last few of them kept in memory. */
export class BriefingTexts {
  readonly #library: Library
  readonly #kept = new Map<string, Promise<string>>()

  constructor(library: Library) {
    this.#library = library
  }

  /** @throws ReaderError `briefing-unknown`, with the id that the person may have meant. */
  async briefing(id: string): Promise<Briefing> {
    const briefing = await this.#library.find(id)
    if (briefing !== null) return briefing
    const ids = (await this.#library.list()).map((summary) => summary.id)
    throw new ReaderError({ code: 'briefing-unknown', id, nearest: nearestId(id, ids) })
  }

  /** The canonical text of one edition. An edition never changes, so neither does its text. */
  text(id: string, edition: number): Promise<string> {
    const key = `${id}/${edition}`
    const text = this.#kept.get(key) ?? this.#library.tree(id, edition).then(canonicalText)
    this.#kept.delete(key)
    this.#kept.set(key, text)
    for (const oldest of [...this.#kept.keys()].slice(0, -KEPT_TEXTS)) this.#kept.delete(oldest)
    text.catch(() => this.#kept.delete(key))
    return text
  }
}
