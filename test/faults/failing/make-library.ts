import type { Change } from '../changes/change'
import { changeOfKind, type Choice } from '../changes/choose-change'
import { after, type Model } from '../changes/model'
import { buildState } from '../disk-state'
import { type MadeLibrary, madeLibrary } from '../made-library'
import type { Place } from '../place'

/** Two briefings; marks that are there, in the trash, and changed. */
const CHANGES: readonly Change[] = [
  { kind: 'import', briefing: 1 },
  { kind: 'save', briefing: 1, mark: 'first', note: 'earlier' },
  { kind: 'save', briefing: 1, mark: 'first', note: 'changed' },
  { kind: 'save', briefing: 1, mark: 'second', note: 'deleted' },
  { kind: 'delete', briefing: 1, mark: 'second' },
  { kind: 'rename', briefing: 1, title: 'A title of the person' },
  { kind: 'read', briefing: 1, offset: 3 },
  { kind: 'import', briefing: 2 },
  { kind: 'save', briefing: 2, mark: 'third', note: 'there' }
]

let made: Promise<MadeLibrary> | null = null

/** Put a small library into `place`; answers what it holds. */
export async function putLibrary(place: Place): Promise<Model> {
  const { model, state } = await (made ??= madeLibrary(CHANGES))
  buildState(place.root, state)
  return model
}

/** Whether a library has grown so that looking at it takes long. */
export function isLarge(model: Model): boolean {
  const marks = Object.values(model).map((briefing) => Object.keys(briefing.marks).length)
  return marks.length > 5 || marks.some((count) => count > 12)
}

/** The changes after which a change of this kind can be made, and that change. */
export function changesFor(kind: Change['kind'], choice: Choice): readonly Change[] {
  const possible = changeOfKind(kind, choice)
  if (possible !== null) return [possible]
  const before = changesFor(ENABLING[kind] ?? 'import', choice)
  const model = before.reduce(after, choice.model)
  return [...before, ...changesFor(kind, { ...choice, model })]
}

/** What must happen before there is something to make such a change to. */
const ENABLING: Readonly<Partial<Record<Change['kind'], Change['kind']>>> = {
  delete: 'save',
  restore: 'delete',
  purge: 'delete',
  'take-out': 'trash',
  forget: 'trash',
  trash: 'import'
}
