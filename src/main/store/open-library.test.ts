import { mkdir, readFile, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { idOf, importedFile, markOn, withAsset } from './fixtures/briefings'
import { nodeFiles } from './files/node-files'
import { contentOf, onlyPath, type TestFolders, testFolders } from './fixtures/folders'
import { refusal, watchedFiles } from './fixtures/watched-files'

let folders: TestFolders
beforeEach(async () => {
  folders = await testFolders()
})
afterEach(() => folders.remove())

const file = importedFile('A deep-rooted friendship between the two nations.')
const problem = (code: string): object => ({ problem: expect.objectContaining({ code }) })

describe('what was saved is there after reopening', () => {
  it('the briefing, byte for byte, its tree and its pictures', async () => {
    const pictured = withAsset(file, 'a picture')
    const first = await folders.open()
    const added = await first.add(pictured)
    await first.close()
    const library = await folders.open()
    expect(await library.list()).toEqual([added])
    expect(Buffer.from(await library.original(added.id, 1))).toEqual(Buffer.from(file.bytes))
    expect(await library.tree(added.id, 1)).toEqual(file.document.tree)
    const [asset] = pictured.assets
    expect(asset && Buffer.from((await library.asset(added.id, asset.name)) ?? [])).toEqual(
      Buffer.from(asset?.bytes ?? [])
    )
    expect(await library.asset(added.id, '../meta.json')).toBeNull()
    expect(await library.check()).toEqual([])
  })

  it('marks, their count, the trash, the title and the reading position', async () => {
    const mark = markOn(file, 'two nations', { note: 'Really?', tags: ['check'] })
    const other = markOn(file, 'friendship', { id: '0190a1b2-0000-7000-8000-000000000002' })
    const first = await folders.open()
    const { id } = await first.add(file)
    await first.saveAnnotation(mark)
    await first.saveAnnotation(other)
    await first.deleteAnnotation(id, other.id)
    await first.rename(id, 'Another title')
    await first.saveReadingPosition(id, { offset: 12, progress: 0.5 })
    await first.close()
    const library = await folders.open()
    expect(await library.annotations(id)).toEqual([mark])
    expect(await library.find(id)).toMatchObject({ title: 'Another title', annotations: 1 })
    expect(await library.readingPosition(id)).toEqual({ offset: 12, progress: 0.5 })
    expect(await library.restoreAnnotation(id, other.id)).toEqual(other)
    expect((await library.list())[0]?.annotations).toBe(2)
  })

  it('more marks than one file holds, each once', async () => {
    const marks = Array.from({ length: 450 }, (_, index) =>
      markOn(file, 'nations', { id: `mark-${index}`, note: String(index) })
    )
    const first = await folders.open()
    const { id } = await first.add(file)
    for (const mark of marks) await first.saveAnnotation(mark)
    await first.saveAnnotation(markOn(file, 'two', { id: 'mark-7', note: 'changed' }))
    const library = await folders.open()
    const found = await library.annotations(id)
    expect(found).toHaveLength(450)
    expect(found.find((mark) => mark.id === 'mark-7')?.note).toBe('changed')
  })
})

describe('the list', () => {
  it('is by date of the briefing, then by import, and those without a date come last', async () => {
    let minute = 0
    const library = await folders.open({ clock: () => `2024-05-01T10:${String(10 + minute++)}:00.000Z` })
    const dates = [null, '2024-01-16', '2024-03-01', '2024-01-16']
    for (const [index, date] of dates.entries()) {
      await library.add(importedFile(`Text ${index}`, { date, title: String(index) }))
    }
    expect((await library.list()).map(({ title }) => title)).toEqual(['2', '3', '1', '0'])
  })

  it('reads no tree, and nothing of a briefing that has not changed', async () => {
    const first = await folders.open()
    const { id } = await first.add(file)
    await first.close()
    await new Promise((resolve) => setTimeout(resolve, 2_100))
    const catalogue = await onlyPath(join(folders.root, 'one', 'cache'), /catalogue.*jsonl$/u)
    await writeFile(catalogue, await readFile(catalogue))
    const folder = join(folders.library, 'briefings', id, 'editions')
    await rename(folder, `${folder}-away`)
    await rename(`${folder}-away`, folder)
    const opened = await folders.open()
    expect(await opened.list()).toHaveLength(1)
  })

  it.each(['absent', 'damaged', 'of another library'])(
    'is built anew when the kept one is %s',
    async (how) => {
      const first = await folders.open()
      const added = await first.add(file)
      await first.close()
      const catalogue = await onlyPath(join(folders.root, 'one', 'cache'), /catalogue.*jsonl$/u)
      const content = await readFile(catalogue, 'utf8')
      if (how === 'absent') await rm(catalogue)
      if (how === 'damaged') await writeFile(catalogue, content.replace('About', 'Above'))
      if (how === 'of another library')
        await writeFile(catalogue, content.replace(folders.library, '/elsewhere'))
      expect(await (await folders.open()).list()).toEqual([added])
    }
  )
})

describe('the same bytes again', () => {
  it('are the same briefing, also when they come at once', async () => {
    const library = await folders.open()
    const [one, two] = await Promise.all([library.add(file), library.add(file)])
    expect(two).toEqual(one)
    expect(await library.list()).toHaveLength(1)
    expect(await readdir(join(folders.library, 'briefings'))).toEqual([idOf(file)])
  })

  it('complete a briefing of which only a part has arrived', async () => {
    const assets = join(folders.library, 'briefings', idOf(file), 'assets')
    const library = await folders.open()
    await mkdir(assets, { recursive: true })
    expect(await library.list()).toEqual([])
    const added = await library.add(file)
    expect(await library.tree(added.id, 1)).toEqual(file.document.tree)
    expect(await library.check()).toEqual([])
  })
})

describe('where a library can be', () => {
  it('is made in an empty folder and in one that is not there', async () => {
    await expect(folders.open({ path: join(folders.root, 'a', 'b') })).resolves.toBeDefined()
    await mkdir(folders.library)
    await expect(folders.open()).resolves.toBeDefined()
  })

  it('is not made where it was not asked for', async () => {
    await expect(folders.open({ create: false })).rejects.toMatchObject(problem('library-missing'))
    expect(await readdir(folders.root)).not.toContain('library')
  })

  it('is not made among other things, which stay as they are', async () => {
    await mkdir(folders.library)
    await writeFile(join(folders.library, 'taxes.txt'), 'mine')
    await expect(folders.open()).rejects.toMatchObject(problem('library-foreign'))
    expect(await readdir(folders.library)).toEqual(['taxes.txt'])
  })

  it('is not made anew over briefings whose library document is missing', async () => {
    const first = await folders.open()
    await first.add(file)
    for (const name of await readdir(folders.library)) {
      if (name.startsWith('library.')) await rm(join(folders.library, name))
    }
    const before = await contentOf(folders.library)
    await expect(folders.open()).rejects.toMatchObject(problem('library-incomplete'))
    expect(await contentOf(folders.library)).toEqual(before)
  })

  it('is missing, and not new, when its briefings are gone', async () => {
    await folders.open()
    await rm(join(folders.library, 'briefings'), { recursive: true })
    await expect(folders.open()).rejects.toMatchObject(problem('library-missing'))
    expect(await readdir(folders.library)).not.toContain('briefings')
  })

  it('is started anew with a word about it when the person removed the known one', async () => {
    await folders.open()
    await rm(folders.library, { recursive: true })
    const library = await folders.open()
    expect(library.takeNotices()).toEqual([expect.stringContaining('is not there any more')])
  })

  it('is followed through a link, which stays a link', async () => {
    const real = join(folders.root, 'elsewhere')
    await mkdir(real)
    await symlink(real, folders.library)
    const library = await folders.open()
    await library.add(file)
    expect(library.path).toBe(folders.library)
    expect(await readdir(real)).toContain('briefings')
    expect(await (await folders.open({ path: real })).list()).toHaveLength(1)
  })

  it('whose path cannot be followed is said to be unreadable', async () => {
    await folders.open()
    const files = watchedFiles(nodeFiles, ({ name }) => {
      if (name === 'realPath') throw refusal('EIO')
    })
    await expect(folders.open({ files })).rejects.toMatchObject(problem('library-unreadable'))
  })

  it('that went away while it was open is said to be missing and not made again', async () => {
    const library = await folders.open()
    await library.add(file)
    await rename(folders.library, `${folders.library}-away`)
    const mark = markOn(file, 'friendship')
    await expect(library.saveAnnotation(mark)).rejects.toMatchObject(problem('library-missing'))
    await expect(library.list()).rejects.toMatchObject(problem('library-missing'))
    await expect(library.add(importedFile('More'))).rejects.toMatchObject(problem('library-missing'))
    await expect(readdir(folders.library)).rejects.toMatchObject({ code: 'ENOENT' })
    await rename(`${folders.library}-away`, folders.library)
    await library.saveAnnotation(mark)
    expect(await library.annotations(idOf(file))).toEqual([mark])
  })
})
