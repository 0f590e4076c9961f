import { mkdir } from 'node:fs/promises'
import { nodeFiles } from '../../../src/main/store/files/node-files'
import type { OpenLibrary } from '../../../src/main/store/library/file-library'
import { openLibrary } from '../../../src/main/store/open-library'
import { type Change, perform } from '../changes/change'
import { changeOfKind } from '../changes/choose-change'
import { after, type Model } from '../changes/model'
import type { Place } from '../place'
import { Seeded } from '../seeded'
import type { Subject } from '../subject'
import { type Entry, recordingFiles } from './record'

/** What was done to a disk while a library was made and changed, and what it held after each step. */
export interface ScriptRecord {
  readonly entries: readonly Entry[]
  /** The first is what was there before the first step. */
  readonly models: readonly Model[]
}

/** Every kind of change, some of them twice and on what another one left. */
const KINDS: readonly (Change['kind'] | 'open')[] = [
  ...(['open', 'import', 'save', 'save', 'save', 'rename', 'read', 'delete', 'restore'] as const),
  ...(['import', 'save', 'save', 'delete', 'open', 'delete', 'purge', 'rename', 'read', 'save'] as const),
  ...(['trash', 'take-out', 'trash', 'save', 'forget', 'import', 'save', 'read', 'open'] as const)
]

/** Run every kind of change once or more and write down what reaches the disk. */
export async function recordScript(subject: Subject, place: Place): Promise<ScriptRecord> {
  await mkdir(place.root, { recursive: true })
  const recording = recordingFiles(nodeFiles)
  const options = place.options({ files: subject.files(recording.files) })
  const models: Model[] = [{}]
  let library: OpenLibrary | null = null
  for (const [step, change] of scriptOfChanges().entries()) {
    recording.note({ name: 'begun', step })
    const before = models.at(-1) ?? {}
    if (change === 'open' || library === null) {
      await library?.close()
      library = subject.library(await openLibrary(options))
      models.push(before)
    } else {
      await perform(library, change)
      models.push(after(before, change as Change))
    }
    recording.note({ name: 'acknowledged', step })
  }
  await library?.close()
  await recording.close()
  return { entries: recording.entries, models }
}

function scriptOfChanges(): readonly (Change | 'open')[] {
  const seeded = new Seeded(KINDS.length)
  let model: Model = {}
  return KINDS.map((kind, index) => {
    if (kind === 'open') return kind
    const change = changeOfKind(kind, { seeded, model, word: String(index) })
    if (change === null) throw new Error(`nothing to ${kind}`)
    model = after(model, change)
    return change
  })
}
