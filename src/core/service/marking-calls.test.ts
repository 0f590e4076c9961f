import { beforeEach, describe, expect, it } from 'vitest'
import type { ReaderApi } from '../contract/api'
import { FIRST, imported, openLibrary } from '../testing/edition-library'
import type { FakeHost } from '../testing/fake-host'

let api: ReaderApi
let host: FakeHost
let briefing: string
beforeEach(async () => {
  const library = openLibrary()
  api = library.api
  host = library.host
  briefing = (await imported(api, '/first.txt')).briefing.id
})

/** Mark the paragraph that holds `words`. */
function markAt(words: string, marking: string | null): ReturnType<ReaderApi['markParagraph']> {
  return api.markParagraph({ briefing, at: FIRST.indexOf(words), marking })
}

const markingsOf = async (): Promise<readonly string[]> =>
  (await api.openBriefing({ id: briefing })).markings.map(
    ({ marking, quote, range }) => `${marking}${range === null ? ' (gone)' : ''}: ${quote.slice(0, 13)}`
  )

describe('how a briefing is to be handled', () => {
  it('is said, said otherwise, and taken away', async () => {
    expect(await api.markBriefing({ id: briefing, marking: 'SECRET' })).toMatchObject({ marking: 'SECRET' })
    expect((await api.openBriefing({ id: briefing })).briefing.marking).toBe('SECRET')
    await api.markBriefing({ id: briefing, marking: null })
    expect((await api.listBriefings())[0]?.marking).toBeNull()
  })

  it('stays with a briefing that has a new edition', async () => {
    await api.markBriefing({ id: briefing, marking: 'SECRET' })
    await imported(api, '/second.txt', briefing)
    expect((await api.listBriefings())[0]).toMatchObject({ edition: 2, marking: 'SECRET' })
  })
})

describe('how a paragraph is to be handled', () => {
  it('is said of the whole paragraph, wherever in it somebody points', async () => {
    const [only] = await markAt('both sides', 'SECRET')
    expect(only).toMatchObject({ marking: 'SECRET', quote: FIRST.split('\n')[2] })
    await markAt('A joint', 'RESTRICTED')
    expect(await markingsOf()).toEqual(['RESTRICTED: A joint offic'])
  })

  it('is taken away, and comes back as the same', async () => {
    const [before] = await markAt('A joint', 'SECRET')
    expect(await markAt('A joint', null)).toEqual([])
    expect(await markAt('A joint', 'SECRET')).toEqual([before])
  })

  it('goes along into a new edition, and still counts where its paragraph is gone', async () => {
    await markAt('The ministers', 'INTERNAL')
    await markAt('A joint', 'RESTRICTED')
    await markAt('Observers', 'SECRET')
    await imported(api, '/second.txt', briefing)
    expect(await markingsOf()).toEqual([
      'INTERNAL: The ministers',
      'RESTRICTED: A joint offic',
      'SECRET (gone): Observers wer'
    ])
    expect((await api.preflight({ ids: [briefing], options: {} })).marking).toBe('SECRET')
  })

  it('is taken away where its paragraph is gone', async () => {
    const [{ id = '' } = {}] = await markAt('Observers', 'SECRET')
    await imported(api, '/second.txt', briefing)
    expect(await api.changeParagraphMarking({ briefing, id, marking: null })).toEqual([])
    const back = await api.changeParagraphMarking({ briefing, id, marking: 'SECRET' })
    expect(back).toMatchObject([{ id, marking: 'SECRET', range: null }])
  })

  it('is refused outside the text', async () => {
    const outside = api.markParagraph({ briefing, at: 100_000, marking: 'SECRET' })
    await expect(outside).rejects.toMatchObject({ problem: { code: 'range-invalid' } })
    expect(await host.library.paragraphMarkings(briefing)).toEqual([])
  })
})
