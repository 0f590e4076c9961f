import { describe, expect, it } from 'vitest'
import type { ImportedBriefing, ReaderApi } from '../contract/api'
import { FIRST, imported, marksIn, markWords, openLibrary, SECOND } from '../testing/edition-library'

/** A briefing in two editions with a mark for each thing that can become of one. */
async function twoEditions(): Promise<{ api: ReaderApi; id: string; second: ImportedBriefing }> {
  const { api } = openLibrary()
  const { briefing } = await imported(api, '/first.txt')
  for (const quote of [
    'Oslo',
    'The ministers met',
    'in the spring, and both sides',
    'Observers were not admitted'
  ])
    await markWords(api, briefing.id, quote)
  return { api, id: briefing.id, second: await imported(api, '/second.txt', briefing.id) }
}

describe('a new edition', () => {
  it('carries the marks over and tells what became of them', async () => {
    const { api, id, second } = await twoEditions()
    expect(second).toMatchObject({ duplicate: false, briefing: { id, edition: 2 } })
    expect(second.carried).toEqual({ exact: 1, moved: 1, changed: 1, orphan: 1 })
    expect(await marksIn(api, id, 2)).toEqual([
      'moved: The ministers met',
      'changed: in the early autumn, and both sides',
      'exact: Oslo',
      'orphan: Observers were not admitted'
    ])
  })

  it('leaves the old one readable with its marks', async () => {
    const { api, id } = await twoEditions()
    await markWords(api, id, 'A declaration was read')
    expect(await marksIn(api, id, 1)).toEqual([
      'exact: The ministers met',
      'exact: in the spring, and both sides',
      'exact: Oslo',
      'exact: Observers were not admitted'
    ])
    const opened = await api.openBriefing({ id, edition: 1 })
    expect(opened).toMatchObject({ edition: 1, editions: [{ number: 1 }, { number: 2 }] })
  })

  it('imported again is the edition that is there', async () => {
    const { api, id } = await twoEditions()
    expect(await imported(api, '/second.txt')).toMatchObject({
      duplicate: true,
      briefing: { id, edition: 2 }
    })
    expect(await imported(api, '/first.txt', id)).toMatchObject({ duplicate: true, briefing: { edition: 2 } })
    expect(await api.listBriefings()).toHaveLength(1)
  })

  it('of a briefing that is not there is refused before anything is read', async () => {
    const { api } = openLibrary()
    const failing = api.importFiles({ paths: ['/first.txt'], editionOf: 'none' })
    await expect(failing).rejects.toMatchObject({ problem: { code: 'briefing-unknown' } })
    expect(await api.listBriefings()).toEqual([])
  })
})

describe('a person who looks at a mark that was carried over', () => {
  async function orphanIn(api: ReaderApi, briefing: string): Promise<string> {
    const [orphan] = (await api.listAnnotations({ briefing })).filter(({ status }) => status === 'orphan')
    return orphan?.id ?? ''
  }

  it('puts it elsewhere, and there it stays', async () => {
    const { api, id } = await twoEditions()
    const orphan = await orphanIn(api, id)
    const carried = await api.listAnnotations({ briefing: id })
    expect(carried.filter(({ isReviewed }) => isReviewed)).toEqual([])
    const start = SECOND.indexOf('A declaration')
    const range = { start, end: start + 'A declaration was read'.length }
    const placed = await api.placeAnnotation({ briefing: id, id: orphan, edition: 2, range })
    expect(placed).toMatchObject({
      range,
      status: 'changed',
      isReviewed: true,
      quote: 'A declaration was read'
    })
    expect(await marksIn(api, id, 2)).toContain('changed: A declaration was read')
    expect(await marksIn(api, id, 1)).toContain('exact: Observers were not admitted')
  })

  it('keeps it as an orphan', async () => {
    const { api, id } = await twoEditions()
    const orphan = await orphanIn(api, id)
    const kept = await api.placeAnnotation({ briefing: id, id: orphan, edition: 2, range: null })
    expect(kept).toMatchObject({ status: 'orphan', isReviewed: true, quote: 'Observers were not admitted' })
  })

  it('sees it carried over from where she put it when a third edition comes', async () => {
    const { api, id } = await twoEditions()
    const orphan = await orphanIn(api, id)
    const start = SECOND.indexOf('A declaration')
    await api.placeAnnotation({
      ...{ briefing: id, id: orphan, edition: 2 },
      range: { start, end: start + 'A declaration was read'.length }
    })
    await api.importBytes({
      name: 'third',
      bytes: new TextEncoder().encode(`New.\n${SECOND}`),
      editionOf: id
    })
    expect(await marksIn(api, id, 3)).toContain('exact: A declaration was read')
  })

  it('resizes a mark on its own edition, and later ones follow', async () => {
    const { api, id } = await twoEditions()
    const [first] = await api.listAnnotations({ briefing: id, edition: 1 })
    const start = FIRST.indexOf('The ministers met')
    const range = { start, end: start + 'The ministers met in Ankara'.length }
    await api.placeAnnotation({ briefing: id, id: first?.id ?? '', edition: 1, range })
    expect(await marksIn(api, id, 2)).toContain('moved: The ministers met in Ankara')
  })
})

describe('an edition that is taken back', () => {
  it('is not shown, nor are marks made on it, until it is restored', async () => {
    const { api, id, second } = await twoEditions()
    await markWords(api, id, 'A declaration was read')
    const back = await api.withdrawEdition({ id, sha256: second.sha256 })
    expect(back).toMatchObject({ edition: 1, annotations: 4 })
    expect(await marksIn(api, id, 1)).toHaveLength(4)
    expect(await api.restoreEdition({ id, sha256: second.sha256 })).toMatchObject({
      edition: 2,
      annotations: 5
    })
    expect(await marksIn(api, id, 2)).toContain('exact: A declaration was read')
  })

  it('leaves its number to the next one', async () => {
    const { api, id, second } = await twoEditions()
    await api.withdrawEdition({ id, sha256: second.sha256 })
    const next = await imported(api, '/corrected.txt', id)
    expect(next).toMatchObject({
      briefing: { edition: 2 },
      carried: { exact: 3, moved: 1, changed: 0, orphan: 0 }
    })
  })
})

it('two editions are compared', async () => {
  const { api, id } = await twoEditions()
  const blocks = await api.compareEditions({ id, from: 1, to: 2 })
  expect(blocks.map(({ change }) => change)).toEqual(['same', 'edited', 'edited', 'same', 'removed', 'added'])
})
