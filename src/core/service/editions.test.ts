import { describe, expect, it } from 'vitest'
import type { ImportedBriefing, ReaderApi } from '../contract/api'
import type { ImportedDocument } from '../import/imported-file'
import { createFakeHost, type FakeHost } from '../testing/fake-host'
import type { ReaderHost } from './ports'
import { createReaderService } from './reader-service'

const FIRST = [
  'Ankara talks',
  'The ministers met in Ankara on Monday to speak about grain.',
  'A joint office opens in the spring, and both sides pay for it.',
  'The next meeting will take place in Oslo before the end of June.',
  'Observers were not admitted to the last session.'
].join('\n')
const SECOND = FIRST.replace('on Monday', 'on Tuesday')
  .replace('opens in the spring', 'opens in the early autumn')
  .replace('Observers were not admitted to the last session.', 'A declaration was read at the end.')
const OTHER = 'Harvest\nThe harvest was poor in the north and fair in the south of the country this year.'

const CORRECTED = FIRST.replace('on Monday', 'on Tuesday')
const FILES = {
  '/first.txt': FIRST,
  '/second.txt': SECOND,
  '/corrected.txt': CORRECTED,
  '/other.txt': OTHER
}

/** A library in memory whose files say what `facts` says of them. */
function open(
  facts: Readonly<Record<string, Partial<ImportedDocument>>> = {},
  files: Readonly<Record<string, string>> = FILES
): {
  readonly api: ReaderApi
  readonly host: FakeHost
} {
  const host = createFakeHost(files)
  const importer: ReaderHost['importer'] = {
    ...host.importer,
    async read(source) {
      const file = await host.importer.read(source)
      return { ...file, document: { ...file.document, ...facts[file.source] } }
    }
  }
  return { api: createReaderService({ ...host, importer }), host }
}

async function imported(api: ReaderApi, path: string, editionOf?: string): Promise<ImportedBriefing> {
  const [only] = (await api.importFiles({ paths: [path], editionOf })).imported
  if (only === undefined) throw new Error(`not imported: ${path}`)
  return only
}

async function mark(api: ReaderApi, briefing: string, exact: string): Promise<string> {
  return (await api.annotateQuote({ briefing, quote: { exact, prefix: '', suffix: '' } })).id
}

/** Quote and status of each mark in an edition. */
async function marksIn(api: ReaderApi, briefing: string, edition: number): Promise<readonly string[]> {
  const marks = await api.listAnnotations({ briefing, edition })
  return marks.map(({ quote, status }) => `${status}: ${quote}`)
}

/** A briefing in two editions with a mark for each thing that can become of one. */
async function twoEditions(): Promise<{ api: ReaderApi; id: string; second: ImportedBriefing }> {
  const { api } = open()
  const { briefing } = await imported(api, '/first.txt')
  for (const quote of [
    'Oslo',
    'The ministers met',
    'in the spring, and both sides',
    'Observers were not admitted'
  ])
    await mark(api, briefing.id, quote)
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
    await mark(api, id, 'A declaration was read')
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
    const { api } = open()
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
    const { tree: _tree, ...opened } = await api.openBriefing({ id })
    expect(opened.annotations.filter(({ isReviewed }) => isReviewed)).toEqual([])
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

describe('a file that comes in', () => {
  const source = { sourceUrl: 'https://example.org/talks', date: '2024-01-16' }

  it('is a new edition when it is from the same address and tells of the same day', async () => {
    const { api } = open({ '/first.txt': source, '/second.txt': source })
    const { briefing } = await imported(api, '/first.txt')
    expect(await imported(api, '/second.txt')).toMatchObject({ briefing: { id: briefing.id, edition: 2 } })
  })

  it('is a briefing of its own when that address has another text, or another day', async () => {
    const { api } = open({
      '/first.txt': source,
      '/other.txt': source,
      '/second.txt': { ...source, date: '2024-01-17' }
    })
    await imported(api, '/first.txt')
    expect(await imported(api, '/other.txt')).toMatchObject({ briefing: { edition: 1 }, resembles: null })
    expect(await imported(api, '/second.txt')).toMatchObject({ briefing: { edition: 1 }, resembles: null })
    expect(await api.listBriefings()).toHaveLength(3)
  })

  it('is only proposed as an edition when it is merely alike', async () => {
    const { api } = open()
    const first = await imported(api, '/first.txt')
    const alike = await imported(api, '/corrected.txt')
    expect(alike).toMatchObject({ briefing: { edition: 1 }, resembles: { id: first.briefing.id } })
    expect(await api.listBriefings()).toHaveLength(2)
  })

  it('is made an edition when the person says so, with the marks it has got meanwhile', async () => {
    const { api } = open()
    const first = await imported(api, '/first.txt')
    const alike = await imported(api, '/second.txt')
    await mark(api, first.briefing.id, 'Oslo')
    await mark(api, alike.briefing.id, 'A declaration')
    const joined = await api.joinEditions({ id: alike.briefing.id, into: first.briefing.id })
    expect(joined).toMatchObject({ briefing: { id: first.briefing.id, edition: 2, annotations: 2 } })
    expect(await marksIn(api, first.briefing.id, 2)).toEqual(['exact: Oslo', 'exact: A declaration'])
    expect((await api.listBriefings()).map(({ id }) => id)).toEqual([first.briefing.id])
    expect((await api.readTrash()).briefings).toHaveLength(1)
  })
})

describe('the name of a file', () => {
  const dated = { date: '2024-01-16' }

  async function savedAgain(facts: Partial<ImportedDocument>): Promise<ImportedBriefing> {
    const files = { '/a/report.txt': FIRST, '/b/report.txt': CORRECTED }
    const { api } = open({ '/a/report.txt': dated, '/b/report.txt': facts }, files)
    await imported(api, '/a/report.txt')
    return imported(api, '/b/report.txt')
  }

  it('says that a version of the same day, much like the other, is an edition of it', async () => {
    expect(await savedAgain(dated)).toMatchObject({ briefing: { edition: 2 } })
  })

  it('says nothing of another day, nor of a text without a day', async () => {
    expect(await savedAgain({ date: '2024-01-17' })).toMatchObject({
      briefing: { edition: 1 },
      resembles: null
    })
    const { api } = open({}, { '/a/report.txt': FIRST, '/b/report.txt': CORRECTED })
    await imported(api, '/a/report.txt')
    expect(await imported(api, '/b/report.txt')).toMatchObject({
      briefing: { edition: 1 },
      resembles: { title: 'Ankara talks' }
    })
  })
})

describe('an edition that is taken back', () => {
  it('is not shown, nor are marks made on it, until it is restored', async () => {
    const { api, id, second } = await twoEditions()
    await mark(api, id, 'A declaration was read')
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
