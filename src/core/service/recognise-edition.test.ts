import { describe, expect, it } from 'vitest'
import type { ImportedBriefing } from '../contract/api'
import type { ImportedDocument } from '../import/imported-file'
import { CORRECTED, FIRST, imported, marksIn, markWords, openLibrary } from '../testing/edition-library'

describe('a file that comes in', () => {
  const source = { sourceUrl: 'https://example.org/talks', date: '2024-01-16' }

  it('is a new edition when it is from the same address and tells of the same day', async () => {
    const { api } = openLibrary({ '/first.txt': source, '/second.txt': source })
    const { briefing } = await imported(api, '/first.txt')
    expect(await imported(api, '/second.txt')).toMatchObject({ briefing: { id: briefing.id, edition: 2 } })
  })

  it('is a briefing of its own when that address has another text, or another day', async () => {
    const { api } = openLibrary({
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
    const { api } = openLibrary()
    const first = await imported(api, '/first.txt')
    const alike = await imported(api, '/corrected.txt')
    expect(alike).toMatchObject({ briefing: { edition: 1 }, resembles: { id: first.briefing.id } })
    expect(await api.listBriefings()).toHaveLength(2)
  })

  it('is made an edition when the person says so, with the marks it has got meanwhile', async () => {
    const { api } = openLibrary()
    const first = await imported(api, '/first.txt')
    const alike = await imported(api, '/second.txt')
    await markWords(api, first.briefing.id, 'Oslo')
    await markWords(api, alike.briefing.id, 'A declaration')
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
    const { api } = openLibrary({ '/a/report.txt': dated, '/b/report.txt': facts }, files)
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
    const { api } = openLibrary({}, { '/a/report.txt': FIRST, '/b/report.txt': CORRECTED })
    await imported(api, '/a/report.txt')
    expect(await imported(api, '/b/report.txt')).toMatchObject({
      briefing: { edition: 1 },
      resembles: { title: 'Ankara talks' }
    })
  })
})
