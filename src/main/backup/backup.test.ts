import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nodeFiles } from '../store/files/node-files'
import { idOf } from '../store/fixtures/briefings'
import { contentOf, onlyPath } from '../store/fixtures/folders'
import { CHANGING, refusal, watchedFiles } from '../store/fixtures/watched-files'
import { pruneBackups, readBackups } from './backup-folder'
import { type BackedUp, backedUpLibrary, file, id, mark, other } from './fixtures/backed-up'
import { unpackBackup } from './unpack-backup'
import { verifyBackup } from './verify-backup'
import { writeBackup } from './write-backup'

let made: BackedUp
beforeEach(async () => {
  made = await backedUpLibrary()
})
afterEach(() => made.folders.remove())

/** Everything that a person sees of the library at `path`. */
async function seen(path: string): Promise<unknown> {
  const library = await made.folders.open({ path, device: 'looker', create: false })
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
      await made.back(1, { kind })
      const files = await contentOf(made.folders.library)
      const before = await seen(made.folders.library)
      expect(await unpackBackup(nodeFiles, made.order(1).target, made.unpacked)).toEqual([])
      const restored = await contentOf(made.unpacked)
      for (const [path, sum] of restored) expect([path, files.get(path)]).toEqual([path, sum])
      expect([...files.keys()].filter((path) => !restored.has(path) && !path.includes('.lock'))).toEqual([])
      expect(await seen(made.unpacked)).toEqual(before)
    })
  }

  it('is read by hand when everything is in it', async () => {
    await made.back(1, { kind: 'full' })
    await rm(made.folders.library, { recursive: true })
    expect(await readdir(made.folder)).toHaveLength(1)
    expect(await unpackBackup(nodeFiles, made.order(1).target, made.unpacked)).toEqual([])
  })

  it('is left as it is when it is read back otherwise than written', async () => {
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
    await expect(writeBackup(files, made.order(1))).rejects.toThrow('read back otherwise')
    expect((await readdir(made.folder)).filter((name) => name.includes('zip'))).toEqual([])
    isDamaging = false
    await writeBackup(files, made.order(1))
    expect(await readBackups(nodeFiles, made.folder)).toMatchObject([
      { sequence: 1, briefings: 1, annotations: 2 }
    ])
  })

  it('leaves nothing of itself and harms no earlier one, whichever operation fails', async () => {
    await made.back(1)
    await (await made.folders.open()).saveAnnotation({ ...mark, note: 'later' })
    const before = await contentOf(made.folder)
    for (let failAt = 1; ; failAt += 1) {
      let count = 0
      const files = watchedFiles(nodeFiles, ({ name, path }) => {
        if (
          !path.startsWith(made.folder) ||
          !CHANGING.has(name) ||
          name.startsWith('remove') ||
          name === 'close'
        )
          return
        count += 1
        if (count === failAt) throw refusal('ENOSPC')
      })
      const failed = await writeBackup(files, made.order(2)).then(
        () => null,
        (error: unknown) => error
      )
      if (failed === null) break
      // Once it has its place it is whole, though its name may not outlast a power cut.
      if ((await nodeFiles.stamp(made.order(2).target)) !== null) {
        expect(await verifyBackup(nodeFiles, made.order(2).target)).toEqual([])
        await rm(made.order(2).target)
      }
      expect(await contentOf(made.folder)).toEqual(before)
    }
    expect(await readBackups(nodeFiles, made.folder)).toHaveLength(2)
  })

  it('is made of a damaged library too, with all that is whole', async () => {
    const tree = await onlyPath(made.folders.library, new RegExp(`${id}/editions/.*/tree\\.json$`, 'u'))
    await truncate(tree, 10)
    await truncate(await onlyPath(made.folders.library, new RegExp(`${id}/meta\\.[0-9a-f]*\\.json$`, 'u')), 5)
    await made.back(1)
    expect(await verifyBackup(nodeFiles, made.order(1).target)).toEqual([])
    await unpackBackup(nodeFiles, made.order(1).target, made.unpacked)
    const library = await made.folders.open({ path: made.unpacked, device: 'looker' })
    expect(await library.list()).toMatchObject([{ title: 'Another title', annotations: 2 }])
    expect(await library.tree(id, 1)).toEqual(file.document.tree)
  })
})

describe('what never changes', () => {
  it('is kept once for all backups, and healed by them', async () => {
    await made.back(1)
    const kept = await readdir(join(made.folder, 'files'))
    await (await made.folders.open()).saveAnnotation({ ...mark, note: 'later' })
    const original = await onlyPath(made.folders.library, new RegExp(`${id}/editions/.*/original`, 'u'))
    await truncate(original, 3)
    await made.back(2)
    expect(await readdir(join(made.folder, 'files'))).toEqual(kept)
    await unpackBackup(nodeFiles, made.order(2).target, made.unpacked)
    const restored = await made.folders.open({ path: made.unpacked, device: 'looker' })
    expect(Buffer.from(await restored.original(id, 1))).toEqual(Buffer.from(file.bytes))
  })

  it('goes when no backup needs it any more, and stays while one cannot be read', async () => {
    await made.back(1)
    const library = await made.folders.open()
    await library.deleteForGood({ briefings: [idOf(other)], annotations: [] })
    for (let sequence = 2; sequence <= 12; sequence += 1) await made.back(sequence)
    const all = await readdir(join(made.folder, 'files'))
    const damaged = made.order(12).target
    const whole = await readFile(damaged)
    await writeFile(damaged, whole.subarray(0, whole.length - 30))
    await pruneBackups(nodeFiles, made.folder)
    expect(await readdir(join(made.folder, 'files'))).toEqual(all)
    expect((await readdir(made.folder)).filter((name) => name.endsWith('.zip'))).toHaveLength(12)
    await writeFile(damaged, whole)
    await pruneBackups(nodeFiles, made.folder)
    expect((await readBackups(nodeFiles, made.folder)).map(({ sequence }) => sequence)).toEqual([
      12, 11, 10, 9, 8, 7, 6, 5, 4, 3
    ])
    expect((await readdir(join(made.folder, 'files'))).length).toBeLessThan(all.length)
    for (const { path } of await readBackups(nodeFiles, made.folder)) {
      expect(await verifyBackup(nodeFiles, path)).toEqual([])
    }
  })
})
