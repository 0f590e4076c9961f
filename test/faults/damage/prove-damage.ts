import { nodeFiles } from '../../../src/main/store/files/node-files'
import { openLibrary } from '../../../src/main/store/open-library'
import { isSame, lookAt, lookAtParts } from '../changes/look-at'
import { shownOf } from '../changes/model'
import { buildState, type DiskState, readState } from '../disk-state'
import { Findings } from '../findings'
import { madeLibrary } from '../made-library'
import { type Place, placeInMemory } from '../place'
import { Seeded } from '../seeded'
import type { Subject } from '../subject'
import { type LibraryFile, filesIn } from './files'
import { openDirectly } from './open-directly'
import { RICH_LIBRARY } from './rich-library'
import { tryBothCopies, tryFile } from './try-opening'
import { tryReading } from './try-reading'

/** A library to damage again and again. */
export interface DamageTrial {
  readonly subject: Subject
  readonly place: Place
  readonly pristine: DiskState
  readonly files: readonly LibraryFile[]
  /** What the undamaged library shows, part by part. */
  readonly parts: ReadonlyMap<string, string>
  /** What each undamaged file gives when it is read by itself. */
  readonly wholes: Map<string, string>
  readonly findings: Findings
  readonly seeded: Seeded
}

interface Scope {
  readonly damages: number
  readonly seed: number
}

/** Of so many damages one is looked at by opening the whole library; the rest by the code that reads the file. */
const OPENED = 20
/** Of so many damages one strikes both copies of a document. */
const BOTH = 40

/**
 * P4: damage any file of a library in any way. What was saved is read all the same from the other copy,
 * the damage is told, and the damaged bytes are kept; where both copies are damaged, or there is only
 * one, that is told, and everything else is shown as it was.
 */
export async function proveDamage(subject: Subject, { damages, seed }: Scope): Promise<Findings> {
  const trial = await prepare(subject, seed)
  const { findings, place } = trial
  const reader = await openDirectly(trial)
  for (let count = 0; count < damages; count += 1) {
    findings.try()
    if (count % BOTH === 0) await tryBothCopies(trial)
    else if (count % OPENED === OPENED / 4) await tryFile(trial)
    else await tryReading(trial, reader)
  }
  await place.remove()
  return findings
}

async function prepare(subject: Subject, seed: number): Promise<DamageTrial> {
  const { model, state } = await madeLibrary(RICH_LIBRARY, subject)
  const place = await placeInMemory()
  buildState(place.root, state)
  const library = await openLibrary(place.options({ files: subject.files(nodeFiles) }))
  if (!isSame(await lookAt(library), shownOf(model))) throw new Error('the library is not what it should be')
  const parts = await lookAtParts(library)
  await library.close()
  const pristine = readState(place.root)
  const files = filesIn(pristine)
  return {
    ...{ subject, place, pristine, files, parts, wholes: new Map() },
    findings: new Findings(),
    seeded: new Seeded(seed)
  }
}
