import { expect, it, vi } from 'vitest'
import { createReaderService } from '../service/reader-service'
import { createFakeHost } from '../testing/fake-host'
import { answer } from './answer'
import { createClient } from './client'
import { packReply, unpackReply } from './crossing'

it('brings a briefing with its marks over as the service answers it, and what fails as its problem', async () => {
  const api = createReaderService(createFakeHost())
  const client = createClient(async (call, input) =>
    unpackReply(packReply(await answer(api, { call, input, onUnexpected: vi.fn() })))
  )
  const [imported] = (await client.importText({ text: 'One fact \u2028 and "another": 😀.' })).imported
  const id = imported?.briefing.id ?? ''
  await client.addAnnotation({ briefing: id, range: { start: 4, end: 8 }, color: 'blue', note: 'a\nb' })
  expect(await client.openBriefing({ id })).toEqual(await api.openBriefing({ id }))
  expect(await client.listAnnotations({ briefing: id })).toMatchObject([{ quote: 'fact', note: 'a\nb' }])
  await expect(client.openBriefing({ id: 'none' })).rejects.toMatchObject({
    problem: { code: 'briefing-unknown' }
  })
})

it('brings the bytes of a preview over as they are, and beside them what is known of it', async () => {
  const api = createReaderService(createFakeHost())
  const [imported] = (await api.importText({ text: 'One fact.' })).imported
  const input = { ids: [imported?.briefing.id ?? ''], options: {} }
  const packed = packReply(await answer(api, { call: 'previewPdf', input, onUnexpected: vi.fn() }))
  const client = createClient(async () => unpackReply(structuredClone(packed)))
  expect(await client.previewPdf(input)).toEqual({ ...(await api.previewPdf(input)), pages: 1 })
  expect((await client.previewPdf(input)).bytes).toBeInstanceOf(Uint8Array)
})

it('refuses what did not cross as text', () => {
  expect(() => unpackReply({ ok: true, value: [] })).toThrow(TypeError)
})
