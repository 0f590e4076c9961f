import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { idOf, importedFile } from '../../../src/main/store/fixtures/briefings'
import { type Child, startChild } from '../../../src/main/store/fixtures/child'
import { type TestFolders, testFolders } from '../../../src/main/store/fixtures/folders'
import { inParallel } from '../../../src/main/store/catalogue/in-parallel'
import { Seeded } from '../seeded'
import { overlapsAmong, writingTimes } from './writing-times'
import { NO_RACES, type RaceCounts, sumOf } from './race-counts'
import type { SubjectName } from './subjects'

interface Races {
  /** The bundled `race-child.ts`. */
  readonly script: string
  readonly subject: SubjectName
  readonly races: number
  readonly seed: number
  /** Enough has been seen. */
  readonly isEnough?: (counts: RaceCounts) => boolean
}

/** Two, so that the races are not all run on a machine that has nothing else to do. */
const RACES_AT_ONCE = 2

/**
 * Race two to four processes of one device for one library, as often as asked. In every other race
 * they are the first that the device ever started; in every third the writer is killed with SIGKILL.
 */
export async function proveRaces(proof: Races): Promise<RaceCounts> {
  const { script, subject, races, seed, isEnough = () => false } = proof
  let counts: RaceCounts = NO_RACES
  const numbers = Array.from({ length: races }, (_, race) => race)
  await inParallel(numbers, RACES_AT_ONCE, async (race) => {
    if (isEnough(counts)) return
    const folders = await testFolders()
    const chance = new Seeded(seed + race)
    const outcome = runRace({
      script,
      subject,
      folders,
      chance,
      isFirst: race % 2 === 0,
      isKilled: race % 3 === 2
    })
    const found = await outcome.finally(() => folders.remove())
    counts = sumOf(counts, found)
  })
  return counts
}

interface Race {
  readonly script: string
  readonly subject: SubjectName
  readonly folders: TestFolders
  readonly chance: Seeded
  readonly isFirst: boolean
  readonly isKilled: boolean
}

const MARKS_OF_EACH = 4
const file = importedFile('A deep-rooted friendship between the two nations.')

async function runRace({ script, subject, folders, chance, ...race }: Race): Promise<RaceCounts> {
  const one = join(folders.root, 'one')
  if (!race.isFirst) await (await folders.open()).close()
  const racers = Array.from({ length: 2 + chance.below(3) }, (_, racer) =>
    startChild(script, [subject, folders.library, one, `racer${racer}`, String(MARKS_OF_EACH)])
  )
  try {
    await Promise.all(racers.map((racer) => racer.line('ready')))
    for (const racer of racers) racer.process.stdin?.write('go\n')
    const killed = race.isKilled ? await killWriter(racers, chance) : null
    const others = racers.filter((racer) => racer !== killed)
    await Promise.all(others.map((racer) => racer.line('done').catch(() => undefined)))
    return await outcome(folders, racers, killed)
  } finally {
    for (const racer of racers) await racer.kill()
  }
}

/** Whichever writes first, after one of the first marks or a little later; `null` when it was quicker. */
async function killWriter(racers: readonly Child[], chance: Seeded): Promise<Child | null> {
  const word = chance.pick(['begins', 'saved', 'saved', 'handed'])
  const beginnings = racers.map((racer) => racer.line('begins').then(() => racer))
  const writer = await Promise.any(beginnings).catch(() => null)
  const waits = chance.below(20)
  await Promise.any(racers.map((racer) => racer.line(word))).catch(() => undefined)
  await setTimeout(waits)
  if (writer === null || writer.lines.some((line) => line.startsWith('done'))) return null
  await writer.kill()
  return writer
}

async function outcome(
  folders: TestFolders,
  racers: readonly Child[],
  killed: Child | null
): Promise<RaceCounts> {
  const lines = racers.flatMap((racer) => racer.lines.map((line) => line.split(' ')))
  const acknowledged = lines.flatMap(([what, id = '']) => (what === 'saved' || what === 'handed' ? [id] : []))
  const library = await folders.open()
  const marks = await library.annotations(idOf(file)).catch(() => [])
  const found = new Map(marks.map(({ id, note }) => [id, note]))
  const unfinished = racers.filter((racer) => racer !== killed && !isComplete(racer))
  const counts = {
    races: 1,
    kills: killed === null ? 0 : 1,
    handedOver: lines.filter(([what]) => what === 'handed').length,
    acknowledged: acknowledged.length,
    lost: acknowledged.filter((id) => found.get(id) !== `note ${id}`).length,
    overlaps: overlapsAmong(racers.flatMap((racer) => writingTimes(racer.lines))),
    failures: unfinished.map((racer) => racer.lines.slice(-2).join(', ')),
    faults: (await library.check()).map(({ message }) => message)
  }
  await library.close()
  return counts
}

function isComplete({ lines }: Child): boolean {
  const saved = lines.filter((line) => line.startsWith('saved') || line.startsWith('handed'))
  return saved.length === MARKS_OF_EACH && !lines.some((line) => line.startsWith('failed'))
}
