import { expect, it } from 'vitest'
import { createFakeHost } from '../testing/fake-host'
import { createReaderService } from './reader-service'

it('tells jobs apart once for a preview, and for an export only where there was one', async () => {
  const host = createFakeHost({ '/a.md': 'The ministers met.' })
  let digests = 0
  const counting = {
    ...host,
    digest: (text: string) => {
      digests += 1
      return host.digest(text)
    }
  }
  const api = createReaderService(counting)
  const { imported } = await api.importFiles({ paths: ['/a.md'] })
  const wanted = { ids: [imported[0]?.briefing.id ?? ''], options: {} }
  const digestsOf = async (make: () => Promise<unknown>): Promise<number> => {
    digests = 0
    await make()
    return digests
  }
  expect(await digestsOf(() => api.exportPdf(wanted))).toBe(0)
  expect(await digestsOf(() => api.previewPdf(wanted))).toBe(1)
  expect(await digestsOf(() => api.exportPdf(wanted))).toBe(1)
  expect(host.jobs).toHaveLength(2)
})
