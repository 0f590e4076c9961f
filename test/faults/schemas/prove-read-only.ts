import { problemOf } from '#core/problem/reader-error'
import type { FileSystem } from '../../../src/main/store/files/file-system'
import { nodeFiles } from '../../../src/main/store/files/node-files'
import type { OpenLibrary } from '../../../src/main/store/library/file-library'
import { seeded } from '../histories/seeded'
import { anyTarget, type CHANGING_CALLS, type Target } from './changing-calls'
import { changedBetween, stateOf } from './folder-state'
import { FIRST_DEVICE, type LibraryCopy } from './open-fixture'

/** What came of calls that would change a library which a newer program wrote. */
export interface ReadOnlyCounts {
  readonly isReadOnly: boolean
  /** Calls that were refused with `library-newer`. */
  readonly refused: number
  /** What the others did. */
  readonly notRefused: readonly string[]
  /** Files and folders that are not exactly as they were. */
  readonly changed: readonly string[]
}

interface Proof {
  readonly copy: LibraryCopy
  readonly calls: typeof CHANGING_CALLS
  readonly seed: number
  /** How the program reads; the disk itself unless a bug is planted. */
  readonly files?: FileSystem
}

const CALLS = 100

/** Open a library, read all of it, try a hundred random changes, and see whether a byte of it moved. */
export async function proveReadOnly({
  copy,
  calls,
  seed,
  files = nodeFiles
}: Proof): Promise<ReadOnlyCounts> {
  const before = await stateOf(copy.root)
  const chance = seeded(seed)
  const library = await copy.open(FIRST_DEVICE, files)
  const notRefused: string[] = []
  for (let count = 0; count < CALLS; count += 1) {
    const [name, call] = chance.pick(Object.entries(calls))
    const target = chance.pick(await targetsIn(library))
    const outcome = await call(library, target, chance).then(
      () => 'done',
      (error: unknown) => problemOf(error).code
    )
    if (outcome !== 'library-newer') notRefused.push(`${name}: ${outcome}`)
  }
  await library.check()
  await library.upkeep.lookForChanges(null)
  await library.close()
  return {
    isReadOnly: library.isReadOnly,
    refused: CALLS - notRefused.length,
    notRefused,
    changed: changedBetween(before, await stateOf(copy.root))
  }
}

/** Marks of the first briefing; where none can be read, one that would stand there. */
async function targetsIn(library: OpenLibrary): Promise<readonly Target[]> {
  const { briefing, mark } = anyTarget()
  const marks = await library.annotations(briefing).catch(() => [])
  return marks.length === 0 ? [{ briefing, mark }] : marks.map((each) => ({ briefing, mark: each }))
}
