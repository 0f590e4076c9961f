import { afterEach, beforeEach, expect, it } from 'vitest'
import { idOf, importedFile, markOn } from './fixtures/briefings'
import { type TestFolders, testFolders } from './fixtures/folders'

let folders: TestFolders
beforeEach(async () => {
  folders = await testFolders()
})
afterEach(() => folders.remove())

const file = importedFile('A deep-rooted friendship between the two nations.')
const id = idOf(file)

it('is read as it was saved last, and not at all while it is in the trash', async () => {
  const library = await folders.open()
  await library.add(file)
  const mark = markOn(file, 'friendship', { id: 'mark', note: 'first' })
  await library.saveAnnotation(mark)
  await library.saveAnnotation(markOn(file, 'nations', { id: 'other' }))
  await library.saveAnnotation({ ...mark, note: 'second' })
  for (const opened of [library, await folders.open()]) {
    expect(await opened.annotation(id, 'mark')).toEqual({ ...mark, note: 'second' })
    expect(await opened.annotation(id, 'unknown')).toBeNull()
  }
  await library.deleteAnnotation(id, 'mark')
  expect(await library.annotation(id, 'mark')).toBeNull()
  await library.restoreAnnotation(id, 'mark')
  expect(await library.annotation(id, 'mark')).toEqual({ ...mark, note: 'second' })
})
