import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import type { ImportedFile } from '#core/import/imported-file'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { idOf, importedFile, markOn, withAsset } from './fixtures/briefings'
import { type TestFolders, testFolders } from './fixtures/folders'

let folders: TestFolders
beforeEach(async () => {
  folders = await testFolders()
})
afterEach(() => folders.remove())

const first = withAsset(importedFile('A deep-rooted friendship between the two nations.'), 'one')
const second = withAsset(importedFile('A lasting friendship between the two nations.'), 'two')
const id = idOf(first)
/** A file as it is kept, its bytes in a form that says what differs. */
const kept = (file: ImportedFile): unknown => ({
  ...file,
  source: 'briefing.txt',
  bytes: Buffer.from(file.bytes).toString('hex'),
  assets: file.assets.map(({ name, bytes }) => [name, Buffer.from(bytes).toString('hex')])
})

describe('a later edition', () => {
  it('is there after reopening, beside the first one, with its pictures', async () => {
    const library = await folders.open()
    await library.add(first)
    const added = await library.addEdition(id, second)
    expect(added).toMatchObject({ id, edition: 2, title: second.document.title })
    await library.close()
    const reopened = await folders.open()
    expect(await reopened.list()).toEqual([added])
    expect(kept(await reopened.file(id, 1))).toEqual(kept(first))
    expect(kept(await reopened.file(id, 2))).toEqual(kept(second))
    expect(await reopened.editions(id)).toMatchObject([{ number: 1 }, { number: 2, name: 'briefing.txt' }])
    expect(await reopened.check()).toEqual([])
  })

  it('has marks of its own, and keeps where marks of the first one were put in it', async () => {
    const library = await folders.open()
    await library.add(first)
    await library.addEdition(id, second)
    const { anchor } = markOn(second, 'lasting')
    const carried = markOn(first, 'deep-rooted', { placements: [{ edition: 2, anchor }] })
    const own = { ...markOn(second, 'lasting', { id: 'own', edition: 2 }), briefing: id }
    await library.saveAnnotation(carried)
    await library.saveAnnotation(own)
    await library.close()
    const reopened = await folders.open()
    expect(await reopened.annotations(id)).toEqual([carried, own])
    expect(await reopened.check()).toEqual([])
  })

  it('is found by its bytes, and by those of the first one', async () => {
    const library = await folders.open()
    await library.add(first)
    expect(await library.holdersOf(second.sha256)).toEqual([])
    await library.addEdition(id, second)
    expect(await library.holdersOf(first.sha256)).toEqual([id])
    expect(await library.holdersOf(second.sha256)).toEqual([id])
    await library.deleteBriefing(id)
    expect(await library.holdersOf(second.sha256)).toEqual([])
    expect(await library.holdersOf(first.sha256)).toEqual([id])
  })

  it('that is taken back is not shown and stays on disk, and comes back with its marks', async () => {
    const library = await folders.open()
    await library.add(first)
    await library.addEdition(id, second)
    await library.saveAnnotation({ ...markOn(second, 'lasting', { edition: 2 }), briefing: id })
    const back = await library.withdrawEdition(id, second.sha256)
    expect(back).toMatchObject({ edition: 1, title: first.document.title, annotations: 0 })
    expect(await library.holdersOf(second.sha256)).toEqual([])
    await library.close()
    const reopened = await folders.open()
    expect(await reopened.editions(id)).toMatchObject([{ number: 1, sha256: first.sha256 }])
    expect(await reopened.annotations(id)).toEqual([])
    expect(await reopened.check()).toEqual([])
    expect(await reopened.restoreEdition(id, second.sha256)).toMatchObject({ edition: 2, annotations: 1 })
    expect(await reopened.withdrawEdition(id, second.sha256)).toMatchObject({ edition: 1 })
    expect(await reopened.addEdition(id, second)).toMatchObject({ edition: 2, annotations: 1 })
    expect((await reopened.file(id, 2)).document).toEqual(second.document)
  })

  it('cannot be the first one', async () => {
    const library = await folders.open()
    await library.add(first)
    await expect(library.withdrawEdition(id, first.sha256)).rejects.toThrow()
    expect(await library.list()).toHaveLength(1)
  })

  it('is noticed by another device when its files arrive after the word of it', async () => {
    const sender = await folders.open({ path: join(folders.root, 'sender'), device: 'two' })
    await sender.add(first)
    const library = await folders.open()
    await library.add(first)
    await sender.addEdition(id, second)
    const from = join(folders.root, 'sender', 'briefings', id)
    const to = join(folders.library, 'briefings', id)
    const isWord = (path: string): boolean => !path.startsWith(join(from, 'editions'))
    await cp(from, to, { recursive: true, filter: isWord })
    expect((await library.list())[0]?.edition).toBe(1)
    await cp(join(from, 'editions'), join(to, 'editions'), { recursive: true })
    expect(await library.find(id)).toMatchObject({ edition: 2 })
    expect((await library.file(id, 2)).document).toEqual(second.document)
  })
})
