import { join, relative } from 'node:path'
import type { LibraryFault } from '#core/contract/api'
import { documentName, documentsAmong } from '#core/store/file-name'
import { LIBRARY } from '#core/store/library-content'
import { BRIEFING_ID } from '../catalogue/catalogue'
import { reading } from '../files/failures'
import type { LibraryContext } from '../library/context'
import type { Mended } from '../library/notices'
import { briefingsFolder } from '../library/places'
import { checkBriefing } from './check-briefing'
import { checkCopies } from './check-copies'

/**
 * Read every file of the library: both copies of every document, every original, tree and picture,
 * and the place of every live mark. Nothing is mended, so that what is wrong is seen and told;
 * `mended` is what was mended since the library was opened, before anybody could look.
 */
export async function checkLibrary(
  context: LibraryContext,
  mended: readonly Mended[]
): Promise<readonly LibraryFault[]> {
  const { root, around } = context
  const faults: LibraryFault[] = mended.map(({ path, sentence }) => ({
    code: 'mended',
    id: briefingOf(root, path),
    message: sentence
  }))
  for (const name of documentsAmong(await namesIn(context, root), 'library')) {
    faults.push(...(await checkCopies(join(root, documentName(name)), LIBRARY, around)).faults)
  }
  for (const id of await namesIn(context, briefingsFolder(root))) {
    if (BRIEFING_ID.test(id)) faults.push(...(await checkBriefing(id, context)))
  }
  return faults
}

function namesIn({ around }: LibraryContext, folder: string): Promise<readonly string[]> {
  return reading(folder, () => around.files.names(folder))
}

/** The briefing in whose folder a file lies. */
function briefingOf(root: string, path: string): string | null {
  const [id] = relative(briefingsFolder(root), path).split(/[\\/]/u)
  return id !== undefined && BRIEFING_ID.test(id) ? id : null
}
