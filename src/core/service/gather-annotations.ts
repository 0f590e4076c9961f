import { placeAsStored } from '../annotation/place-annotation'
import { byPlace, type PlacedAnnotation } from '../annotation/placed-annotation'
import type { ReaderApi } from '../contract/api'
import type { Placing } from './placing'
import type { ReaderHost } from './ports'

/**
 * The marks of many briefings, some briefings at a time so that nobody waits for all of them. A text
 * is read only where marks were made on an earlier edition: on its own edition, which never changes,
 * a mark stands where it was stored.
 */
export function gatherCalls(
  { library }: ReaderHost,
  { placing }: { readonly placing: Placing }
): Pick<ReaderApi, 'gatherAnnotations'> {
  async function marksOf(id: string, newest: number): Promise<readonly PlacedAnnotation[]> {
    const annotations = await library.annotations(id)
    if (annotations.some(({ edition }) => edition !== newest)) return placing.all(id, newest)
    return annotations.map(placeAsStored).sort(byPlace)
  }

  return {
    async gatherAnnotations({ briefings }) {
      const editions = new Map((await library.list()).map(({ id, edition }) => [id, edition]))
      const all: PlacedAnnotation[] = []
      for (const id of briefings) {
        const newest = editions.get(id)
        if (newest !== undefined) all.push(...(await marksOf(id, newest)))
      }
      return all
    }
  }
}
