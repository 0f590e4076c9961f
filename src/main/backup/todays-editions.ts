import type { Annotation } from '#core/annotation/annotation'
import type { ParagraphMarking } from '#core/marking/paragraph-marking'
import type { OpenLibrary } from '../store/library/file-library'

/** What was said of an edition then, as it is said of it today; `null` where the edition is not here. */
export interface TodaysEditions {
  mark(annotation: Annotation): Annotation | null
  marking(marking: ParagraphMarking): ParagraphMarking | null
}

/**
 * Editions are told by their SHA-256: the number of one is another when one before it was taken back, or
 * came from another device.
 */
export async function todaysEditions(
  now: OpenLibrary,
  then: OpenLibrary,
  id: string
): Promise<TodaysEditions> {
  const here = new Map((await now.editions(id)).map(({ sha256, number }) => [sha256, number]))
  const numbers = new Map((await then.editions(id)).map(({ sha256, number }) => [number, here.get(sha256)]))
  const renumbered = <Said extends { readonly edition: number }>(said: Said): Said | null => {
    const edition = numbers.get(said.edition)
    return edition === undefined ? null : { ...said, edition }
  }
  return {
    marking: renumbered,
    mark(annotation) {
      const placements = annotation.placements.flatMap((placement) => renumbered(placement) ?? [])
      return renumbered({ ...annotation, placements })
    }
  }
}
