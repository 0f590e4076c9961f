import { cp, mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nodeFiles } from '../store/files/node-files'
import { idOf, importedFile, markOn, withAsset } from '../store/fixtures/briefings'
import { contentOf, onlyPath, type TestFolders, testFolders } from '../store/fixtures/folders'
import { CHANGING, refusal, watchedFiles } from '../store/fixtures/watched-files'
import { zipName } from './backup-places'
import { pruneBackups, readBackups } from './backup-folder'
import { unpackBackup } from './unpack-backup'
import { verifyBackup } from './verify-backup'
import { type BackupOrder, writeBackup } from './write-backup'

let folders: TestFolders
beforeEach(async () => {
  folders = await testFolders()
})
afterEach(() => folders.remove())

const file = withAsset(importedFile('A deep-rooted friendship between the two nations.'), 'a picture')
const other = importedFile('Another matter altogether.')
const id = idOf(file)
const mark = markOn(file, 'friendship', { id: 'mark', note: 'Really? <script>alert(1)</script>' })

const folder = (): string => join(folders.root, 'backups')
const unpacked = (): string => join(folders.root, 'unpacked')
const order = (sequence: number, overrides: Partial<BackupOrder> = {}): BackupOrder => ({
  root: folders.library,
  target: join(folder(), zipName(sequence, '2026-11-23T10:00:00.000Z')),
  kind: 'generation',
  sequence,
  made: '2026-11-23T10:00:00.000Z',
  reason: 'automatic',
  program: 'Briefing Reader 0.1.0',
  ...overrides
})
const back = (sequence: number, overrides?: Partial<BackupOrder>): Promise<unknown> =>
  writeBackup(nodeFiles, order(sequence, overrides))

/** A library with marks live and in the trash, a briefing in the trash, a title, a position, a second device. */
async function fillLibrary(): Promise<void> {
  const library = await folders.open()
  await library.add(file)
  await library.add(other)
  await library.saveAnnotation(mark)
  await library.saveAnnotation(markOn(file, 'nations', { id: 'gone' }))
  await library.deleteAnnotation(id, 'gone')
  await library.rename(id, 'Another title')
  await library.saveReadingPosition(id, { offset: 3, progress: 0.2 })
  await library.deleteBriefing(idOf(other))
  const second = await folders.open({ device: 'two' })
  await second.saveAnnotation(markOn(file, 'two', { id: 'of two', note: 'شكرا' }))
  await second.close()
  await library.close()
}

/** Everything that a person sees of the library at `path`. */
async function seen(path: string): Promise<unknown> {
  const library = await folders.open({ path, device: 'looker', create: false })
  const list = await library.list()
  return {
    list,
    trash: await library.trash(),
    faults: await library.check(),
    each: await Promise.all(
      list.map(async (briefing) => ({
        tree: await library.tree(briefing.id, 1),
        original: Buffer.from(await library.original(briefing.id, 1)).toString('base64'),
        marks: [...(await library.annotations(briefing.id))].sort((a, b) => (a.id < b.id ? -1 : 1)),
        history: await library.annotationVersions(briefing.id, mark.id),
        position: await library.readingPosition(briefing.id)
      }))
    )
  }
}

describe('a backup', () => {
  for (const kind of ['generation', 'full'] as const) {
    it(`gives back the whole library, byte for byte (${kind})`, async () => {
      await fillLibrary()
      await back(1, { kind })
      const files = await contentOf(folders.library)
      const before = await seen(folders.library)
      expect(await unpackBackup(nodeFiles, order(1).target, unpacked())).toEqual([])
      const restored = await contentOf(unpacked())
      for (const [path, sum] of restored) expect([path, files.get(path)]).toEqual([path, sum])
      expect([...files.keys()].filter((path) => !restored.has(path) && !path.includes('.lock'))).toEqual([])
      expect(await seen(unpacked())).toEqual(before)
    })
  }

  it('is read by hand when everything is in it', async () => {
    await fillLibrary()
    await back(1, { kind: 'full' })
    await rm(folders.library, { recursive: true })
    expect(await readdir(folder())).toHaveLength(1)
    expect(await unpackBackup(nodeFiles, order(1).target, unpacked())).toEqual([])
  })

  it('is left as it is when it is read back otherwise than written', async () => {
    await fillLibrary()
    let isDamaging = true
    const files = {
      ...nodeFiles,
      create: async (path: string, mode: number) => {
        const opened = await nodeFiles.create(path, mode)
        if (!path.endsWith('.tmp') || !path.includes('.zip')) return opened
        return {
          ...opened,
          write: (bytes: Uint8Array) => {
            const flipped = Buffer.from(bytes)
            if (isDamaging && flipped.length > 40) flipped[38] = (flipped[38] ?? 0) ^ 1
            return opened.write(flipped)
          }
        }
      }
    }
    await expect(writeBackup(files, order(1))).rejects.toThrow('read back otherwise')
    expect((await readdir(folder())).filter((name) => name.includes('zip'))).toEqual([])
    isDamaging = false
    await writeBackup(files, order(1))
    expect(await readBackups(nodeFiles, folder())).toMatchObject([
      { sequence: 1, briefings: 1, annotations: 2 }
    ])
  })

  it('leaves nothing of itself and harms no earlier one, whichever operation fails', async () => {
    await fillLibrary()
    await back(1)
    await (await folders.open()).saveAnnotation({ ...mark, note: 'later' })
    const before = await contentOf(folder())
    for (let failAt = 1; ; failAt += 1) {
      let count = 0
      const files = watchedFiles(nodeFiles, ({ name, path }) => {
        if (
          !path.startsWith(folder()) ||
          !CHANGING.has(name) ||
          name.startsWith('remove') ||
          name === 'close'
        )
          return
        count += 1
        if (count === failAt) throw refusal('ENOSPC')
      })
      const failed = await writeBackup(files, order(2)).then(
        () => null,
        (error: unknown) => error
      )
      if (failed === null) break
      // Once it has its place it is whole, though its name may not outlast a power cut.
      if ((await nodeFiles.stamp(order(2).target)) !== null) {
        expect(await verifyBackup(nodeFiles, order(2).target)).toEqual([])
        await rm(order(2).target)
      }
      expect(await contentOf(folder())).toEqual(before)
    }
    expect(await readBackups(nodeFiles, folder())).toHaveLength(2)
  })

  it('is made of a damaged library too, with all that is whole', async () => {
    await fillLibrary()
    const tree = await onlyPath(folders.library, new RegExp(`${id}/editions/.*/tree\\.json$`, 'u'))
    await truncate(tree, 10)
    await truncate(await onlyPath(folders.library, new RegExp(`${id}/meta\\.[0-9a-f]*\\.json$`, 'u')), 5)
    await back(1)
    expect(await verifyBackup(nodeFiles, order(1).target)).toEqual([])
    await unpackBackup(nodeFiles, order(1).target, unpacked())
    const library = await folders.open({ path: unpacked(), device: 'looker' })
    expect(await library.list()).toMatchObject([{ title: 'Another title', annotations: 2 }])
    expect(await library.tree(id, 1)).toEqual(file.document.tree)
  })
})

describe('what never changes', () => {
  it('is kept once for all backups, and healed by them', async () => {
    await fillLibrary()
    await back(1)
    const kept = await readdir(join(folder(), 'files'))
    await (await folders.open()).saveAnnotation({ ...mark, note: 'later' })
    const original = await onlyPath(folders.library, new RegExp(`${id}/editions/.*/original`, 'u'))
    await truncate(original, 3)
    await back(2)
    expect(await readdir(join(folder(), 'files'))).toEqual(kept)
    await unpackBackup(nodeFiles, order(2).target, unpacked())
    const restored = await folders.open({ path: unpacked(), device: 'looker' })
    expect(Buffer.from(await restored.original(id, 1))).toEqual(Buffer.from(file.bytes))
  })

  it('goes when no backup needs it any more, and stays while one cannot be read', async () => {
    await fillLibrary()
    await back(1)
    const library = await folders.open()
    await library.deleteForGood({ briefings: [idOf(other)], annotations: [] })
    for (let sequence = 2; sequence <= 12; sequence += 1) await back(sequence)
    const all = await readdir(join(folder(), 'files'))
    const damaged = order(12).target
    const whole = await readFile(damaged)
    await writeFile(damaged, whole.subarray(0, whole.length - 30))
    await pruneBackups(nodeFiles, folder())
    expect(await readdir(join(folder(), 'files'))).toEqual(all)
    expect((await readdir(folder())).filter((name) => name.endsWith('.zip'))).toHaveLength(12)
    await writeFile(damaged, whole)
    await pruneBackups(nodeFiles, folder())
    expect((await readBackups(nodeFiles, folder())).map(({ sequence }) => sequence)).toEqual([
      12, 11, 10, 9, 8, 7, 6, 5, 4, 3
    ])
    expect((await readdir(join(folder(), 'files'))).length).toBeLessThan(all.length)
    for (const { path } of await readBackups(nodeFiles, folder())) {
      expect(await verifyBackup(nodeFiles, path)).toEqual([])
    }
  })
})

describe('damage', () => {
  it('of a backup is found wherever content stands, and costs only the files that it hit', async () => {
    await fillLibrary()
    await back(1, { kind: 'full' })
    const path = order(1).target
    const whole = await readFile(path)
    const before = await contentOf(folders.library)
    const content = contentRanges(whole)
    let step = 0
    for (let at = content[0]?.start ?? 0; at < whole.length; at += 97) {
      if (!content.some(({ start, end }) => at >= start && at < end)) continue
      const damaged = Buffer.from(whole)
      damaged[at] = (damaged[at] ?? 0) ^ (1 << ((step += 1) % 8))
      await writeFile(path, damaged)
      const isFound = (await verifyBackup(nodeFiles, path)).length > 0
      // The last byte of a deflated stream may have bits that say nothing.
      if (!content.some(({ end }) => at === end - 1)) expect([at, isFound]).toEqual([at, true])
      if (isFound && step % 10 > 0) continue
      const missing = await unpackBackup(nodeFiles, path, unpacked()).catch(() => null)
      if (missing === null) continue
      for (const [name, sum] of await contentOf(unpacked())) expect(before.get(name)).toBe(sum)
      await rm(unpacked(), { recursive: true })
    }
    expect(step).toBeGreaterThan(50)
  })

  it('of a file beside it is found', async () => {
    await fillLibrary()
    await back(1)
    const [name = ''] = await readdir(join(folder(), 'files'))
    await truncate(join(folder(), 'files', name), 2)
    expect(await verifyBackup(nodeFiles, order(1).target)).toHaveLength(name.endsWith('.json') ? 2 : 1)
  })
})

describe('unpacking', () => {
  it('refuses a folder that holds something, and anything that is no backup', async () => {
    await fillLibrary()
    await back(1)
    const refused = { problem: expect.objectContaining({ code: 'output-exists' }) }
    await expect(unpackBackup(nodeFiles, order(1).target, folders.library)).rejects.toMatchObject(refused)
    const text = join(folders.root, 'notes.zip')
    await writeFile(text, 'no zip')
    await expect(unpackBackup(nodeFiles, text, unpacked())).rejects.toMatchObject({
      problem: { code: 'backup-unreadable' }
    })
    await mkdir(unpacked())
    expect(await unpackBackup(nodeFiles, order(1).target, unpacked())).toEqual([])
  })

  it('leaves nothing behind when the disk fails', async () => {
    await fillLibrary()
    await back(1)
    const before = (await readdir(folders.root)).sort()
    let count = 0
    const files = watchedFiles(nodeFiles, ({ name }) => {
      if (name === 'create' && (count += 1) === 7) throw refusal('ENOSPC')
    })
    await expect(unpackBackup(files, order(1).target, unpacked())).rejects.toMatchObject({
      problem: { code: 'disk-full' }
    })
    expect((await readdir(folders.root)).sort()).toEqual(before)
  })

  it('never leaves the folder, whatever a zip says', async () => {
    await fillLibrary()
    const secret = join(folders.library, 'briefings', id, 'x')
    await writeFile(secret, 'x')
    await back(1, { kind: 'full' })
    const bytes = await readFile(order(1).target, 'latin1')
    const hostile = bytes.replaceAll(`library/briefings/${id}/x`, `library/../../../${'a'.repeat(id.length)}`)
    expect(hostile).not.toBe(bytes)
    await writeFile(order(1).target, hostile, 'latin1')
    await cp(folders.library, join(folders.root, 'copy'), { recursive: true })
    await unpackBackup(nodeFiles, order(1).target, unpacked()).catch(() => null)
    expect((await readdir(folders.root)).some((name) => /^a+$/u.test(name))).toBe(false)
  })
})

/** Where the data of the zip's entries stand, from their local headers (APPNOTE.TXT, 4.3.7 and 4.3.9). */
function contentRanges(zip: Buffer): readonly { readonly start: number; readonly end: number }[] {
  const ranges: { start: number; end: number }[] = []
  for (let at = zip.indexOf('PK\u0003\u0004'); at !== -1;) {
    const start = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28)
    const end = zip.indexOf('PK\u0007\u0008', start)
    if (end === -1) break
    ranges.push({ start, end })
    at = zip.indexOf('PK\u0003\u0004', end)
  }
  return ranges
}
