import { SearchedText } from '../anchor/searched-text'
import type { Briefing } from '../briefing/briefing'
import { compareEditions, type EditionDiff } from '../carry-over/edition-diff'
import { ReaderError } from '../problem/reader-error'
import { canonicalText } from '../text/canonical-text'
import { nearestId } from './nearest-id'
import type { Library } from './ports'

/** Texts kept at hand: a person marks one briefing many times, and compares a few. */
const KEPT_TEXTS = 4

/** Comparisons kept at hand: a briefing that was corrected twice has three. */
const KEPT_COMPARISONS = 3

/** The canonical texts of a library's briefings and how their editions differ, the last few of them kept in memory. */
export class BriefingTexts {
  readonly #library: Library
  readonly #texts = new Map<string, Promise<string>>()
  readonly #searched = new Map<string, Promise<SearchedText>>()
  readonly #comparisons = new Map<string, Promise<EditionDiff>>()

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
    return kept(this.#texts, KEPT_TEXTS, `${id}/${edition}`, () =>
      this.#library.tree(id, edition).then(canonicalText)
    )
  }

  /** The numbers of a briefing's editions mean others now. */
  forget(id: string): void {
    for (const all of [this.#texts, this.#searched, this.#comparisons])
      for (const key of all.keys()) if (key.startsWith(`${id}/`)) all.delete(key)
  }

  /** The same, to look for many quotes in. */
  searched(id: string, edition: number): Promise<SearchedText> {
    return kept(
      this.#searched,
      KEPT_TEXTS,
      `${id}/${edition}`,
      async () => new SearchedText(await this.text(id, edition))
    )
  }

  /** Two editions word beside word; `text` is the later one's. */
  comparison(id: string, from: number, to: number): Promise<EditionDiff> {
    return kept(this.#comparisons, KEPT_COMPARISONS, `${id}/${from}/${to}`, async () =>
      compareEditions(await this.text(id, from), await this.text(id, to))
    )
  }
}

/** What is kept under `key`, or made now and kept; the oldest goes when there are more than `most`. */
function kept<Value>(
  all: Map<string, Promise<Value>>,
  most: number,
  key: string,
  make: () => Promise<Value>
): Promise<Value> {
  const value = all.get(key) ?? make()
  all.delete(key)
  all.set(key, value)
  for (const oldest of [...all.keys()].slice(0, -most)) all.delete(oldest)
  value.catch(() => all.delete(key))
  return value
}
