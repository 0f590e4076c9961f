import { resolveAnchor } from '../anchor/resolve-anchor'
import { carryRange } from '../carry-over/carry-range'
import type { ParagraphMarking, PlacedMarking } from '../marking/paragraph-marking'
import type { TextRange } from '../text/text-range'
import type { BriefingTexts } from './briefing-texts'
import type { Library } from './ports'

/** Finds the marked paragraphs of briefings in their editions, as marks are found. */
export class PlacedMarkings {
  readonly #library: Library
  readonly #texts: BriefingTexts

  constructor(library: Library, texts: BriefingTexts) {
    this.#library = library
    this.#texts = texts
  }

  /** The markings of a briefing's paragraphs in an edition, in the order of its text; those without a paragraph last. */
  async all(id: string, edition: number): Promise<readonly PlacedMarking[]> {
    const markings = await this.#library.paragraphMarkings(id)
    const placed: PlacedMarking[] = []
    for (const { marking, ...rest } of markings) {
      if (marking === null || rest.edition > edition) continue
      const range = await this.#rangeOf(id, rest, edition)
      const quote =
        range === null
          ? rest.anchor.quote.exact
          : (await this.#texts.text(id, edition)).slice(range.start, range.end)
      placed.push({ id: rest.id, marking, range, quote })
    }
    return placed.sort(byPlace)
  }

  async #rangeOf(
    id: string,
    { edition: home, anchor }: Pick<ParagraphMarking, 'edition' | 'anchor'>,
    edition: number
  ): Promise<TextRange | null> {
    if (home === edition) {
      return resolveAnchor(await this.#texts.searched(id, edition), anchor)?.range ?? null
    }
    const diff = await this.#texts.comparison(id, home, edition)
    const range = resolveAnchor(diff.searched.before, anchor)?.range ?? null
    return range === null ? null : carryRange(diff, range, anchor.quote).range
  }
}

function byPlace(a: PlacedMarking, b: PlacedMarking): number {
  const start = ({ range }: PlacedMarking): number => range?.start ?? Infinity
  if (start(a) === start(b)) return a.id < b.id ? -1 : 1
  return start(a) - start(b)
}
