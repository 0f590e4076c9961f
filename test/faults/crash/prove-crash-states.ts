import { Findings } from '../findings'
import { placeAt, placeInMemory } from '../place'
import { proveWritable, reopen } from '../reopen'
import { Seeded } from '../seeded'
import type { Subject } from '../subject'
import { buildState } from '../disk-state'
import { type CrashState, crashState, signatureOf } from './crash-state'
import { DiskModel } from './disk-model'
import { withTimes } from './with-times'
import { recordScript, type ScriptRecord } from './record-script'

interface Scope {
  /** How many different states of the disk. */
  readonly states: number
  readonly seed: number
  /** Whether the first broken promise is enough. */
  readonly untilRed?: boolean
}

/** Rounds without a state that was not seen before after which there are no more. */
const PATIENCE = 20

/**
 * P2: cut the power after every single operation of a script of changes, let the disk be in any state
 * that the cut may leave, and open the library in it. What was acknowledged before the cut is there,
 * everything can be read, `check` finds nothing, and the next change goes through.
 */
export async function proveCrashStates(
  subject: Subject,
  { states, seed, untilRed }: Scope
): Promise<Findings> {
  const base = await placeInMemory()
  const findings = new Findings()
  try {
    const place = placeAt(`${base.root}/disk`)
    const record = await recordScript(subject, place)
    for (const cut of differentCuts(record, place.root, { states, seed })) {
      findings.try()
      buildState(place.root, cut.state)
      const reopening = {
        ...{
          options: place.options({ files: withTimes(place.root, cut.times) }),
          findings,
          told: `after operation ${cut.at}, state ${cut.number}`
        },
        allowed: record.models.slice(cut.acknowledged, cut.begun + 1)
      }
      if ((await reopen(reopening)) !== null) await proveWritable(reopening)
      if (untilRed === true && findings.isRed) break
    }
  } finally {
    await base.remove()
  }
  return findings
}

/** One state of the disk after the power was cut. */
interface Cut extends CrashState {
  /** After how many entries of the record. */
  readonly at: number
  readonly number: number
  /** How many changes were begun, and how many of these acknowledged. */
  readonly begun: number
  readonly acknowledged: number
}

/** Round by round another state after each operation, as long as there are new ones and more are wanted. */
function* differentCuts(
  { entries }: ScriptRecord,
  root: string,
  { states, seed }: Pick<Scope, 'states' | 'seed'>
): Generator<Cut> {
  const seeded = new Seeded(seed)
  const seen = new Set<string>()
  let idle = 0
  for (let number = 0; idle < PATIENCE; number += 1) {
    const before = seen.size
    const disk = new DiskModel(root)
    const told = { begun: 0, acknowledged: 0 }
    for (const [at, entry] of entries.entries()) {
      if ('step' in entry) told[entry.name] = entry.step + 1
      else disk.apply(entry)
      const left = crashState(disk, number, seeded)
      const signature = `${told.begun} ${told.acknowledged} ${signatureOf(left.state)}`
      if (seen.has(signature)) continue
      seen.add(signature)
      yield { at: at + 1, number, ...left, ...told }
    }
    // Every operation gets its turn before the count is looked at: none is left out.
    if (seen.size >= states) return
    idle = seen.size === before ? idle + 1 : 0
  }
}
