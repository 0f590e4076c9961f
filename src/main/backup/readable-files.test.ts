import { afterEach, beforeEach, expect, it } from 'vitest'
import { nodeFiles } from '../store/files/node-files'
import { idOf, importedFile, markOn } from '../store/fixtures/briefings'
import { type TestFolders, testFolders } from '../store/fixtures/folders'
import { openReadable } from './readable-files'

let folders: TestFolders
beforeEach(async () => {
  folders = await testFolders()
})
afterEach(() => folders.remove())

it('says without the program how a briefing and its paragraphs are to be handled', async () => {
  const library = await folders.open()
  const file = importedFile('A deep-rooted friendship between the two nations.')
  await library.add(file)
  const { anchor } = markOn(file, 'friendship')
  if (anchor === null) throw new Error('the mark has a place')
  await library.setMarking(idOf(file), 'SECRET')
  await library.saveParagraphMarkings(idOf(file), [
    { id: 'a', edition: 1, anchor, marking: 'RESTRICTED' },
    { id: 'b', edition: 1, anchor, marking: null }
  ])
  await library.close()
  const { lines } = await openReadable(nodeFiles, folders.library, 'full')
  const { start, end } = anchor.position
  expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject([
    {
      marking: 'SECRET',
      markings: [{ marking: 'RESTRICTED', edition: 1, quote: 'friendship', start, end }]
    }
  ])
})
