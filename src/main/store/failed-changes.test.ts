import { afterEach, beforeEach, expect, it } from 'vitest'
import { nodeFiles } from './files/node-files'
import { idOf, importedFile, markOn } from './fixtures/briefings'
import { type TestFolders, testFolders } from './fixtures/folders'
import { refusal, watchedFiles } from './fixtures/watched-files'

let folders: TestFolders
beforeEach(async () => {
  folders = await testFolders()
})
afterEach(() => folders.remove())

it('counts a mark in the list that was said to be unsaved and reached the disk all the same', async () => {
  const file = importedFile('A deep-rooted friendship between the two nations.')
  let syncs = -Infinity
  const files = watchedFiles(nodeFiles, ({ name, path }) => {
    // Of the second copy: by then both are in their places.
    if (name === 'syncFolder' && path.endsWith(idOf(file)) && ++syncs === 2) throw refusal('EIO')
  })
  const library = await folders.open({ files })
  await library.add(file)
  await library.list()
  syncs = 0
  const saving = library.saveAnnotation(markOn(file, 'friendship'))
  await expect(saving).rejects.toMatchObject({ problem: { code: 'library-not-saved' } })
  expect(await library.list()).toMatchObject([{ annotations: 1 }])
  expect(await library.annotations(idOf(file))).toHaveLength(1)
})
