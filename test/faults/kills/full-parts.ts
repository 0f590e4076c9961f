import { openLibrary } from '../../../src/main/store/open-library'
import { type Change, perform } from '../changes/change'
import { after, type Model } from '../changes/model'
import { buildState, type DiskState, readState } from '../disk-state'
import { type Place, placeInMemory } from '../place'

/** So many marks fill one part of a briefing's marks. */
const MARKS_PER_PART = 200

/** A library and what it holds. */
interface MadeLibrary {
  readonly model: Model
  readonly state: DiskState
}

let made: Promise<MadeLibrary> | null = null

/** Put a library into `place` whose marks fill one part, so that the next mark begins another. */
export async function putFullParts(place: Place): Promise<Model> {
  const { model, state } = await (made ??= makeFullParts())
  buildState(place.root, state)
  return model
}

async function makeFullParts(): Promise<MadeLibrary> {
  const place = await placeInMemory()
  const library = await openLibrary(place.options())
  let model: Model = {}
  const make = async (change: Change): Promise<void> => {
    await perform(library, change)
    model = after(model, change)
  }
  await make({ kind: 'import', briefing: 1 })
  for (let count = 0; count < MARKS_PER_PART; count += 1) {
    await make({ kind: 'save', briefing: 1, mark: `full-${count}`, note: `note ${count}` })
  }
  await library.close()
  const state = readState(place.root)
  await place.remove()
  return { model, state }
}
