import { copyFile, cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { idOf, importedFile, markOn } from './fixtures/briefings'
import { onlyPath, type TestFolders, testFolders } from './fixtures/folders'

let folders: TestFolders
beforeEach(async () => {
  folders = await testFolders()
})
afterEach(() => folders.remove())

const file = importedFile('A deep-rooted friendship between the two nations.')
const id = idOf(file)
const mark = markOn(file, 'friendship', { id: 'mark', note: 'mine' })
const other = markOn(file, 'nations', { id: 'other', note: 'of the other' })
const folder = (): string => join(folders.library, 'briefings', id)
const namesIn = (path: string): Promise<string[]> => readdir(path)

describe('a change that another device made', () => {
  it('is found: a mark, a title, a briefing that came and one that went', async () => {
    const one = await folders.open()
    await one.add(file)
    const two = await folders.open({ device: 'two' })
    expect(await one.upkeep.lookForChanges(id)).toEqual([])
    await two.saveAnnotation(other)
    expect(await one.upkeep.lookForChanges(id)).toEqual([id])
    expect(await one.annotations(id)).toEqual([other])
    await two.rename(id, 'Another title')
    expect(await one.upkeep.lookForChanges(null)).toEqual([id])
    expect(await one.list()).toMatchObject([{ title: 'Another title', annotations: 1 }])
    const late = importedFile('What came later.')
    await two.add(late)
    expect(await one.upkeep.lookForChanges(null)).toEqual([idOf(late)])
    await rm(join(folders.library, 'briefings', idOf(late)), { recursive: true })
    expect(await one.upkeep.lookForChanges(null)).toEqual([idOf(late)])
    expect((await one.list()).map((briefing) => briefing.id)).toEqual([id])
  })

  it("is not this device's own", async () => {
    const library = await folders.open()
    await library.add(file)
    await library.upkeep.lookForChanges(id)
    await library.saveAnnotation(mark)
    await library.deleteAnnotation(id, mark.id)
    await library.rename(id, 'Mine')
    await library.saveReadingPosition(id, { offset: 1, progress: 0.1 })
    expect(await library.upkeep.lookForChanges(id)).toEqual([])
  })

  it('is found in the open briefing when a file was written in place', async () => {
    const one = await folders.open()
    await one.add(file)
    const two = await folders.open({ device: 'two' })
    await two.saveAnnotation(other)
    await one.upkeep.lookForChanges(id)
    await two.saveAnnotation({ ...other, note: 'changed' })
    const path = await onlyPath(folder(), /^marks\.[0-9a-f]{16}\.json$/u)
    const [bytes, copy] = [await readFile(path), await readFile(path.replace('.json', '.copy.json'))]
    await one.upkeep.lookForChanges(id)
    await writeFile(path, bytes)
    await writeFile(path.replace('.json', '.copy.json'), copy)
    expect(await one.upkeep.lookForChanges(id)).toEqual([id])
  })
})

describe('a briefing that arrives file by file', () => {
  it('is shown when its text is there, in whatever order its files come', async () => {
    const sender = await folders.open({ path: join(folders.root, 'sender'), device: 'two' })
    await sender.add(file)
    await sender.saveAnnotation(other)
    const receiver = await folders.open()
    const from = join(folders.root, 'sender', 'briefings', id)
    const edition = join('editions', file.sha256)
    await mkdir(join(folder(), edition), { recursive: true })
    const files = [
      ...(await namesIn(from)).filter((name) => name.includes('.json')),
      ...(await namesIn(join(from, edition))).map((name) => join(edition, name))
    ].sort((a, b) => Number(a.includes('tree')) - Number(b.includes('tree')))
    const found: string[] = []
    for (const name of files) {
      found.push(...(await receiver.upkeep.lookForChanges(null)))
      if (!name.includes('tree')) expect(await receiver.list()).toEqual([])
      await copyFile(join(from, name), join(folder(), name))
    }

    found.push(...(await receiver.upkeep.lookForChanges(null)))
    expect(found.at(-1)).toBe(id)
    expect(await receiver.list()).toMatchObject([{ id, annotations: 1 }])
    expect(await receiver.tree(id, 1)).toEqual(file.document.tree)
    expect(await receiver.annotations(id)).toEqual([other])
  })

  it('is told to be incomplete once, not every second', async () => {
    const library = await folders.open()
    await mkdir(folder())
    await library.upkeep.lookForChanges(null)
    expect(library.takeNotices()).toHaveLength(1)
    await library.upkeep.lookForChanges(null)
    await library.upkeep.lookForChanges(null)
    expect(library.takeNotices()).toEqual([])
  })
})

describe('conflicted copies', () => {
  const names = {
    Syncthing: (stem: string) => `${stem}.sync-conflict-20261123-101500-ABCDEFG.json`,
    Dropbox: (stem: string) => `${stem} (Ada's conflicted copy 2026-11-23).json`,
    Nextcloud: (stem: string) => `${stem} (conflicted copy 2026-11-23 101500).json`,
    OneDrive: (stem: string) => `${stem}-LAPTOP.json`,
    'Google Drive': (stem: string) => `${stem} (1).json`
  }
  for (const [program, nameOf] of Object.entries(names)) {
    it(`of ${program} give back the marks that only they hold`, async () => {
      const first = await folders.open()
      await first.add(file)
      // Two machines with one device's id: the second is a copy of the first.
      const twin = join(folders.root, 'twin')
      await cp(folders.library, twin, { recursive: true })
      const second = await folders.open({ path: twin })
      await second.saveAnnotation(other)
      await first.saveAnnotation(mark)
      const written = await onlyPath(join(twin, 'briefings', id), /^marks\.[0-9a-f]{16}\.json$/u)
      const conflicted = join(folder(), nameOf(basename(written, '.json')))
      await copyFile(written, conflicted)
      for (const library of [first, await folders.open()]) {
        const found = await library.annotations(id)
        expect(found.map(({ note }) => note).sort()).toEqual(['mine', 'of the other'])
      }
      const library = await folders.open()
      await library.saveAnnotation({ ...other, note: 'changed' })
      await library.deleteAnnotation(id, mark.id)
      expect((await (await folders.open()).annotations(id)).map(({ note }) => note)).toEqual(['changed'])
    })
  }

  it('that are damaged, half there or of something else harm nothing', async () => {
    const library = await folders.open()
    await library.add(file)
    await library.saveAnnotation(mark)
    const path = await onlyPath(folder(), /^marks\.[0-9a-f]{16}\.json$/u)
    const bytes = await readFile(path)
    const stem = join(dirname(path), basename(path, '.json'))
    await writeFile(`${stem} (1).json`, bytes.subarray(0, 100))
    await writeFile(`${stem} (2).json`, '')
    await writeFile(
      `${stem} (3).json`,
      bytes.map((byte, at) => (at === 200 ? byte ^ 1 : byte))
    )
    await writeFile(`${stem.replace('marks', 'meta')} (1).json`, bytes)
    await writeFile(join(folder(), `.syncthing.${basename(path)}.tmp`), bytes)
    await rename(path, join(folder(), `~syncthing~${basename(path)}.tmp`))
    await copyFile(join(folder(), `~syncthing~${basename(path)}.tmp`), path)
    const again = await folders.open()
    expect(await again.annotations(id)).toEqual([mark])
    expect(await again.check()).toEqual([])
  })
})
