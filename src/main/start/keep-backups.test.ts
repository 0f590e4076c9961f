import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Problem } from '#core/problem/problem'
import { ReaderError } from '#core/problem/reader-error'
import type { Backups } from '#core/service/ports'
import { createFakeHost } from '#core/testing/fake-host'
import { idOf, importedFile, markOn } from '../store/fixtures/briefings'
import { type TestFolders, testFolders } from '../store/fixtures/folders'
import { keepBackups, keepUp } from './keep-backups'

let folders: TestFolders
beforeEach(async () => {
  folders = await testFolders()
})
afterEach(() => folders.remove())

const file = importedFile('A deep-rooted friendship between the two nations.')
const mark = markOn(file, 'friendship', { id: 'mark' })
const reasons = (backups: { made: readonly { reason: string }[] }): readonly string[] =>
  backups.made.map(({ reason }) => reason)

describe('automatic backups', () => {
  it('are made of every change, and of nothing else, also across starts', async () => {
    const { backups } = createFakeHost()
    const notePath = join(folders.root, 'cache', 'note.json')
    const first = await folders.open()
    await first.add(file)
    await keepUp({ backups, library: first, notePath })
    await keepUp({ backups, library: first, notePath })
    expect(backups.made).toHaveLength(1)
    await first.saveAnnotation(mark)
    await keepUp({ backups, library: first, notePath })
    await first.close()
    await keepUp({ backups, library: await folders.open(), notePath })
    expect(backups.made).toHaveLength(2)
  })

  it('are tried again when one failed, which is told once', async () => {
    const { backups } = createFakeHost()
    let failures = 3
    const failing: Backups = {
      ...backups,
      make: async (reason) => {
        if ((failures -= 1) >= 0) throw new ReaderError({ code: 'backup-failed', path: '/full' })
        return backups.make(reason)
      }
    }
    const library = await folders.open()
    await library.add(file)
    const problems: Problem[] = []
    const stop = new AbortController()
    const notePath = join(folders.root, 'cache', 'note.json')
    const kept = keepBackups(
      { backups: failing, library, notePath, onProblem: (problem) => problems.push(problem) },
      stop.signal,
      { firstAfterMs: 1, everyMs: 1 }
    )
    await expect.poll(() => backups.made.length).toBe(1)
    stop.abort()
    await kept
    expect(problems).toEqual([{ code: 'backup-failed', path: '/full' }])
  })
})

describe('what has been in the trash for long enough', () => {
  it('is deleted for good, after a backup and never without one', async () => {
    const { backups } = createFakeHost()
    const notePath = join(folders.root, 'cache', 'note.json')
    let time = '2026-01-01T10:00:00.000Z'
    const open = () => folders.open({ clock: () => time })
    const first = await open()
    await first.add(file)
    await first.deleteBriefing(idOf(file))
    for (let day = 1; day <= 30; day += 1) {
      time = new Date(Date.UTC(2026, 5, day)).toISOString()
      await open()
    }
    const library = await open()
    const failing: Backups = {
      ...backups,
      make: async (reason) => {
        if (reason === 'before-emptying') throw new ReaderError({ code: 'backup-failed', path: '/full' })
        return backups.make(reason)
      }
    }
    await expect(keepUp({ backups: failing, library, notePath })).rejects.toThrow()
    expect((await library.trash()).briefings).toHaveLength(1)
    await keepUp({ backups, library, notePath })
    expect(reasons(backups)).toEqual(['automatic', 'before-emptying'])
    expect((await library.trash()).briefings).toEqual([])
  })
})
