import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SCHEMA } from '#core/store/document'
import type { FileSystem } from '../../../src/main/store/files/file-system'
import { nodeFiles } from '../../../src/main/store/files/node-files'
import { seedOfRun } from '../histories/seeded'
import { anyTarget, CHANGING_CALLS, MARK_CALLS } from './changing-calls'
import { copyOfFrozen, FIRST_DEVICE, type LibraryCopy, SECOND_DEVICE } from './open-fixture'
import { proveReadOnly } from './prove-read-only'
import { reseal, resealAll } from './reseal'

const seed = seedOfRun('schemas')
const FUTURE = SCHEMA + 1

let copy: LibraryCopy
beforeEach(async () => {
  copy = await copyOfFrozen()
})
afterEach(() => copy.remove())

/** Let the documents whose path matches be of a later schema. */
async function makeNewer(pattern: RegExp): Promise<void> {
  const later = { schema: FUTURE, later: ['what nobody knows yet'] }
  const changed = await resealAll(copy.root, (_document, path) => (pattern.test(path) ? later : null))
  expect(changed).not.toEqual([])
}

/** What later programs may keep beside what is known. */
async function addUnknownKinds(): Promise<void> {
  const folder = join(copy.root, 'briefings', anyTarget().briefing)
  await mkdir(join(copy.root, 'vault', 'inner'), { recursive: true })
  for (const path of [
    join(copy.root, 'vault', 'inner', 'keys.bin'),
    join(copy.root, `people.${FIRST_DEVICE}.json`),
    join(folder, `threads.${SECOND_DEVICE}.json`),
    join(folder, `marks.${FIRST_DEVICE}.log`)
  ])
    await writeFile(path, 'something else', { mode: 0o640 })
}

/** Planted: a program that takes what a later one wrote for its own. */
const believing: FileSystem = {
  ...nodeFiles,
  read: async (path) => {
    const bytes = await nodeFiles.read(path)
    return path.endsWith('.json') ? (reseal(bytes, () => ({ schema: SCHEMA })) ?? bytes) : bytes
  }
}

describe(`a library that a newer program wrote (seed ${seed})`, () => {
  const cases = {
    'in every document': /./u,
    "in the library's document of one device": new RegExp(`^library\\.${SECOND_DEVICE}\\.json$`, 'u'),
    'in one copy of it': new RegExp(`^library\\.${SECOND_DEVICE}\\.copy\\.json$`, 'u')
  }
  it.each(Object.entries(cases))('%s is read and never changed', async (_name, pattern) => {
    await makeNewer(pattern)
    await addUnknownKinds()
    const counts = await proveReadOnly({ copy, calls: CHANGING_CALLS, seed })
    expect(counts).toEqual({ isReadOnly: true, refused: 100, notRefused: [], changed: [] })
  })

  it.each([FIRST_DEVICE, SECOND_DEVICE])('in the marks of device %s keeps all marks', async (device) => {
    await makeNewer(new RegExp(`marks\\.${device}`, 'u'))
    const counts = await proveReadOnly({ copy, calls: MARK_CALLS, seed })
    expect(counts).toMatchObject({ refused: 100, notRefused: [] })
    expect(counts.changed.filter((path) => path.startsWith('briefings'))).toEqual([])
  })

  it('is still shown where what is known of it fits', async () => {
    await makeNewer(/./u)
    const library = await copy.open(FIRST_DEVICE)
    expect(await library.list()).toHaveLength(2)
    expect(await library.annotations(anyTarget().briefing)).toHaveLength(2)
  })

  it('is changed by a program that believes it its own', async () => {
    await makeNewer(/./u)
    const counts = await proveReadOnly({ copy, calls: CHANGING_CALLS, seed, files: believing })
    expect(counts.isReadOnly).toBe(false)
    expect(counts.notRefused).not.toEqual([])
    expect(counts.changed).not.toEqual([])
  })
})
