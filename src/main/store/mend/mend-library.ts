import { join } from 'node:path'
import { LIBRARY } from '#core/store/library-content'
import { documentName } from '#core/store/file-name'
import { BRIEFING_ID } from '../catalogue/catalogue'
import { reading } from '../files/failures'
import type { LibraryContext } from '../library/context'
import { briefingsFolder } from '../library/places'
import { mendBriefing } from './mend-briefing'
import { mendDocument } from './mend-document'

/**
 * Where else a file of the library may be whole: `path` is under the library's folder, with `/`
 * between names; `sha256` is what its content must have, `null` when that is not known.
 */
export type LookUp = (path: string, sha256: string | null) => Promise<Uint8Array | null>

/** What was mended, one sentence each, and the briefings that it was mended in. */
export interface Mending {
  readonly sentences: readonly string[]
  readonly briefings: readonly string[]
}

/**
 * Mend what is damaged from what is whole elsewhere. A damaged file is set aside first, never
 * overwritten; what is whole nowhere stays as it is.
 */
export async function mendLibrary(context: LibraryContext, lookUp: LookUp): Promise<Mending> {
  const { root, device, around } = context
  const name = documentName({ kind: 'library', device, part: 1 })
  const sentences = [
    ...(await mendDocument({ path: join(root, name), name, type: LIBRARY, context, lookUp }))
  ]
  const briefings: string[] = []
  const folder = briefingsFolder(root)
  for (const id of await reading(folder, () => around.files.names(folder))) {
    if (!BRIEFING_ID.test(id)) continue
    const mended = await mendBriefing(id, context, lookUp)
    if (mended.length > 0) briefings.push(id)
    sentences.push(...mended)
  }
  return { sentences, briefings }
}
