import { readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { idOf, importedFile, markOn } from './fixtures/briefings'
import { type TestFolders, testFolders } from './fixtures/folders'

let folders: TestFolders
beforeEach(async () => {
  folders = await testFolders()
})
afterEach(() => folders.remove())

const file = importedFile('A deep-rooted friendship between the two nations.')
const mark = markOn(file, 'friendship')

/** Spoil both copies of the document whose name begins so; answers what they hold now. */
async function spoilBoth(folder: string, beginning: string): Promise<readonly string[]> {
  const names = (await readdir(folder)).filter((name) => name.startsWith(beginning))
  for (const name of names) await writeFile(join(folder, name), `spoiled ${name}`)
  return names.map((name) => `spoiled ${name}`)
}

async function contentsOf(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  return Promise.all(files.map(({ name }) => readFile(join(folder, name), 'utf8')))
}

describe('a document that says nothing of any briefing, damaged in both copies', () => {
  const cases = {
    'the list of known libraries': { place: ['one', 'config'], name: 'libraries.' },
    "the device's id": { place: ['one', 'config'], name: 'device.' },
    "the library's own document": { place: ['library'], name: 'library.' }
  }
  for (const [what, { place, name }] of Object.entries(cases)) {
    it(`is told, kept, and keeps nobody from the briefings: ${what}`, async () => {
      const first = await folders.open()
      await first.add(file)
      await first.saveAnnotation(mark)
      await first.close()
      const folder = join(folders.root, ...place)
      const spoiled = await spoilBoth(folder, name)
      for (const time of ['at once', 'and the next time']) {
        const library = await folders.open()
        expect(await library.annotations(idOf(file)), time).toEqual([mark])
        if (time === 'at once')
          expect(library.takeNotices()).toContainEqual(
            expect.stringContaining('damaged in both of its copies')
          )
        await library.saveReadingPosition(idOf(file), { offset: 1, progress: 0.5 })
        await library.close()
      }
      expect(await contentsOf(folder)).toEqual(expect.arrayContaining([...spoiled]))
    })
  }

  it('does not have a library that is gone taken for a first start', async () => {
    await (await folders.open()).close()
    await spoilBoth(join(folders.root, 'one', 'config'), 'libraries.')
    await rename(folders.library, `${folders.library} elsewhere`)
    await expect(folders.open()).rejects.toMatchObject({ problem: { code: 'library-missing' } })
  })
})
