import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OpenLibrary } from '../../../src/main/store/library/file-library'
import { copyOfFrozen, FIRST_DEVICE, type LibraryCopy, SECOND_DEVICE } from './open-fixture'
import { plantUnknownFields, unknownFields } from './unknown-fields'
import { whatIsShown } from './what-is-shown'

let copy: LibraryCopy
beforeEach(async () => {
  copy = await copyOfFrozen()
})
afterEach(() => copy.remove())

const expected = async (): Promise<unknown> =>
  JSON.parse(await readFile(join(import.meta.dirname, 'schema-1', 'expected.json'), 'utf8'))
const STRANGER = '3333333333333333'

/** Change everything that the first device wrote; answers the mark as it is then. */
async function changeAll(library: OpenLibrary): Promise<unknown> {
  const [{ id = '' } = {}] = await library.list()
  const [mark] = (await library.annotations(id)).filter(({ note }) => note === 'Second thought')
  if (mark === undefined) throw new Error('the mark is missing')
  const changed = { ...mark, note: 'Third thought' }
  await library.saveAnnotation(changed)
  await library.rename(id, 'Once more')
  await library.saveReadingPosition(id, { offset: 20, progress: 0.5 })
  return changed
}

describe('a library that schema 1 wrote', () => {
  it.each([FIRST_DEVICE, SECOND_DEVICE])('shows what it showed, on device %s', async (device) => {
    const library = await copy.open(device)
    expect(library.isReadOnly).toBe(false)
    expect(withoutOwnership(await whatIsShown(library))).toEqual(withoutOwnership(await expected()))
    expect(await library.check()).toEqual([])
    expect(library.takeNotices()).toEqual([])
  })

  it('shows its own device which changes are its own', async () => {
    expect(await whatIsShown(await copy.open(FIRST_DEVICE))).toEqual(await expected())
  })

  it.each([FIRST_DEVICE, STRANGER])('can be changed by device %s', async (device) => {
    const mark = await changeAll(await copy.open(device))
    const again = await copy.open(SECOND_DEVICE)
    const [briefing] = await again.list()
    expect(briefing).toMatchObject({ title: 'Once more', annotations: 2 })
    expect(await again.annotations(briefing?.id ?? '')).toContainEqual(mark)
    expect(await again.readingPosition(briefing?.id ?? '')).toEqual({ offset: 20, progress: 0.5 })
    expect(await again.check()).toEqual([])
  })
})

describe('fields that this program does not know', () => {
  it('survive a change of everything that they stand beside', async () => {
    const planted = await plantUnknownFields(copy.root, FIRST_DEVICE)
    expect(Math.min(...planted.values())).toBeGreaterThan(1)
    const mark = await changeAll(await copy.open(FIRST_DEVICE))
    expect(mark).toMatchObject({ later: { than: 'this program' } })
    expect(await unknownFields(copy.root, FIRST_DEVICE)).toEqual(planted)
  })
})

/** Which device looks decides what is its own. */
function withoutOwnership(shown: unknown): unknown {
  return JSON.parse(JSON.stringify(shown, (key, value: unknown) => (key === 'isOwn' ? undefined : value)))
}
