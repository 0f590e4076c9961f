import { readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { rm } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { idOf, importedFile, markOn } from '../../src/main/store/fixtures/briefings'
import { bundleScript, startChild } from '../../src/main/store/fixtures/child'
import { type TestFolders, testFolders } from '../../src/main/store/fixtures/folders'
import { CHANGING, refusal, watchedFiles } from '../../src/main/store/fixtures/watched-files'
import { nodeFiles } from '../../src/main/store/files/node-files'

const KILLS = 30
let script: string
beforeAll(async () => {
  script = await bundleScript(join(import.meta.dirname, '../../src/main/store/fixtures/child-script.ts'))
})
afterAll(() => rm(dirname(script), { recursive: true }))

let folders: TestFolders
beforeEach(async () => {
  folders = await testFolders()
})
afterEach(() => folders.remove())

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
const file = importedFile('A deep-rooted friendship between the two nations.')

describe('kill -9', () => {
  it(`loses no acknowledged mark in ${KILLS} kills`, async () => {
    const acknowledged: string[] = []
    for (let kill = 0; kill < KILLS; kill += 1) {
      const child = startChild(script, ['annotate', folders.library, join(folders.root, 'one'), String(kill)])
      await child.line('saved')
      await pause(Math.random() * 60)
      await child.kill()
      acknowledged.push(
        ...child.lines.filter((line) => line.startsWith('saved ')).map((line) => line.slice(6))
      )
    }
    const library = await folders.open()
    const found = new Map((await library.annotations(idOf(file))).map((mark) => [mark.id, mark.note]))
    const lost = acknowledged.filter((id) => found.get(id) !== `note ${id.split('-')[1]}`)
    expect(acknowledged.length).toBeGreaterThan(KILLS)
    expect(lost).toEqual([])
    expect((await library.list())[0]?.annotations).toBe(found.size)
    expect(await library.check()).toEqual([])
    const left = await readdir(join(folders.library, 'briefings', idOf(file)))
    expect(left.filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it('leaves no half briefing, and nothing of one that was cut short', async () => {
    const acknowledged: string[] = []
    for (let kill = 0; kill < 10; kill += 1) {
      const child = startChild(script, ['import', folders.library, join(folders.root, 'one'), String(kill)])
      await child.line('added')
      await pause(Math.random() * 40)
      await child.kill()
      acknowledged.push(
        ...child.lines.filter((line) => line.startsWith('added ')).map((line) => line.slice(6))
      )
    }
    const library = await folders.open()
    const ids = (await library.list()).map(({ id }) => id)
    expect(acknowledged.filter((id) => !ids.includes(id))).toEqual([])
    expect((await readdir(join(folders.library, 'briefings'))).sort()).toEqual(ids.sort())
    expect(await library.check()).toEqual([])
  })
})

describe('an import that fails at any one operation', () => {
  it('leaves the library as it was, and goes through afterwards', async () => {
    for (let failAt = 1; ; failAt += 1) {
      let count = -Infinity
      const files = watchedFiles(nodeFiles, ({ name }) => {
        if (!CHANGING.has(name) || name === 'close' || name.startsWith('remove')) return
        if (++count === failAt) throw refusal('ENOSPC')
      })
      const library = await folders.open({ files })
      count = 0
      const result = await library.add(file).catch((error: unknown) => error)
      if (count < failAt) break
      expect(result).toMatchObject({ problem: { code: 'disk-full' } })
      count = -Infinity
      const names = await readdir(join(folders.library, 'briefings'))
      if (!names.includes(idOf(file))) expect(names).toEqual([])
      expect(await library.check()).toEqual([])
      await library.add(file)
      expect(await library.tree(idOf(file), 1)).toEqual(file.document.tree)
      await folders.remove()
      folders = await testFolders()
    }
  })
})

describe('a mark whose saving fails at any one operation', () => {
  it.each(['ENOSPC', 'EIO', 'EACCES'])('with %s is said to be unsaved and harms no other', async (code) => {
    const first = await folders.open()
    await first.add(file)
    const safe = markOn(file, 'friendship', { id: 'safe' })
    await first.saveAnnotation(safe)
    await first.close()
    for (let failAt = 1; ; failAt += 1) {
      let count = -Infinity
      const files = watchedFiles(nodeFiles, ({ name }) => {
        if (!CHANGING.has(name) || name === 'close' || name.startsWith('remove')) return
        if (++count === failAt) throw refusal(code)
      })
      const library = await folders.open({ files })
      count = 0
      const mark = markOn(file, 'two', { id: `mark-${failAt}` })
      const result = await library.saveAnnotation(mark).catch((error: unknown) => error)
      const isLast = count < failAt
      count = -Infinity
      const shown = await library.annotations(idOf(file))
      expect(shown).toContainEqual(safe)
      if (result === undefined) expect(shown).toContainEqual(mark)
      else
        expect(result).toMatchObject({
          problem: { code: expect.stringMatching(/disk-full|library-not-saved/u) }
        })
      expect((await (await folders.open()).annotations(idOf(file))).length).toBe(shown.length)
      if (isLast) break
    }
  })
})
