import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nodeFiles } from './files/node-files'
import { idOf, importedFile, markOn } from './fixtures/briefings'
import { contentOf, type TestFolders, testFolders } from './fixtures/folders'
import { refusal, watchedFiles } from './fixtures/watched-files'

let folders: TestFolders
beforeEach(async () => {
  folders = await testFolders()
})
afterEach(() => folders.remove())

const file = importedFile('A deep-rooted friendship between the two nations.')
const other = importedFile('Another matter altogether.')
const id = idOf(file)
const mark = markOn(file, 'friendship', { id: 'mark', note: 'a secret remark', tags: ['check'] })
const problem = (code: string): object => ({ problem: expect.objectContaining({ code }) })
const nothing = { briefings: [], annotations: [] }

/** A clock that a test turns. */
function clockFrom(start: string): { now: () => string; to: (time: string) => void } {
  let time = start
  return { now: () => time, to: (later) => void (time = later) }
}

describe('a briefing in the trash', () => {
  it('is not shown, keeps its marks, and comes back with them', async () => {
    const first = await folders.open()
    await first.add(file)
    await first.add(other)
    await first.saveAnnotation(mark)
    await first.deleteBriefing(id)
    for (const library of [first, await folders.open()]) {
      expect((await library.list()).map((briefing) => briefing.id)).toEqual([idOf(other)])
      await expect(library.annotations(id)).rejects.toMatchObject(problem('briefing-in-trash'))
      await expect(library.saveAnnotation(mark)).rejects.toMatchObject(problem('briefing-in-trash'))
      const { briefings, annotations } = await library.trash()
      expect(briefings).toMatchObject([{ briefing: { id, annotations: 1 } }])
      expect(annotations).toEqual([])
    }
    const library = await folders.open()
    expect(await library.restoreBriefing(id)).toMatchObject({ id, annotations: 1 })
    expect(await library.annotations(id)).toEqual([mark])
    expect(await (await folders.open()).annotations(id)).toEqual([mark])
    expect(await library.check()).toEqual([])
  })

  it('comes back with its marks when the same file is imported again', async () => {
    const library = await folders.open()
    await library.add(file)
    await library.saveAnnotation(mark)
    await library.deleteBriefing(id)
    expect(await library.add(file)).toMatchObject({ id, annotations: 1 })
    expect((await (await folders.open()).list()).map((briefing) => briefing.id)).toEqual([id])
  })

  it('is deleted on every device, and comes back on every device', async () => {
    const one = await folders.open()
    await one.add(file)
    const two = await folders.open({ device: 'two' })
    await two.saveAnnotation(mark)
    await one.deleteBriefing(id)
    expect(await two.upkeep.lookForChanges(null)).toEqual([id])
    expect(await two.list()).toEqual([])
    await two.restoreBriefing(id)
    expect(await (await folders.open()).annotations(id)).toEqual([mark])
  })
})

describe('deleting for good', () => {
  it('leaves nothing of a briefing, and it does not come back with files that arrive late', async () => {
    const library = await folders.open()
    await library.add(file)
    await library.saveAnnotation(mark)
    const late = await readFile(join(folders.library, 'briefings', id, (await namesOf(id))[0] ?? ''))
    await library.deleteBriefing(id)
    await library.deleteForGood({ briefings: [id], annotations: [] })
    expect(await readdir(join(folders.library, 'briefings'))).toEqual([])
    expect(await everything()).not.toContain('a secret remark')
    expect(await library.trash()).toEqual(nothing)
    await nodeFiles.makeFolder(join(folders.library, 'briefings', id))
    const arrived = await nodeFiles.create(
      join(folders.library, 'briefings', id, 'marks.00000000000000aa.json'),
      0o600
    )
    await arrived.write(late)
    await arrived.close()
    expect(await (await folders.open()).list()).toEqual([])
  })

  it('does not hide the same file imported again', async () => {
    const library = await folders.open()
    await library.add(file)
    await library.deleteBriefing(id)
    await library.deleteForGood({ briefings: [id], annotations: [] })
    expect(await library.add(file)).toMatchObject({ id, annotations: 0 })
    const again = await folders.open()
    expect((await again.list()).map((briefing) => briefing.id)).toEqual([id])
    expect(await again.check()).toEqual([])
  })

  it('passes over what is not in the trash', async () => {
    const library = await folders.open()
    await library.add(file)
    await library.saveAnnotation(mark)
    await library.deleteForGood({ briefings: [id], annotations: [{ briefing: id, id: mark.id }] })
    expect(await library.annotations(id)).toEqual([mark])
  })

  it('leaves no word of a mark, and it cannot be brought back', async () => {
    const library = await folders.open()
    await library.add(file)
    await library.saveAnnotation(mark)
    await library.saveAnnotation({ ...mark, id: 'kept', note: 'kept' })
    await library.deleteAnnotation(id, mark.id)
    expect((await library.trash()).annotations).toMatchObject([
      { annotation: mark, title: expect.any(String) }
    ])
    await library.deleteForGood({ briefings: [], annotations: [{ briefing: id, id: mark.id }] })
    expect(await everything()).not.toContain('a secret remark')
    expect(await library.trash()).toEqual(nothing)
    for (const opened of [library, await folders.open()]) {
      await expect(opened.restoreAnnotation(id, mark.id)).rejects.toMatchObject(problem('annotation-unknown'))
      expect((await opened.annotations(id)).map(({ note }) => note)).toEqual(['kept'])
      expect(await opened.annotationVersions(id, 'kept')).toHaveLength(1)
      expect(await opened.check()).toEqual([])
    }
  })

  it('is finished at the next start when it was cut short', async () => {
    const first = await folders.open()
    await first.add(file)
    await first.deleteBriefing(id)
    const files = watchedFiles(nodeFiles, ({ name }) => {
      if (name === 'removeTree') throw refusal('EIO')
    })
    const failing = await folders.open({ files })
    await expect(failing.deleteForGood({ briefings: [id], annotations: [] })).rejects.toMatchObject(
      problem('library-not-saved')
    )
    expect(await failing.list()).toEqual([])
    await folders.open()
    expect(await readdir(join(folders.library, 'briefings'))).toEqual([])
  })
})

describe('the thirty days', () => {
  it('are days in use: a clock that jumps ten years makes nothing older than a day', async () => {
    const clock = clockFrom('2026-01-01T10:00:00.000Z')
    const first = await folders.open({ clock: clock.now })
    await first.add(file)
    await first.add(other)
    await first.saveAnnotation(mark)
    await first.deleteAnnotation(id, mark.id)
    await first.deleteBriefing(idOf(other))
    for (const time of ['2036-01-01', '2016-01-01', '2036-01-01', '2026-01-01', '2036-01-01']) {
      clock.to(`${time}T10:00:00.000Z`)
      const library = await folders.open({ clock: clock.now })
      expect(await library.expiredTrash()).toEqual(nothing)
    }
  })

  it('end after thirty days on which the library was open, on the device that deleted', async () => {
    const clock = clockFrom('2026-01-01T10:00:00.000Z')
    const first = await folders.open({ clock: clock.now })
    await first.add(file)
    await first.add(other)
    await first.saveAnnotation(mark)
    await first.deleteAnnotation(id, mark.id)
    await first.deleteBriefing(idOf(other))
    const expired = { briefings: [idOf(other)], annotations: [{ briefing: id, id: mark.id }] }
    for (let day = 1; day <= 30; day += 1) {
      clock.to(new Date(Date.UTC(2026, 5, day * 3)).toISOString())
      const library = await folders.open({ clock: clock.now })
      expect(await library.expiredTrash()).toEqual(day < 30 ? nothing : expired)
    }
    expect(await (await folders.open({ device: 'two', clock: clock.now })).expiredTrash()).toEqual(nothing)
  })

  it('begin anew when a thing is deleted again', async () => {
    const clock = clockFrom('2026-01-01T10:00:00.000Z')
    const first = await folders.open({ clock: clock.now })
    await first.add(file)
    await first.saveAnnotation(mark)
    await first.deleteAnnotation(id, mark.id)
    for (let day = 1; day <= 29; day += 1) {
      clock.to(new Date(Date.UTC(2026, 5, day)).toISOString())
      await folders.open({ clock: clock.now })
    }
    const later = await folders.open({ clock: clock.now })
    await later.restoreAnnotation(id, mark.id)
    await later.deleteAnnotation(id, mark.id)
    clock.to('2026-08-01T10:00:00.000Z')
    expect(await (await folders.open({ clock: clock.now })).expiredTrash()).toEqual(nothing)
  })
})

function namesOf(briefing: string): Promise<string[]> {
  return readdir(join(folders.library, 'briefings', briefing)).then((names) =>
    names.filter((name) => name.startsWith('marks'))
  )
}

async function everything(): Promise<string> {
  const paths = [...(await contentOf(folders.library)).keys()]
  const texts = await Promise.all(paths.map((path) => readFile(join(folders.library, path), 'utf8')))
  return texts.join('\n')
}
