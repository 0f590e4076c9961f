import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { DiskState } from '../disk-state'
import type { Seeded } from '../seeded'
import {
  type DiskModel,
  type FileContent,
  type NameChange,
  ROOT,
  touches,
  withWhatComesBefore
} from './disk-model'

/** What becomes of data that no `fsync` has brought to the disk. */
const DATA_FATES = ['kept', 'dropped', 'zeroed', 'cut'] as const

/** What is chosen where the model leaves a choice. */
interface Fates {
  readonly data: () => (typeof DATA_FATES)[number]
  /** How many of a folder's uncertain changes of names reached the disk: 0 to `count`. */
  readonly reached: (count: number) => number
  /** A length from 0 to `limit`. */
  readonly length: (limit: number) => number
}

/**
 * The states that show most mistakes: all that is uncertain lost, names without their data, names of
 * zeros, data without its names, everything there.
 */
const EXTREMES: readonly Fates[] = [
  extreme('dropped', () => 0),
  extreme('dropped', (count) => count),
  extreme('zeroed', (count) => count),
  extreme('kept', () => 0),
  extreme('kept', (count) => count)
]

/** What a power cut leaves: files and folders, and when each was last changed, in nanoseconds. */
export interface CrashState {
  readonly state: DiskState
  readonly times: ReadonlyMap<string, bigint>
}

/** One state that a power cut may leave `disk` in: first the extremes, by their `number`, then any. */
export function crashState(disk: DiskModel, number: number, seeded: Seeded): CrashState {
  const fates = EXTREMES[number] ?? anyFates(seeded)
  const reached = reachedChanges(disk.pending, fates)
  const names = disk.namesWith(reached)
  const folderTimes = disk.timesWith(reached)
  const state = new Map<string, Uint8Array | null>()
  const times = new Map<string, bigint>()
  const walk = (folder: number, path: string): void => {
    for (const [name, inode] of names.get(folder) ?? []) {
      const content = disk.content(inode)
      state.set(join(path, name), content === null ? null : leftOf(content, fates))
      times.set(join(path, name), content?.modified ?? folderTimes.get(inode) ?? 0n)
      if (content === null) walk(inode, join(path, name))
    }
  }
  walk(ROOT, '')
  return { state, times }
}

/** Two states that are the same have the same. */
export function signatureOf(state: DiskState): string {
  const hash = createHash('sha256')
  for (const [path, content] of [...state].sort(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(`${path}\0${content === null ? 'folder' : content.length}\0`)
    if (content !== null) hash.update(content)
  }
  return hash.digest('hex')
}

function reachedChanges(pending: readonly NameChange[], fates: Fates): readonly NameChange[] {
  const folders = new Set(pending.flatMap((change) => change.map(({ folder }) => folder)))
  const reached = new Set<NameChange>()
  for (const folder of folders) {
    const changes = pending.filter((change) => touches(change, folder))
    for (const change of changes.slice(0, fates.reached(changes.length))) reached.add(change)
  }
  return withWhatComesBefore(pending, (change) => reached.has(change))
}

function leftOf({ written, synced }: FileContent, fates: Fates): Uint8Array {
  if (written === synced) return written
  switch (fates.data()) {
    case 'kept':
      return written
    case 'dropped':
      return synced
    case 'zeroed':
      return Buffer.concat([synced, new Uint8Array(written.length - synced.length)])
    case 'cut':
      return written.subarray(0, synced.length + fates.length(written.length - synced.length))
  }
}

function extreme(data: (typeof DATA_FATES)[number], reached: (count: number) => number): Fates {
  return { data: () => data, reached, length: (limit) => limit }
}

function anyFates(seeded: Seeded): Fates {
  return {
    data: () => seeded.pick(DATA_FATES),
    reached: (count) => seeded.below(count + 1),
    length: (limit) => seeded.below(limit + 1)
  }
}
