import { beforeEach, describe, expect, it } from 'vitest'
import type { ReaderApi } from '../contract/api'
import { createFakeHost, type FakeHost } from '../testing/fake-host'
import { exportName } from './export-name'
import { nearestId } from './nearest-id'
import { createReaderService } from './reader-service'

const FILES = {
  '/a.txt': 'The ministers met.\nThe vote passed. The vote failed.',
  '/b.txt': 'Another briefing.'
}

let host: FakeHost
let api: ReaderApi
let id: string

beforeEach(async () => {
  host = createFakeHost(FILES)
  api = createReaderService(host)
  id = (await api.importFiles({ paths: ['/a.txt'] })).imported[0]?.briefing.id ?? ''
})

describe('importing', () => {
  it('goes on after a file that fails, in the order given', async () => {
    const report = await api.importFiles({ paths: ['/missing.txt', '/b.txt'] })
    expect(report.failed).toEqual([
      { source: '/missing.txt', problem: { code: 'file-missing', path: '/missing.txt' } }
    ])
    expect(report.imported.map(({ source }) => source)).toEqual(['/b.txt'])
  })

  it('recognises the same bytes', async () => {
    const [again] = (await api.importFiles({ paths: ['/a.txt'] })).imported
    expect(again).toMatchObject({ duplicate: true, briefing: { id } })
  })
})

describe('marking', () => {
  const at = async (quote: string, prefix = ''): ReturnType<ReaderApi['annotateQuote']> =>
    api.annotateQuote({ briefing: id, quote: { exact: quote, prefix, suffix: '' } })

  it('marks the one place of a quote', async () => {
    const mark = await at('ministers met')
    expect(mark.range).toEqual({ start: 4, end: 17 })
    expect(await api.listAnnotations({ briefing: id })).toEqual([mark])
  })

  it('refuses a quote that stands nowhere or twice, and marks nothing', async () => {
    await expect(at('senators')).rejects.toMatchObject({ problem: { code: 'quote-missing' } })
    await expect(at('The vote')).rejects.toMatchObject({ problem: { code: 'quote-ambiguous', count: 2 } })
    expect((await at('The vote', 'passed.')).range?.start).toBe(36)
    expect(await api.listAnnotations({})).toHaveLength(1)
  })

  it('refuses a range outside the text, and marks nothing', async () => {
    const outside = { briefing: id, range: { start: 40, end: 4_000 }, color: 'yellow' } as const
    await expect(api.addAnnotation(outside)).rejects.toMatchObject({ problem: { code: 'range-invalid' } })
    expect(await api.listAnnotations({})).toEqual([])
  })

  it('keeps what a change does not name', async () => {
    const { id: mark } = await at('ministers met')
    await api.changeAnnotation({ briefing: id, id: mark, change: { note: 'Who?' } })
    const changed = await api.changeAnnotation({ briefing: id, id: mark, change: { color: 'blue' } })
    expect(changed).toMatchObject({ note: 'Who?', color: 'blue', range: { start: 4, end: 17 } })
    expect(changed.modified > changed.created).toBe(true)
  })

  it('brings a deleted mark back whole', async () => {
    const mark = await at('ministers met')
    await api.deleteAnnotation({ briefing: id, id: mark.id })
    expect(await api.listAnnotations({ briefing: id })).toEqual([])
    expect(await api.restoreAnnotation({ briefing: id, id: mark.id })).toMatchObject({ range: mark.range })
  })

  it('lists marks in the order of the text', async () => {
    await at('failed')
    await at('ministers')
    const quotes = (await api.listAnnotations({})).map(({ quote }) => quote)
    expect(quotes).toEqual(['ministers', 'failed'])
  })
})

describe('a briefing', () => {
  it('that is unknown is refused with the nearest id', async () => {
    const mistyped = `${id.slice(0, -1)}x`
    await expect(api.openBriefing({ id: mistyped })).rejects.toMatchObject({
      problem: { code: 'briefing-unknown', nearest: id }
    })
    expect(nearestId('entirely different', [id])).toBeNull()
  })

  it('keeps its title when the new one is blank', async () => {
    await expect(api.renameBriefing({ id, title: ' \n ' })).rejects.toMatchObject({
      problem: { code: 'title-empty' }
    })
    expect((await api.renameBriefing({ id, title: ' A  new\ntitle ' })).title).toBe('A new title')
  })

  it('gives a pack a name of its own, and not that of the first in it', async () => {
    const other = (await api.importFiles({ paths: ['/b.txt'] })).imported[0]?.briefing.id ?? ''
    const pack = { ids: [id, other], options: {} }
    expect(await api.exportPdf(pack)).toMatchObject({ path: '/chosen/Briefing pack.pdf' })
    const titled = { ...pack, options: { title: 'Two talks' } }
    expect(await api.exportPdf(titled)).toMatchObject({ path: '/chosen/Two talks.pdf' })
  })

  it('is printed with its marks, and the file is written once', async () => {
    await api.annotateQuote({ briefing: id, quote: { exact: 'ministers', prefix: '', suffix: '' } })
    const exported = await api.exportPdf({ ids: [id], options: {} })
    expect(exported).toMatchObject({ pages: 1, annotations: 1, path: '/chosen/The ministers met.pdf' })
    expect(host.written).toHaveLength(1)
  })

  it('is not written when the export is ended while it is printed', async () => {
    const exporting = api.exportPdf({ ids: [id], options: {} })
    await api.cancelExport()
    await expect(exporting).rejects.toMatchObject({ problem: { code: 'print-cancelled' } })
    expect(host.written).toEqual([])
    expect(await api.exportPdf({ ids: [id], options: {} })).toMatchObject({ pages: 1 })
  })

  it('is saved as it was previewed, without being printed again', async () => {
    const preview = await api.previewPdf({ ids: [id], options: { title: 'For the minister' } })
    expect(preview).toMatchObject({ pages: 1, annotations: 0 })
    await api.exportPdf({ ids: [id], options: { title: 'For the minister' } })
    expect(host.printed).toHaveLength(1)
    expect(host.written.map(({ bytes }) => bytes)).toEqual([preview.bytes])
  })

  const changes: Record<string, (briefing: string) => Promise<unknown>> = {
    'a mark was made': (briefing) =>
      api.annotateQuote({ briefing, quote: { exact: 'ministers', prefix: '', suffix: '' } }),
    'it got another title': (briefing) => api.renameBriefing({ id: briefing, title: 'Another' }),
    'a colour got another meaning': async () => {
      const settings = await api.readSettings()
      const colorNames = { ...settings.colorNames, yellow: 'Risk' }
      return api.saveSettings({ settings: { ...settings, colorNames } })
    }
  }
  for (const [name, change] of Object.entries(changes)) {
    it(`is printed anew for the file when after the preview ${name}`, async () => {
      await api.previewPdf({ ids: [id], options: {} })
      await change(id)
      await api.exportPdf({ ids: [id], options: {} })
      expect(host.printed).toHaveLength(2)
    })
  }

  it('is printed anew for the file when the options are not those of the preview', async () => {
    await api.previewPdf({ ids: [id], options: {} })
    await api.exportPdf({ ids: [id], options: { paper: 'letter' } })
    expect(host.printed).toHaveLength(2)
  })

  it('is let go of when the preview is closed', async () => {
    await api.previewPdf({ ids: [id], options: {} })
    await api.cancelExport()
    await api.exportPdf({ ids: [id], options: {} })
    expect(host.printed).toHaveLength(2)
  })

  it('that is unknown stops an export before anything is written', async () => {
    await expect(api.exportPdf({ ids: [id, 'no-such-id'], options: {} })).rejects.toMatchObject({
      problem: { code: 'briefing-unknown' }
    })
    expect(host.written).toEqual([])
  })
})

describe('the name of an export', () => {
  const cases: Record<string, { title: string; expected: string }> = {
    'has no character that a file system refuses': { title: 'A/B: "C"?', expected: 'A B C.pdf' },
    'is no device of Windows': { title: 'CON', expected: 'Briefing.pdf' },
    'hides no direction mark': { title: 'a\u202Efdp.exe', expected: 'a fdp.exe.pdf' },
    'begins with no dot or dash': { title: '..-secret', expected: 'secret.pdf' },
    'keeps other scripts': { title: 'Türkiye–日本', expected: 'Türkiye–日本.pdf' }
  }
  for (const [name, { title, expected }] of Object.entries(cases)) {
    it(name, () => expect(exportName(title, null)).toBe(expected))
  }

  it('is cut between characters, never inside one', () => {
    const name = exportName('👩‍👩‍👧'.repeat(40), '2024-01-16')
    expect(new TextEncoder().encode(name).length).toBeLessThan(150)
    expect(name).toMatch(/^2024-01-16 (👩‍👩‍👧)+\.pdf$/u)
  })
})
