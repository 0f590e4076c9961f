import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ANNOTATION_TYPES, COLORS, STYLES } from '../annotation/annotation'
import { createFakeHost, type FakeHost } from '../testing/fake-host'
import { createReaderService } from './reader-service'

const TEXT =
  'Türkiye met 👩‍👩‍👧 and 日本. 👍👍\nThe vote passed. The vote failed.\nThe vote passed. The vote failed.'
const FILES = { '/here/brief.txt': TEXT }

/** Whole characters: half of one cannot be written in UTF-8. */
const words = fc.string({ unit: 'grapheme', maxLength: 30 })
const borders = [...new Intl.Segmenter().segment(TEXT)].map(({ index }) => index)
const range = fc
  .uniqueArray(fc.nat(borders.length - 1), { minLength: 2, maxLength: 2 })
  .map((ends) => ends.sort((a, b) => a - b).map((end) => borders[end] ?? 0))
  .map(([start = 0, end = 0]) => ({ start, end }))
  .filter(({ start, end }) => TEXT.slice(start, end).trim() !== '')
const mark = fc.record({
  range: fc.option(range),
  color: fc.constantFrom(...COLORS),
  style: fc.constantFrom(...STYLES),
  type: fc.constantFrom(...ANNOTATION_TYPES),
  owner: words.map((owner) => owner.trim()),
  due: fc.option(fc.constantFrom('2024-02-29', '2031-12-01')),
  note: words.filter((note) => note === '' || note.trim() !== ''),
  tags: fc.uniqueArray(
    words.map((tag) => tag.trim()).filter((tag) => tag !== ''),
    { maxLength: 3 }
  )
})

async function openLibrary(author: string): Promise<{ host: FakeHost; briefing: string }> {
  const host = createFakeHost(FILES)
  await host.settings.save({ ...(await host.settings.read()), author })
  const { imported } = await createReaderService(host).importFiles({ paths: ['/here/brief.txt'] })
  return { host, briefing: imported[0]?.briefing.id ?? '' }
}

it('brings every mark back as it was, from one library to another', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(mark, { maxLength: 8 }), words, async (wanted, author) => {
      const { host, briefing } = await openLibrary(author.trim())
      const api = createReaderService(host)
      for (const one of wanted) await api.addAnnotation({ briefing, ...one })
      const text = await api.writeAnnotations({ briefing, format: 'jsonld' })
      const other = createReaderService((await openLibrary('someone else')).host)
      const bytes = new TextEncoder().encode(text)
      const report = await other.importAnnotations({ briefing, name: 'page.jsonld', bytes })
      expect([report.orphans, report.refused, report.remarks]).toEqual([[], [], []])
      expect(await other.listAnnotations({ briefing })).toEqual(await api.listAnnotations({ briefing }))
      const again = await api.importAnnotations({ briefing, name: 'page.jsonld', bytes })
      expect(again.changes).toEqual({ added: [], updated: [] })
    }),
    { numRuns: 50 }
  )
})

it('keeps the address that an annotation of another program came with', async () => {
  const { host, briefing } = await openLibrary('')
  const api = createReaderService(host)
  const foreign = { type: 'Annotation', id: 'https://example.org/anno/1', target: `urn:uuid:${briefing}` }
  const bytes = new TextEncoder().encode(JSON.stringify([foreign]))
  await api.importAnnotations({ briefing, name: 'a.json', bytes })
  const page: unknown = JSON.parse(await api.writeAnnotations({ briefing, format: 'jsonld' }))
  expect(page).toMatchObject({ items: [{ via: 'https://example.org/anno/1' }] })
})
