import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileSystem } from '../../../src/main/store/files/file-system'
import { quickFiles } from './quick-files'
import { type Finding, type Findings, NO_FINDINGS, withFinding } from './findings'
import { History } from './history'
import { memoryFolder } from '../memory-folder'
import { Seeded } from '../seeded'

/** What came of many histories. */
export interface HistoryCounts extends Findings {
  readonly histories: number
  /** Changes of which a device was told that they are saved. */
  readonly changes: number
}

interface Proof {
  readonly histories: number
  readonly seed: number
  /** How files are read and written; the disk itself unless bugs are planted. */
  readonly files?: FileSystem
  /** Enough has been seen. */
  readonly isEnough?: (counts: HistoryCounts) => boolean
}

/** About twenty changes and the carrying between them. */
const STEPS = 40
/** Every so many histories all is opened anew in the end, which takes as long as the rest. */
const THOROUGH = 4

/** Let three devices change one library, each on its own copy, as often as asked. */
export async function proveHistories(proof: Proof): Promise<HistoryCounts> {
  const { histories, seed, files = quickFiles, isEnough = () => false } = proof
  const folder = await memoryFolder('histories')
  let counts: HistoryCounts = { ...NO_FINDINGS, histories: 0, changes: 0 }
  try {
    for (let number = 0; number < histories && !isEnough(counts); number += 1) {
      const place = join(folder, String(number))
      counts = withHistory(counts, await runHistory(place, files, seed + number), seed + number)
      await rm(place, { recursive: true, force: true })
    }
    return counts
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function runHistory(folder: string, files: FileSystem, seed: number): Promise<History> {
  const history = new History(folder, files, new Seeded(seed))
  try {
    await history.start()
    for (let step = 0; step < STEPS; step += 1) await history.step()
    await history.end()
    if (seed % THOROUGH === 0) await history.endAnew()
    return history
  } finally {
    await history.close()
  }
}

function withHistory(counts: HistoryCounts, { findings, changes }: History, seed: number): HistoryCounts {
  const sum = { ...counts, histories: counts.histories + 1, changes: counts.changes + changes }
  const found = KINDS.flatMap((kind) =>
    findings[kind].map((what) => ({ kind, what: `seed ${seed}: ${what}` }))
  )
  return found.reduce((before, { kind, what }) => ({ ...before, ...withFinding(before, kind, what) }), sum)
}

const KINDS: readonly Finding[] = [
  ...(['lost', 'cameBack', 'diverged', 'misListed', 'failed', 'foreign', 'faults'] as const)
]
