import { describe, expect, it } from 'vitest'
import type { CitedPassage } from '../cite/cited-passage'
import type { ReaderApi } from '../contract/api'
import type { ImportedDocument } from '../import/imported-file'
import { createFakeHost } from '../testing/fake-host'
import type { ReaderHost } from './ports'
import { createReaderService } from './reader-service'

const FIRST = [
  'The ministers met in Ankara on Monday to speak about grain.',
  'A joint office opens in the spring, and both sides pay for it.',
  'The next meeting will take place in Oslo before the end of June.',
  'Observers were not admitted to the last session.'
].join('\n')
/** A paragraph came in, one was edited, one is gone. */
const SECOND = FIRST.replace('A joint', 'Before that they had met in Oslo and in Bern.\nA joint')
  .replace('before the end of June', 'before the end of July')
  .replace('\nObservers were not admitted to the last session.', '')

const FILES = {
  '/first.txt': FIRST,
  '/second.txt': SECOND,
  '/short.txt': 'One paragraph.',
  '/other.txt': 'A.\nB.'
}
const FACTS: Readonly<Record<string, Partial<ImportedDocument>>> = {
  '/first.txt': { title: 'Ankara talks', date: '2024-01-16' },
  '/second.txt': { title: 'Ankara talks', date: '2024-01-16' },
  '/short.txt': { title: 'Kısa İstanbul notu', date: '2024-01-17' },
  '/other.txt': { title: 'More Ankara talks', date: '2024-01-17' }
}

interface Library {
  readonly api: ReaderApi
  readonly ids: Readonly<Record<string, string>>
  /** Words and edition of what `text` leads to. */
  follow(text: string, open?: { briefing: string; edition: number }): Promise<string>
  find(text: string, open?: { briefing: string; edition: number }): Promise<CitedPassage>
}

async function library(paths: readonly string[]): Promise<Library> {
  const host = createFakeHost(FILES)
  const importer: ReaderHost['importer'] = {
    ...host.importer,
    async read(source) {
      const file = await host.importer.read(source)
      return { ...file, document: { ...file.document, ...FACTS[file.source] } }
    }
  }
  const api = createReaderService({ ...host, importer })
  const ids: Record<string, string> = {}
  for (const path of paths) {
    const editionOf = path === '/second.txt' ? ids['/first.txt'] : undefined
    const [only] = (await api.importFiles({ paths: [path], editionOf })).imported
    ids[path] = only?.briefing.id ?? ''
  }
  const find: Library['find'] = (text, open) => api.findCited({ text, open: open ?? null })
  return {
    api,
    ids,
    find,
    async follow(text, open) {
      const found = await find(text, open)
      if (found.kind === 'several') return `several: ${found.briefings.map(({ title }) => title).join(', ')}`
      const whole = host.library.file(found.briefing, found.edition)
      const words = [...(await whole).bytes].map((byte) => String.fromCharCode(byte)).join('')
      const { range, edition } = found
      return `${edition}: ${range === null ? '' : words.slice(range.start, range.end)}`
    }
  }
}

describe('a citation', () => {
  it('leads into the one briefing of its day', async () => {
    const { follow } = await library(['/first.txt', '/short.txt'])
    expect(await follow('2024-01-16 ¶2')).toBe(`1: ${FIRST.split('\n')[1]}`)
    expect(await follow('“both pay” (Ankara talks, 2024-01-16 ¶1–2)')).toBe(
      `1: ${FIRST.split('\n').slice(0, 2).join('\n')}`
    )
    expect(await follow('2024-01-17')).toBe('1: ')
  })

  it('asks which briefing of the day is meant, unless one alone has the place or the title', async () => {
    const { follow } = await library(['/short.txt', '/other.txt'])
    expect(await follow('2024-01-17 ¶1')).toBe('several: Kısa İstanbul notu, More Ankara talks')
    expect(await follow('2024-01-17 ¶2')).toBe('1: B.')
    expect(await follow('kısa istanbul notu, 2024-01-17 ¶1')).toBe('1: One paragraph.')
  })

  it('leads to the one that was chosen', async () => {
    const { api, ids } = await library(['/short.txt', '/other.txt'])
    const briefing = ids['/other.txt'] ?? ''
    const found = await api.findCited({ text: '2024-01-17 ¶1', briefing, open: null })
    expect(found).toMatchObject({ kind: 'passage', briefing })
  })

  it('leads by the title, of two that end alike by the longer', async () => {
    const { follow } = await library(['/first.txt', '/other.txt'])
    expect(await follow('More Ankara talks ¶2')).toBe('1: B.')
    expect(await follow('Ankara talks ¶3')).toBe(`1: ${FIRST.split('\n')[2]}`)
  })

  it('without a day or a title is of the open briefing', async () => {
    const { follow, ids } = await library(['/first.txt', '/second.txt'])
    const open = { briefing: ids['/first.txt'] ?? '', edition: 2 }
    expect(await follow('edition 2 ¶2', open)).toBe('2: Before that they had met in Oslo and in Bern.')
  })

  const refused: Record<string, [text: string, code: string]> = {
    'of a day without a briefing': ['1999-01-01 ¶1', 'citation-unknown'],
    'by an unknown title': ['Oslo talks ¶1', 'citation-unknown'],
    'by a title that ends a longer word': ['Transankara talks ¶1', 'citation-unknown'],
    'of a paragraph that is not there': ['2024-01-16 ¶99', 'cited-place-unknown'],
    'of an edition that is not there': ['2024-01-16 (edition 7) ¶1', 'cited-edition-unknown'],
    'by a damaged link': ['briefing-reader://briefing/x?at=nowhere', 'link-damaged'],
    'by a link to a briefing that is not there': [
      'briefing-reader://briefing/x?at=1.2',
      'link-without-briefing'
    ]
  }
  for (const [name, [text, code]] of Object.entries(refused)) {
    it(`is refused ${name}`, async () => {
      const { find } = await library(['/first.txt'])
      await expect(find(text)).rejects.toMatchObject({ problem: { code } })
    })
  }
})

describe('a citation of an older edition', () => {
  const aged: Record<string, [text: string, words: string, aged: object]> = {
    'finds the paragraph where it stands now': [
      '2024-01-16 (edition 1) ¶2',
      '2: A joint office opens in the spring, and both sides pay for it.',
      { edition: 1, newest: 2, status: 'exact', was: '¶2', is: '¶3' }
    ],
    'takes one without an edition for the first': [
      '2024-01-16 ¶2',
      '2: A joint office opens in the spring, and both sides pay for it.',
      { edition: 1, was: '¶2', is: '¶3' }
    ],
    'says that the paragraph was edited': [
      '2024-01-16 ¶3',
      '2: The next meeting will take place in Oslo before the end of July.',
      { status: 'changed', was: '¶3', is: '¶4' }
    ],
    'shows the old edition where the paragraph is gone': [
      '2024-01-16 ¶4',
      '1: Observers were not admitted to the last session.',
      { status: 'orphan', was: '¶4', is: '' }
    ]
  }
  for (const [name, [text, words, expected]] of Object.entries(aged)) {
    it(name, async () => {
      const { follow, find } = await library(['/first.txt', '/second.txt'])
      expect(await follow(text)).toBe(words)
      expect(await find(text)).toMatchObject({ aged: expected })
    })
  }

  it('stays in the old edition for whoever reads it', async () => {
    const { follow, ids } = await library(['/first.txt', '/second.txt'])
    const open = { briefing: ids['/first.txt'] ?? '', edition: 1 }
    expect(await follow('2024-01-16 ¶2', open)).toBe(`1: ${FIRST.split('\n')[1]}`)
  })

  it('without a place is the newest edition', async () => {
    const { follow } = await library(['/first.txt', '/second.txt'])
    expect(await follow('2024-01-16')).toBe('2: ')
  })
})

describe('a link', () => {
  it('leads to its words: by their position, by themselves, by their paragraph', async () => {
    const { follow, ids } = await library(['/first.txt'])
    const link = `briefing-reader://briefing/${ids['/first.txt']}?edition=1`
    expect(await follow(`see ${link}&at=0.1&text=4-13.`)).toBe('1: ministers')
    expect(await follow(`${link}&quote=joint%20office`)).toBe('1: joint office')
    expect(await follow(`${link}&at=¶3&quote=The`)).toBe('1: The')
    expect(await follow(`${link}&at=¶3&quote=unicorns`)).toBe(`1: ${FIRST.split('\n')[2]}`)
    expect(await follow(`${link}&at=¶3&text=4-99999`)).toBe(`1: ${FIRST.split('\n')[2]}`)
    expect(await follow(link)).toBe('1: ')
  })

  it('to a briefing in the trash says so', async () => {
    const { api, find, ids } = await library(['/first.txt'])
    const id = ids['/first.txt'] ?? ''
    await api.deleteBriefing({ id })
    await expect(find(`briefing-reader://briefing/${id}`)).rejects.toMatchObject({
      problem: { code: 'briefing-in-trash' }
    })
  })
})
