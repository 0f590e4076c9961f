import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { startChild } from '../../../src/main/store/fixtures/child'
import { type TestFolders, testFolders } from '../../../src/main/store/fixtures/folders'
import type { OpenLibrary } from '../../../src/main/store/library/file-library'
import { type Chance, seeded } from '../seeded'
import { changeOf, type KillSubject } from './change-line'
import { Expected } from './expected'

/** What came of a number of kills. */
export interface KillCounts {
  kills: number
  acknowledged: number
  /** Acknowledged changes that were not there afterwards. */
  lost: number
  /** Libraries or briefings that could not be read, by us or by the child, which then ended by itself. */
  unreadable: number
  /** What `check()` found wrong. */
  faults: number
  /** Temporary files, and folders of briefings that are not in the list. */
  leftBehind: number
}

/** What to kill, how often, and by which draws. */
export interface Killing {
  readonly script: string
  readonly subject: KillSubject
  readonly kills: number
  readonly seed: number
  /** Whether to go on after the first thing found wrong. */
  readonly toTheEnd: boolean
}

/** So that new libraries are made, and a briefing gets more marks than one part holds. */
const KILLS_PER_LIBRARY = 50
/** One for each core of a small machine. */
const CHAINS = 2
/** Of the kills, those that fall into the opening of the library. */
const IN_OPENING = 0.2
const OPENING_MS = 12
const CHANGING_MS = 50

/** Kill a child with SIGKILL while it changes a library, again and again, and look after each kill. */
export async function proveKills(killing: Killing): Promise<KillCounts> {
  const counts = { kills: 0, acknowledged: 0, lost: 0, unreadable: 0, faults: 0, leftBehind: 0 }
  let begun = 0
  const chain = async (): Promise<void> => {
    while (begun < killing.kills && (killing.toTheEnd || isClean(counts))) {
      const first = begun
      begun += KILLS_PER_LIBRARY
      await killInOneLibrary({ ...killing, seed: killing.seed + first }, counts)
    }
  }
  await Promise.all(Array.from({ length: CHAINS }, chain))
  return counts
}

/** Whether nothing was found wrong. */
export function isClean({ lost, unreadable, faults, leftBehind }: KillCounts): boolean {
  return lost + unreadable + faults + leftBehind === 0
}

async function killInOneLibrary(killing: Killing, counts: KillCounts): Promise<void> {
  const folders = await testFolders()
  const expected = new Expected()
  const draws = seeded(killing.seed)
  try {
    for (let kill = 0; kill < KILLS_PER_LIBRARY; kill += 1) {
      const seed = String(killing.seed + kill)
      const child = startChild(killing.script, [
        ...[killing.subject, folders.library, join(folders.root, 'one'), seed]
      ])
      if (!(await killAtSomeMoment(child, draws))) counts.unreadable += 1
      for (const line of child.lines) {
        const change = changeOf(line)
        if (change !== null) expected.take(change)
      }
      counts.kills += 1
      await look(folders, expected, counts)
      if (counts.unreadable > 0 || !(killing.toTheEnd || isClean(counts))) break
    }
    counts.acknowledged += expected.acknowledged
  } finally {
    await folders.remove()
  }
}

/** Answers whether the child was there to be killed: one that cannot open its library ends by itself. */
async function killAtSomeMoment(child: ReturnType<typeof startChild>, draws: Chance): Promise<boolean> {
  const closed = once(child.process, 'close')
  const inOpening = draws.fraction() < IN_OPENING
  const ended = await child.line(inOpening ? 'opening' : '{"stage":"acknowledged"').then(
    () => false,
    () => true
  )
  if (!ended) await setTimeout(draws.fraction() * (inOpening ? OPENING_MS : CHANGING_MS))
  child.process.kill('SIGKILL')
  await closed
  return child.process.exitCode === null
}

async function look(folders: TestFolders, expected: Expected, counts: KillCounts): Promise<void> {
  let library: OpenLibrary
  try {
    library = await folders.open()
    counts.lost += (await expected.lostIn(library)).length
  } catch {
    counts.unreadable += 1
    return
  }
  counts.faults += (await library.check()).length
  counts.leftBehind += await leftBehind(folders, library)
  await library.close()
}

async function leftBehind(folders: TestFolders, library: OpenLibrary): Promise<number> {
  const known = new Set((await library.list()).map(({ id }) => id))
  const briefings = join(folders.library, 'briefings')
  const strangers = (await readdir(briefings)).filter((name) => !known.has(name))
  const names = await readdir(folders.library, { recursive: true })
  return strangers.length + names.filter((name) => name.endsWith('.tmp')).length
}
