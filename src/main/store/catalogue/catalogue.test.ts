import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FileSystem } from '../files/file-system'
import { nodeFiles } from '../files/node-files'
import { idOf, importedFile, markOn } from '../fixtures/briefings'
import { onlyPath, type TestFolders, testFolders } from '../fixtures/folders'

let folders: TestFolders
beforeEach(async () => {
  folders = await testFolders()
})
afterEach(() => folders.remove())

const file = importedFile('A deep-rooted friendship between the two nations.')
const other = importedFile('Another matter altogether.')
const mark = markOn(file, 'friendship', { id: 'mark' })

/** The disk, and how many briefings' folders were asked for their times. */
function counted(): { files: FileSystem; asked: () => number } {
  let count = 0
  const files: FileSystem = {
    ...nodeFiles,
    stamps: (paths) => {
      count += paths.filter((path) => /briefings\/[^/]+$/u.test(path)).length
      return nodeFiles.stamps(paths)
    }
  }
  return { files, asked: () => count }
}

async function closedLibrary(): Promise<void> {
  const library = await folders.open()
  await library.add(file)
  await library.add(other)
  await library.saveAnnotation(mark)
  await library.close()
}

describe('opening a library', () => {
  it('that was closed in order and has one device looks at no briefing, time after time', async () => {
    await closedLibrary()
    for (let time = 0; time < 3; time += 1) {
      const { files, asked } = counted()
      const library = await folders.open({ files })
      expect(await library.list()).toHaveLength(2)
      expect((await library.list()).reduce((sum, { annotations }) => sum + annotations, 0)).toBe(1)
      expect(asked()).toBe(0)
      await library.close()
    }
  })

  it('that was not closed looks at all, and finds what was saved last', async () => {
    await closedLibrary()
    const killed = await folders.open()
    await killed.saveAnnotation({ ...mark, id: 'last' })
    const { files, asked } = counted()
    const library = await folders.open({ files })
    expect(asked()).toBeGreaterThan(0)
    expect((await library.list()).map(({ annotations }) => annotations).sort()).toEqual([0, 2])
  })

  it('that another device has opened looks at all, and finds what it changed', async () => {
    await closedLibrary()
    const second = await folders.open({ device: 'two' })
    await second.rename(idOf(other), 'By the other')
    await second.close()
    const library = await folders.open()
    expect((await library.list()).map(({ title }) => title)).toContain('By the other')
    await library.close()
    const again = await folders.open({ device: 'two' })
    await again.rename(idOf(other), 'Once more')
    await again.close()
    expect((await (await folders.open()).list()).map(({ title }) => title)).toContain('Once more')
  })

  it('from which a briefing went looks at all', async () => {
    await closedLibrary()
    await rm(join(folders.library, 'briefings', idOf(other)), { recursive: true })
    expect((await (await folders.open()).list()).map(({ id }) => id)).toEqual([idOf(file)])
  })

  it('finds what was changed by hand as soon as it is looked for', async () => {
    await closedLibrary()
    const marks = join(folders.library, 'briefings', idOf(file))
    for (const name of await readdir(marks)) if (name.startsWith('marks')) await rm(join(marks, name))
    const library = await folders.open()
    expect(await library.upkeep.lookForChanges(null)).toEqual([idOf(file)])
    expect((await library.list()).every(({ annotations }) => annotations === 0)).toBe(true)
  })

  it('does not trust a word about another catalogue', async () => {
    await closedLibrary()
    const path = await onlyPath(join(folders.root, 'one', 'cache'), /\.closed$/u)
    await rm(path)
    await (await nodeFiles.create(path, 0o600)).write(Buffer.from('0'.repeat(64)))
    const { files, asked } = counted()
    await folders.open({ files })
    expect(asked()).toBeGreaterThan(0)
  })
})
