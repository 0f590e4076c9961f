import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { placelessAnchor } from '#core/anchor/anchor'
import { idOf, importedFile, markOn } from './fixtures/briefings'
import { type TestFolders, testFolders } from './fixtures/folders'

let folders: TestFolders
beforeEach(async () => {
  folders = await testFolders()
})
afterEach(() => folders.remove())

const file = importedFile('A deep-rooted friendship between the two nations.')
const id = idOf(file)
const marks = Array.from({ length: 450 }, (_, index) =>
  markOn(file, 'friendship', { id: `mark-${index}`, note: `${index}` })
)
const ids = marks.map((mark) => mark.id)

describe('many marks at once', () => {
  it('are on the disk, in files of 200, each with its history, and are counted', async () => {
    const library = await folders.open()
    await library.add(file)
    await library.saveAnnotation(markOn(file, 'nations', { id: 'first' }))
    await library.saveAnnotations(id, marks)
    const names = await readdir(join(folders.library, 'briefings', id))
    expect(names.filter((name) => /^marks(-\d+)?\.[0-9a-f]+\.json$/u.test(name))).toHaveLength(3)
    const opened = await folders.open()
    expect((await opened.annotations(id)).map((mark) => mark.id).sort()).toEqual(['first', ...ids].sort())
    expect((await opened.list())[0]?.annotations).toBe(451)
    expect(await opened.annotationVersions(id, 'mark-449')).toMatchObject([{ event: 'saved' }])
    expect(await opened.check()).toEqual([])
  })

  it('go and come back together', async () => {
    const library = await folders.open()
    await library.add(file)
    await library.saveAnnotations(id, marks)
    await library.deleteAnnotations(id, ids)
    expect(await library.annotations(id)).toEqual([])
    await library.restoreAnnotations(id, ids)
    expect(await library.annotations(id)).toHaveLength(450)
  })

  it('do not go at all when one of them is not there', async () => {
    const library = await folders.open()
    await library.add(file)
    await library.saveAnnotations(id, marks)
    await expect(library.deleteAnnotations(id, ['mark-0', 'nobody'])).rejects.toMatchObject({
      problem: { code: 'annotation-unknown', id: 'nobody' }
    })
    expect(await library.annotations(id)).toHaveLength(450)
  })
})

it('lets a mark that came in without a place be as it should', async () => {
  const library = await folders.open()
  await library.add(file)
  const anchor = placelessAnchor({ exact: 'nobody said this', prefix: '', suffix: '' })
  await library.saveAnnotation(markOn(file, 'friendship', { anchor }))
  expect(await library.check()).toEqual([])
})
