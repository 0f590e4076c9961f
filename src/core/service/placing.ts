import type { Annotation } from '../annotation/annotation'
import { placeAtHome } from '../annotation/place-annotation'
import { byPlace, type PlacedAnnotation } from '../annotation/placed-annotation'
import { basisOf, carryAnnotation } from '../carry-over/carry-annotation'
import type { BriefingTexts } from './briefing-texts'
import type { ReaderHost } from './ports'

/** Marks that are placed before others may go on: some ten milliseconds. */
const AT_ONCE = 500

/** Finds marks in the editions of their briefings. Where they are carried to is never stored: only what a person says of it is. */
export class Placing {
  readonly #host: Pick<ReaderHost, 'library' | 'pause'>
  readonly #texts: BriefingTexts

  constructor(host: Pick<ReaderHost, 'library' | 'pause'>, texts: BriefingTexts) {
    this.#host = host
    this.#texts = texts
  }

  /** One mark in an edition that is not older than its own. */
  async place(annotation: Annotation, edition: number): Promise<PlacedAnnotation> {
    const { briefing } = annotation
    const basis = basisOf(annotation, edition)
    if (basis === null || edition === annotation.edition) {
      return placeAtHome(annotation, await this.#texts.searched(briefing, edition), edition)
    }
    const diff = await this.#texts.comparison(briefing, basis.edition, edition)
    return carryAnnotation(annotation, basis, { edition, diff })
  }

  /** The live marks of a briefing in an edition, in the order of its text; those made on later ones are not on it. */
  async all(id: string, edition: number): Promise<readonly PlacedAnnotation[]> {
    const annotations = (await this.#host.library.annotations(id)).filter((mark) => mark.edition <= edition)
    const carried = annotations.filter((mark) => mark.edition < edition)
    const placed = await this.#atHome(id, edition, annotations)
    for (const mark of carried) placed.push(await this.place(mark, edition))
    return placed.sort(byPlace)
  }

  /** Those that were made here, which are nearly all: ten thousand need one text. */
  async #atHome(id: string, edition: number, all: readonly Annotation[]): Promise<PlacedAnnotation[]> {
    const own = all.filter((mark) => mark.edition === edition)
    if (own.length === 0) return []
    const searched = await this.#texts.searched(id, edition)
    const placed: PlacedAnnotation[] = []
    for (let from = 0; from < own.length; from += AT_ONCE) {
      await this.#host.pause()
      for (const mark of own.slice(from, from + AT_ONCE)) placed.push(placeAtHome(mark, searched))
    }
    return placed
  }

  /** What became of the marks on the edition before `edition`. */
  async outcomes(id: string, edition: number): Promise<Readonly<Record<PlacedAnnotation['status'], number>>> {
    const counts = { exact: 0, moved: 0, changed: 0, orphan: 0 }
    for (const annotation of await this.all(id, edition)) {
      if (annotation.edition < edition) counts[annotation.status] += 1
    }
    return counts
  }
}
