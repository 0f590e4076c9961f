import type { Change } from '../changes/change'
import type { Model } from '../changes/model'
import { buildState } from '../disk-state'
import { type MadeLibrary, madeLibrary } from '../made-library'
import type { Place } from '../place'

/** So many marks fill one part of a briefing's marks. */
const MARKS_PER_PART = 200

const CHANGES: readonly Change[] = [
  { kind: 'import', briefing: 1 },
  ...Array.from({ length: MARKS_PER_PART }, (_, count) => ({
    ...({ kind: 'save', briefing: 1 } as const),
    ...{ mark: `full-${count}`, note: `note ${count}` }
  }))
]

let made: Promise<MadeLibrary> | null = null

/** Put a library into `place` whose marks fill one part, so that the next mark begins another. */
export async function putFullParts(place: Place): Promise<Model> {
  const { model, state } = await (made ??= madeLibrary(CHANGES))
  buildState(place.root, state)
  return model
}
