import { beforeEach, describe, expect, it } from 'vitest'
import { createFakeHost, type FakeHost } from '../testing/fake-host'
import type { ReaderApi } from '../contract/api'
import { createReaderService } from './reader-service'

let host: FakeHost
let api: ReaderApi
let ids: readonly string[]
const quote = (exact: string) => ({ exact, prefix: '', suffix: '' })

beforeEach(async () => {
  host = createFakeHost({ '/one.txt': 'A fact.\nAnother.', '/two.txt': 'Elsewhere.' })
  api = createReaderService(host)
  const { imported } = await api.importFiles({ paths: ['/one.txt', '/two.txt'] })
  ids = imported.map(({ briefing }) => briefing.id)
  await api.annotateQuote({ briefing: ids[0] ?? '', quote: quote('Another') })
  await api.annotateQuote({ briefing: ids[0] ?? '', quote: quote('A fact'), note: 'Which?' })
  await api.addAnnotation({ briefing: ids[1] ?? '', range: null, color: 'blue', note: 'On all of it.' })
})

describe('marks of several briefings', () => {
  it('are those that each briefing would show, in its order', async () => {
    const apart = await Promise.all(ids.map((briefing) => api.listAnnotations({ briefing })))
    expect(await api.gatherAnnotations({ briefings: [...ids] })).toEqual(apart.flat())
  })

  it('do not wait for a text that is not needed', async () => {
    host.library.tree = () => Promise.reject(new Error('the text was read'))
    expect(await createReaderService(host).gatherAnnotations({ briefings: [...ids] })).toHaveLength(3)
  })

  it('leave out a briefing that is gone', async () => {
    await api.deleteBriefing({ id: ids[0] ?? '' })
    expect(await api.gatherAnnotations({ briefings: [...ids, 'never-was'] })).toHaveLength(1)
  })
})
