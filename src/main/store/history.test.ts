import { rm, writeFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nodeFiles } from './files/node-files'
import { idOf, importedFile, markOn } from './fixtures/briefings'
import { onlyPath, type TestFolders, testFolders } from './fixtures/folders'
import { refusal, watchedFiles } from './fixtures/watched-files'

let folders: TestFolders
beforeEach(async () => {
  folders = await testFolders()
})
afterEach(() => folders.remove())

const file = importedFile('A deep-rooted friendship between the two nations.')
const id = idOf(file)
const mark = markOn(file, 'friendship', { id: 'mark', note: 'first' })
const later = { ...mark, note: 'second' }

describe('the history of a mark', () => {
  it('has every version, the newest first, whatever the clock said', async () => {
    const times = ['2034-01-01T00:00:00Z', '2014-01-01T00:00:00Z', '2024-01-01T00:00:00Z']
    const library = await folders.open({ clock: () => times.shift() ?? '2004-01-01T00:00:00Z' })
    await library.add(file)
    await library.saveAnnotation(mark)
    await library.saveAnnotation(later)
    await library.deleteAnnotation(id, mark.id)
    await library.restoreAnnotation(id, mark.id)
    for (const opened of [library, await folders.open()]) {
      const versions = await opened.annotationVersions(id, mark.id)
      expect(versions.map(({ event, annotation, standing }) => [event, annotation.note, standing])).toEqual([
        ['restored', 'second', 'shown'],
        ['deleted', 'second', 'earlier'],
        ['saved', 'second', 'earlier'],
        ['saved', 'first', 'earlier']
      ])
      expect(versions.every(({ isOwn }) => isOwn)).toBe(true)
      expect(new Set(versions.map(({ key }) => key)).size).toBe(4)
    }
  })

  it('shows what another device wrote at the same time, and offers it', async () => {
    const one = await folders.open({ clock: () => '2024-01-01T00:00:00Z' })
    await one.add(file)
    await one.saveAnnotation(mark)
    // The second device has not seen the change of the first, whose file is away while it writes.
    await one.saveAnnotation({ ...mark, note: 'from one' })
    const own = await onlyPath(folders.library, /briefings\/[^/]*\/marks\.[0-9a-f]{16}\.json$/u)
    const copy = own.replace(/\.json$/u, '.copy.json')
    const [first, second] = [await nodeFiles.read(own), await nodeFiles.read(copy)]
    await rm(own)
    await rm(copy)
    const two = await folders.open({ device: 'two', clock: () => '2024-01-02T00:00:00Z' })
    await two.saveAnnotation({ ...mark, note: 'from two' })
    await writeFile(own, first)
    await writeFile(copy, second)
    const joined = await folders.open()
    expect(await joined.annotations(id)).toMatchObject([{ note: 'from two' }])
    const versions = await joined.annotationVersions(id, mark.id)
    expect(versions.map(({ annotation, standing }) => [annotation.note, standing])).toContainEqual([
      'from one',
      'beside'
    ])
    expect(versions.find(({ standing }) => standing === 'shown')).toMatchObject({ isOwn: false })
  })

  it('leaves out a change that was said to be unsaved', async () => {
    const first = await folders.open()
    await first.add(file)
    await first.saveAnnotation(mark)
    let failing = false
    const files = watchedFiles(nodeFiles, ({ name, path }) => {
      if (failing && name === 'create' && path.includes('marks')) throw refusal('ENOSPC')
    })
    const library = await folders.open({ files })
    failing = true
    await expect(library.saveAnnotation({ ...mark, note: 'never saved' })).rejects.toThrow()
    failing = false
    expect(await library.annotationVersions(id, mark.id)).toHaveLength(1)
    await library.saveAnnotation(later)
    const notes = (await library.annotationVersions(id, mark.id)).map(({ annotation }) => annotation.note)
    expect(notes).toEqual(['second', 'first'])
  })

  it('has at least what is shown when its file is gone', async () => {
    const first = await folders.open()
    await first.add(file)
    await first.saveAnnotation(mark)
    await rm(await onlyPath(folders.library, /history/u))
    const versions = await (await folders.open()).annotationVersions(id, mark.id)
    expect(versions).toMatchObject([{ standing: 'shown', event: 'saved', annotation: mark }])
  })
})
