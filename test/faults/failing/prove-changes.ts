import type { Change } from '../changes/change'
import { Findings } from '../findings'
import { placeInMemory } from '../place'
import { Seeded } from '../seeded'
import type { Subject } from '../subject'
import { attempt, openSession, proveWhole, type Trial } from './attempt'
import type { Fault } from './failing-disk'
import { isLarge, putLibrary } from './make-library'

/** Every kind of change. */
export const KINDS: readonly Change['kind'][] = [
  ...(['save', 'delete', 'restore', 'purge', 'rename'] as const),
  ...(['read', 'import', 'trash', 'take-out', 'forget'] as const)
]

interface Scope {
  readonly faults: readonly Fault[]
  readonly kinds: readonly Change['kind'][]
  readonly seed: number
}

/**
 * P3: fail every single file operation of every kind of change in every way. What was acknowledged
 * before stays, in this process and the next; the change is there wholly or not at all; that it failed
 * is said in words for a person; and once the disk is mended it goes through.
 */
export async function proveFailingChanges(
  subject: Subject,
  { faults, kinds, seed }: Scope
): Promise<Findings> {
  const findings = new Findings()
  // Side by side: the store waits a while before it gives up a refused rename, and that is no work.
  await Promise.all(
    faults.map(async (fault, index) => {
      for (const kind of kinds) {
        await failEveryOperation({ subject, fault, kind, findings, seeded: new Seeded(seed + index) })
      }
    })
  )
  return findings
}

async function failEveryOperation(trial: Trial): Promise<void> {
  const place = await placeInMemory()
  let model = await putLibrary(place)
  let session = await openSession(trial, place)
  for (let at = 1; session !== null; at += 1) {
    const outcome = await attempt(trial, session, { model, at })
    model = outcome.model
    session = outcome.isReached ? outcome.session : null
    if (outcome.session !== null && session === null) await proveWhole(outcome.session, trial)
    if (session === null || !isLarge(model)) continue
    await proveWhole(session, trial)
    model = await putLibrary(place)
    session = await openSession(trial, place)
  }
  await place.remove()
}
