import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { idOf, importedFile, markOn } from '../../src/main/store/fixtures/briefings'
import type { OpenLibrary } from '../../src/main/store/library/file-library'
import { openLibrary } from '../../src/main/store/open-library'
import { settled, SyncthingInstance } from './syncthing-instance'

/**
 * Two Syncthings and two copies of the store on one machine, for real: `npm run trial:syncthing`. Needs
 * Debian's package `syncthing`; nothing leaves the machine.
 */
let root: string
let one: SyncthingInstance
let two: SyncthingInstance
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'syncthing-trial-'))
  one = await SyncthingInstance.create(join(root, 'one'))
  two = await SyncthingInstance.create(join(root, 'two'))
  one.shareWith(two)
  two.shareWith(one)
  await Promise.all([one.start(), two.start()])
}, 60_000)
afterEach(async () => {
  await Promise.all([one.stop(), two.stop()])
  rmSync(root, { recursive: true, force: true })
})

const file = importedFile('A deep-rooted friendship between the two nations.')
const late = importedFile('Another matter altogether.')
const id = idOf(file)
const mark = (name: string, note = name) => markOn(file, 'friendship', { id: name, note })

function open({ folder }: SyncthingInstance, config: string): Promise<OpenLibrary> {
  return openLibrary({
    path: folder,
    configFolder: join(root, config),
    cacheFolder: join(root, `${config}-cache`),
    clock: () => new Date().toISOString(),
    create: true
  })
}

/** What a person sees, by whoever looks. */
async function seen(library: OpenLibrary): Promise<unknown> {
  await library.upkeep.lookForChanges(id)
  const marks = (await library.annotations(id)).map((each) => `${each.id}: ${each.note}`).sort()
  const list = (await library.list()).map(({ title, annotations }) => `${title} ${annotations}`)
  const trash = await library.trash()
  return { marks, list, trash: trash.annotations.map(({ annotation }) => annotation.id).sort() }
}

const conflicts = (): readonly string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('sync-conflict'))

describe('two devices with one synchronised folder', () => {
  it('lose nothing, whether they change it at once or apart', async () => {
    const a = await open(one, 'a')
    await a.add(file)
    for (const name of ['first', 'both', 'deleted', 'kept']) await a.saveAnnotation(mark(name))
    await settled(one, two)
    const b = await open(two, 'b')
    expect(await seen(b)).toEqual(await seen(a))

    // At once, while both Syncthings run.
    for (let round = 0; round < 20; round += 1) {
      await Promise.all([a.saveAnnotation(mark(`a${round}`)), b.saveAnnotation(mark(`b${round}`))])
    }
    await settled(one, two)
    expect(await seen(b)).toEqual(await seen(a))
    expect((await a.annotations(id)).length).toBe(44)

    // Apart: the same mark changed on both, one deleted, one renamed, one brought in.
    await two.stop()
    await a.saveAnnotation(mark('both', 'as a says'))
    await a.deleteAnnotation(id, 'deleted')
    await a.rename(id, 'Renamed by a')
    await b.saveAnnotation(mark('both', 'as b says'))
    await b.saveAnnotation(mark('offline'))
    await b.add(late)
    await two.start()
    await settled(one, two)
    expect(await seen(b)).toEqual(await seen(a))
    expect(await seen(a)).toMatchObject({ trash: ['deleted'] })
    expect((await a.annotations(id)).map(({ note }) => note)).toEqual(
      expect.arrayContaining(['offline', 'as b says', 'first', 'kept', 'a19', 'b19'])
    )
    const versions = await a.annotationVersions(id, 'both')
    expect(versions.map(({ annotation }) => annotation.note)).toContain('as a says')
    expect((await a.list()).map(({ title }) => title)).toContain('Renamed by a')
    expect(conflicts()).toEqual([])
    for (const library of [a, b]) expect(await library.check()).toEqual([])
  })

  it('lose nothing either when one was set up as a copy of the other, and conflicts arise', async () => {
    const a = await open(one, 'a')
    await a.add(file)
    await a.saveAnnotation(mark('before'))
    await settled(one, two)
    // On one machine a copied folder of settings keeps its device's id: the worst case.
    cpSync(join(root, 'a'), join(root, 'b'), { recursive: true })
    await two.stop()
    const b = await open(two, 'b')
    await a.saveAnnotation(mark('of a'))
    await b.saveAnnotation(mark('of b'))
    await two.start()
    await settled(one, two)
    expect(conflicts().length).toBeGreaterThan(0)
    for (const library of [await open(one, 'a'), await open(two, 'b')]) {
      expect((await library.annotations(id)).map((each) => each.id).sort()).toEqual([
        'before',
        'of a',
        'of b'
      ])
    }
  })
})
