import type { Seeded } from '../seeded'
import type { Change } from './change'
import type { BriefingModel, Model } from './model'

/** Kinds of changes, each as often as it stands here. */
const KINDS: readonly Change['kind'][] = [
  ...(['save', 'save', 'save', 'save', 'save', 'save', 'delete', 'delete', 'restore', 'restore'] as const),
  ...(['import', 'rename', 'read', 'read', 'trash', 'take-out', 'purge', 'forget'] as const)
]

/** A change that can be made to what `model` holds. `word` is in it, so that no two are alike. */
export function chooseChange(seeded: Seeded, model: Model, word: string): Change {
  for (;;) {
    const change = changeOfKind(seeded.pick(KINDS), { seeded, model, word })
    if (change !== null) return change
  }
}

/** What a change is chosen from. */
export interface Choice {
  readonly seeded: Seeded
  readonly model: Model
  readonly word: string
}

/** A change of one kind, or `null` when there is nothing to make it to. */
export function changeOfKind(kind: Change['kind'], { seeded, model, word }: Choice): Change | null {
  if (kind === 'import') return { kind, briefing: firstFree(model) }
  const isWanted = kind === 'take-out' || kind === 'forget'
  const candidates = Object.entries(model).filter(
    ([, briefing]) =>
      briefing.trashed === isWanted && (!isOfMark(kind) || marksFor(kind, briefing).length > 0)
  )
  if (candidates.length === 0) return null
  const [number, briefing] = seeded.pick(candidates)
  const target = { briefing: Number(number) }
  if (isOfMark(kind)) return { kind, ...target, mark: seeded.pick(marksFor(kind, briefing)) }
  if (kind === 'rename') return { kind, ...target, title: `Title ${word}` }
  if (kind === 'read') return { kind, ...target, offset: seeded.below(20) }
  if (kind !== 'save') return { kind, ...target }
  const known = marksFor('delete', briefing)
  const mark = known.length > 0 && seeded.chance(0.3) ? seeded.pick(known) : `mark-${word}`
  return { kind, ...target, mark, note: `note ${word}` }
}

type OfMark = 'delete' | 'restore' | 'purge'

function isOfMark(kind: Change['kind']): kind is OfMark {
  return kind === 'delete' || kind === 'restore' || kind === 'purge'
}

function marksFor(kind: OfMark, { marks }: BriefingModel): readonly string[] {
  return Object.keys(marks).filter((id) => marks[id]?.deleted === (kind !== 'delete'))
}

function firstFree(model: Model): number {
  let number = 1
  while (model[number] !== undefined) number += 1
  return number
}
