import { openLibrary } from '../../src/main/store/open-library'
import { type Change, perform } from './changes/change'
import { after, type Model } from './changes/model'
import { type DiskState, readState } from './disk-state'
import { placeInMemory } from './place'
import { nodeFiles } from '../../src/main/store/files/node-files'
import { REAL } from './subject'

/** What a library holds, and the files in which it does. */
export interface MadeLibrary {
  readonly model: Model
  readonly state: DiskState
}

/** Make a library by these changes, so that it can be put into any number of places. */
export async function madeLibrary(changes: readonly Change[], subject = REAL): Promise<MadeLibrary> {
  const place = await placeInMemory()
  const library = subject.library(await openLibrary(place.options({ files: subject.files(nodeFiles) })))
  let model: Model = {}
  for (const change of changes) {
    await perform(library, change)
    model = after(model, change)
  }
  await library.close()
  const state = readState(place.root)
  await place.remove()
  return { model, state }
}
