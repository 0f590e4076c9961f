import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { documentName, documentsAmong } from '#core/store/file-name'
import { type MarkRecord, MARKS } from '#core/store/marks'
import { readCopy } from '../../../src/main/store/documents/read-copy'
import { nodeFiles } from '../../../src/main/store/files/node-files'
import { idOf, importedFile, markOn } from '../../../src/main/store/fixtures/briefings'
import { type TestFolders, testFolders } from '../../../src/main/store/fixtures/folders'
import type { OpenLibrary } from '../../../src/main/store/library/file-library'
import { Seeded } from '../seeded'
import { RIGHT_CLOCK, type WrongClock } from './wrong-clocks'

/** What came of changes under a wrong clock. */
export interface ClockCounts {
  tried: number
  /** Marks that are not as the last change left them, by the merge that is tried. */
  overtaken: number
  /** The same, as the reopened library shows them. */
  lost: number
  /** What `check()` found wrong. */
  faults: number
}

/** How the versions of one record become what is shown: the first is. */
export type Merge = (versions: readonly MarkRecord[]) => readonly MarkRecord[]

const CHANGES = 60
const MARK_IDS = ['first', 'second', 'third', 'fourth']
const file = importedFile('A deep-rooted friendship between the two nations.')
const briefing = idOf(file)

/** Change marks on two devices by turns, one of which has a wrong clock; each sees what the other did. */
export async function proveClock(clock: WrongClock, merge: Merge, seed: number): Promise<ClockCounts> {
  const folders = await testFolders()
  try {
    const last = await changeByTurns(folders, clock, seed)
    const records = await recordsOn(folders)
    const isOvertaken = ([id, note]: readonly [string, string]): boolean =>
      merge(records.filter((record) => record.id === id))[0]?.annotation.note !== note
    const library = await folders.open()
    const shown = new Map((await library.annotations(briefing)).map((mark) => [mark.id, mark.note]))
    return {
      tried: CHANGES,
      overtaken: [...last].filter(isOvertaken).length,
      lost: [...last].filter(([id, note]) => shown.get(id) !== note).length,
      faults: (await library.check()).length
    }
  } finally {
    await folders.remove()
  }
}

/** Answers the last note that each mark was given. */
async function changeByTurns(
  folders: TestFolders,
  clock: WrongClock,
  seed: number
): Promise<ReadonlyMap<string, string>> {
  const draws = new Seeded(seed)
  let change = 0
  const opened = (device: string, by: WrongClock): Promise<OpenLibrary> =>
    folders.open({ device, clock: () => new Date(by(change, draws)).toISOString() })
  const wrong = await opened('one', clock)
  await wrong.add(file)
  const libraries = [wrong, await opened('two', RIGHT_CLOCK)]
  const last = new Map<string, string>()
  for (; change < CHANGES; change += 1) {
    const library = draws.pick(libraries)
    await library.upkeep.lookForChanges(briefing)
    const id = draws.pick(MARK_IDS)
    const note = `change ${change}`
    if (last.has(id) && draws.fraction() < 0.2) await library.deleteAnnotation(briefing, id)
    await library.saveAnnotation(markOn(file, 'two nations', { id, note }))
    last.set(id, note)
  }
  for (const library of libraries) await library.close()
  return last
}

async function recordsOn(folders: TestFolders): Promise<readonly MarkRecord[]> {
  const folder = join(folders.library, 'briefings', briefing)
  const names = documentsAmong(await readdir(folder), 'marks')
  const copies = names.map((name) => readCopy(nodeFiles, join(folder, documentName(name)), MARKS))
  return (await Promise.all(copies)).flatMap((copy) =>
    copy.state === 'valid' ? copy.document.content.records : []
  )
}
