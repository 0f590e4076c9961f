import { rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Anchor } from '#core/anchor/anchor'
import type { Annotation } from '#core/annotation/annotation'
import type { Backups } from '#core/service/ports'
import { nodeFiles } from '../store/files/node-files'
import { idOf, importedFile, markOn } from '../store/fixtures/briefings'
import { onlyPath, type TestFolders, testFolders } from '../store/fixtures/folders'
import type { OpenLibrary } from '../store/library/file-library'
import { backUp } from './back-up'
import { createBackups } from './backups'
import { unpackBackup } from './unpack-backup'

let folders: TestFolders
let library: OpenLibrary
let backups: Backups
beforeEach(async () => {
  folders = await testFolders()
  library = await folders.open()
  backups = keep(library)
})
afterEach(() => folders.remove())

const file = importedFile('A deep-rooted friendship between the two nations.')
const other = importedFile('Another matter altogether.')
const id = idOf(file)
const mark = markOn(file, 'friendship', { id: 'mark', note: 'first' })
const second = markOn(file, 'nations', { id: 'second', note: 'also' })
const PARAGRAPH = { id: 'paragraph', edition: 1, anchor: anchorOf(second), marking: 'RESTRICTED' }

function anchorOf({ anchor }: Annotation): Anchor {
  if (anchor === null) throw new Error('the mark has a place')
  return anchor
}

function keep(of: OpenLibrary, backedUp = backUp): Backups {
  return createBackups({
    library: of,
    usualFolder: join(folders.root, 'backups'),
    chosenFolder: async () => null,
    now: () => new Date().toISOString(),
    program: 'Briefing Reader 0.1.0',
    backUp: backedUp,
    unpack: (path, target) => unpackBackup(nodeFiles, path, target)
  })
}

const notes = async (of: OpenLibrary): Promise<readonly string[]> =>
  (await of.annotations(id)).map(({ note }) => note).sort()

describe('restoring into the same library', () => {
  beforeEach(async () => {
    await library.add(file)
    await library.add(other)
    await library.saveAnnotation(mark)
    await library.saveAnnotation(second)
    await library.setMarking(id, 'SECRET')
    await library.saveParagraphMarkings(id, [PARAGRAPH])
    await backups.make('asked-for')
  })
  const newest = async (): Promise<string> => (await backups.list()).backups[0]?.path ?? ''

  it('says beforehand what would change, and changes nothing', async () => {
    await library.saveAnnotation({ ...mark, note: 'changed' })
    await library.deleteAnnotation(id, second.id)
    await library.rename(id, 'Another title')
    await library.setMarking(id, null)
    await library.deleteBriefing(idOf(other))
    const plan = await backups.compare(await newest())
    expect(plan).toEqual({
      briefings: [{ id: idOf(other), title: other.document.title }],
      added: [{ briefing: id, id: second.id, quote: 'nations' }],
      changed: [{ briefing: id, id: mark.id, quote: 'friendship' }],
      titles: [{ id, from: 'Another title', to: file.document.title }],
      markings: [{ briefing: id, marking: 'SECRET', quote: '' }],
      left: [],
      damaged: []
    })
    expect(await notes(library)).toEqual(['changed'])
    expect((await backups.list()).backups).toHaveLength(1)
  })

  it('brings everything back, keeps what was made since, and what it overwrites in the history', async () => {
    await library.saveAnnotation({ ...mark, note: 'changed' })
    await library.saveAnnotation(markOn(file, 'two', { id: 'later', note: 'later' }))
    await library.deleteAnnotation(id, second.id)
    await library.deleteBriefing(idOf(other))
    await backups.restore(await newest())
    for (const opened of [library, await folders.open()]) {
      expect(await notes(opened)).toEqual(['also', 'first', 'later'])
      expect((await opened.list()).map((briefing) => briefing.id).sort()).toEqual([id, idOf(other)].sort())
      const versions = await opened.annotationVersions(id, mark.id)
      expect(versions.map(({ annotation }) => annotation.note)).toEqual(['first', 'changed', 'first'])
      expect(await opened.check()).toEqual([])
    }
    const [before] = (await backups.list()).backups
    expect(before?.reason).toBe('before-restoring')
    expect(await backups.compare(await newest())).toMatchObject({ changed: [{ id: mark.id }] })
  })

  it('brings back markings that were taken away or lowered, and keeps those that were made since', async () => {
    await library.setMarking(id, 'PUBLIC')
    await library.saveParagraphMarkings(id, [
      { ...PARAGRAPH, marking: null },
      { ...PARAGRAPH, id: 'later', marking: 'INTERNAL' }
    ])
    const lost = [
      { briefing: id, marking: 'SECRET', quote: '' },
      { briefing: id, marking: 'RESTRICTED', quote: 'nations' }
    ]
    expect((await backups.compare(await newest())).markings).toEqual(lost)
    await backups.restore(await newest())
    for (const opened of [library, await folders.open()]) {
      expect((await opened.find(id))?.marking).toBe('SECRET')
      const markings = await opened.paragraphMarkings(id)
      expect(markings.map(({ marking }) => marking)).toEqual(['RESTRICTED', 'INTERNAL'])
      expect(await opened.check()).toEqual([])
    }
  })

  it('brings back what was deleted for good, with its marks and its history', async () => {
    await library.deleteBriefing(id)
    await library.deleteForGood({ briefings: [id], annotations: [] })
    await backups.restore(await newest())
    for (const opened of [library, await folders.open()]) {
      expect(await notes(opened)).toEqual(['also', 'first'])
      expect(await opened.annotationVersions(id, mark.id)).toHaveLength(1)
      expect(await opened.tree(id, 1)).toEqual(file.document.tree)
      expect(await opened.check()).toEqual([])
    }
    await library.saveAnnotation({ ...mark, note: 'goes on' })
    expect(await notes(await folders.open())).toEqual(['also', 'goes on'])
  })

  it('does not begin when the backup before it fails', async () => {
    await library.deleteAnnotation(id, second.id)
    const path = await newest()
    const failing = keep(library, () => Promise.reject(new Error('no')))
    await expect(failing.restore(path)).rejects.toMatchObject({ problem: { code: 'backup-failed' } })
    expect(await notes(library)).toEqual(['first'])
  })
})

describe('the drill', () => {
  it('gives back the library as it was in every generation', async () => {
    await library.add(file)
    const then: unknown[] = []
    for (let generation = 1; generation <= 6; generation += 1) {
      await library.saveAnnotation({ ...mark, id: `mark-${generation}`, note: String(generation) })
      if (generation % 2 === 0) await library.deleteAnnotation(id, `mark-${generation - 1}`)
      if (generation === 4) await library.rename(id, 'Renamed')
      await backups.make('automatic')
      then.push([await library.list(), await notes(library)])
    }
    const { backups: all } = await backups.list()
    expect(all.map(({ sequence }) => sequence)).toEqual([6, 5, 4, 3, 2, 1])
    for (const { path, sequence } of all) {
      const target = join(folders.root, `unpacked ${sequence}`)
      expect(await backups.unpack(path, target)).toEqual([])
      const restored = await folders.open({ path: target, device: 'looker' })
      expect([await restored.list(), await notes(restored)]).toEqual(then[sequence - 1])
      expect(await restored.check()).toEqual([])
    }
  })
})

describe('a repair', () => {
  beforeEach(async () => {
    await library.add(file)
    await library.saveAnnotation(mark)
    await library.rename(id, 'Another title')
    await backups.make('asked-for')
    await library.saveAnnotation(second)
  })
  const ruin = async (pattern: RegExp): Promise<void> => truncate(await onlyPath(folders.library, pattern), 7)

  it('puts marks together again from the history when both copies are damaged', async () => {
    await ruin(/marks\.[0-9a-f]{16}\.json$/u)
    await ruin(/marks\.[0-9a-f]{16}\.copy\.json$/u)
    const opened = await folders.open()
    expect(await opened.tree(id, 1)).toEqual(file.document.tree)
    expect(await opened.annotations(id)).toEqual([])
    expect(opened.takeNotices().join()).toMatch(/marks\..*damaged in both of its copies/u)
    await expect(opened.saveAnnotation(mark)).rejects.toMatchObject({ problem: { code: 'library-damaged' } })
    expect((await keep(opened).repair()).length).toBeGreaterThan(0)
    for (const again of [opened, await folders.open()]) {
      expect(await notes(again)).toEqual(['also', 'first'])
      expect(await again.check()).toEqual([])
    }
    await opened.saveAnnotation({ ...mark, note: 'goes on' })
    expect(await notes(await folders.open())).toEqual(['also', 'goes on'])
  })

  it('takes a title, an original, a text and a picture from a backup', async () => {
    for (const pattern of [
      /meta\.[0-9a-f]{16}\.json$/u,
      /meta\.[0-9a-f]{16}\.copy\.json$/u,
      /original\./u,
      /tree\.json$/u,
      /tree\.copy\.json$/u
    ]) {
      await ruin(pattern)
    }
    const opened = await folders.open()
    await keep(opened).repair()
    const again = await folders.open()
    expect(await again.list()).toMatchObject([{ title: 'Another title', annotations: 2 }])
    expect(await again.tree(id, 1)).toEqual(file.document.tree)
    expect(Buffer.from(await again.original(id, 1))).toEqual(Buffer.from(file.bytes))
    expect(await again.check()).toEqual([])
  })

  it('mends one copy from the other, also of what another device imported', async () => {
    const guest = await folders.open({ device: 'two' })
    await ruin(/tree\.copy\.json$/u)
    await ruin(/source\.json$/u)
    expect((await keep(guest).repair()).length).toBe(2)
    expect(await (await folders.open()).check()).toEqual([])
  })

  it('leaves what is whole nowhere as it is, and the check names it', async () => {
    await rm(join(folders.root, 'backups'), { recursive: true })
    await ruin(/original\./u)
    expect(await keep(library).repair()).toEqual([])
    expect(await library.check()).toMatchObject([{ code: 'original-damaged' }])
  })

  it('trusts no damaged backup', async () => {
    const { backups: all } = await backups.list()
    const [{ path } = { path: '' }] = all
    await writeFile(path, 'damaged')
    await ruin(/original\./u)
    expect(await backups.repair()).toEqual([])
  })
})
