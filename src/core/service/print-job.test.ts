import { beforeEach, describe, expect, it } from 'vitest'
import type { AnnotationType } from '../annotation/annotation'
import type { ExportProfile } from '../audience/profile'
import { DEFAULT_PROFILES, PRIVATE_TAG } from '../audience/profile'
import type { ReaderApi } from '../contract/api'
import { AnnotationPageSchema } from '../documents/web-annotation'
import { createFakeHost, type FakeHost } from '../testing/fake-host'
import { createReaderService } from './reader-service'
import * as v from 'valibot'

let host: FakeHost
let api: ReaderApi
let id: string
beforeEach(async () => {
  host = createFakeHost({ '/ada/secret plans.md': 'The ministers met.\nThe vote passed.' })
  api = createReaderService(host)
  await host.settings.save({ ...(await host.settings.read()), author: 'Ada' })
  id = (await api.importFiles({ paths: ['/ada/secret plans.md'] })).imported[0]?.briefing.id ?? ''
  await mark('ministers', 'For everyone.', 'note', ['trade'])
  await mark('met', 'Is that so?', 'fact-check')
  await mark('vote', 'Between us only.', 'note', [PRIVATE_TAG])
})

function mark(exact: string, note: string, type: AnnotationType, tags: string[] = []): Promise<unknown> {
  const quote = { exact, prefix: '', suffix: '' }
  return api.annotateQuote({ briefing: id, quote, note, type, tags, owner: 'Grace' })
}

/** Make a PDF, and answer what the printer was given. */
async function printed(
  options: Parameters<ReaderApi['exportPdf']>[0]['options']
): Promise<FakeHost['jobs'][number]> {
  await api.exportPdf({ ids: [id], options })
  const job = host.jobs.at(-1)
  if (job === undefined) throw new Error('nothing was printed')
  return job
}

const notesIn = ({ items }: FakeHost['jobs'][number]): readonly string[] =>
  items.flatMap(({ annotations }) => annotations.map(({ note }) => note))

async function saveProfile(change: Partial<ExportProfile>): Promise<void> {
  const [first] = DEFAULT_PROFILES
  if (first === undefined) throw new Error('there are profiles')
  const all = { types: null, withTags: null, withoutTags: [], notes: true, tags: true, names: true }
  const profile = { ...first, ...all, id: 'mine', name: 'Mine', ...change }
  await api.saveSettings({ settings: { ...(await api.readSettings()), profiles: [profile] } })
}

describe('what goes out', () => {
  it('is everything where nobody asks for an audience', async () => {
    const job = await printed({})
    expect(notesIn(job)).toEqual(['For everyone.', 'Is that so?', 'Between us only.'])
    expect(job.privateNotes).toEqual([])
  })

  it('is what the profile lets through; the rest is only looked for', async () => {
    const job = await printed({ profile: 'Principal' })
    expect(notesIn(job)).toEqual(['For everyone.'])
    expect(job.items[0]?.annotations[0]).toMatchObject({ tags: [], author: 'Ada' })
    expect(job.privateNotes).toEqual(['Is that so?', 'Between us only.'])
    expect(job.options.nativeAnnotations).toBe(false)
    const { privateNotes: _looked, ...given } = job
    expect(JSON.stringify(given)).not.toMatch(/Is that so|Between us/u)
  })

  const choices: Record<string, { change: Partial<ExportProfile>; expected: readonly string[] }> = {
    types: { change: { types: ['fact-check'] }, expected: ['Is that so?'] },
    'no type at all': { change: { types: [] }, expected: [] },
    colours: { change: { colors: ['blue'] }, expected: [] },
    authors: { change: { authors: ['Grace'] }, expected: [] },
    'a tag': { change: { withTags: ['TRADE'] }, expected: ['For everyone.'] },
    'all but a tag': { change: { withoutTags: ['#Trade'] }, expected: ['Is that so?', 'Between us only.'] },
    'marks without notes': { change: { notes: false }, expected: ['', '', ''] }
  }
  for (const [name, { change, expected }] of Object.entries(choices)) {
    it(`is chosen by ${name}`, async () => {
      await saveProfile(change)
      expect(notesIn(await printed({ profile: 'mine' }))).toEqual(expected)
    })
  }

  it('has no names where the profile says so', async () => {
    await saveProfile({ names: false })
    expect(JSON.stringify((await printed({ profile: 'mine' })).items)).not.toMatch(/Ada|Grace/u)
  })

  it('looks for every note of a clean copy', async () => {
    expect((await printed({ notes: 'none' })).privateNotes).toHaveLength(3)
  })

  it('is in a clean copy what its taskings, questions and summary quote, and nothing else', async () => {
    await mark('vote passed', 'Ask for the figures.', 'action')
    await mark('ministers met', 'Where?', 'question')
    await mark('passed', 'Call the other side.', 'action', [PRIVATE_TAG])
    const summary = (await api.listAnnotations({ briefing: id }))
      .filter(({ note }) => note === 'For everyone.')
      .map((chosen) => chosen.id)
    expect(notesIn(await printed({ notes: 'none', taskings: true, profile: 'Team' }))).toEqual([
      'Ask for the figures.'
    ])
    expect(notesIn(await printed({ notes: 'none', questions: true }))).toEqual(['Where?'])
    const { privateNotes, ...given } = await printed({ notes: 'none', summary })
    expect(notesIn({ ...given, privateNotes })).toEqual(['For everyone.'])
    expect(privateNotes).toHaveLength(5)
  })

  it('is refused for a profile that is not there', async () => {
    const exported = api.exportPdf({ ids: [id], options: { profile: 'Ministers' } })
    await expect(exported).rejects.toMatchObject({
      problem: { code: 'profile-unknown', known: ['Principal', 'Team', 'Archive'] }
    })
    expect(host.written).toEqual([])
  })
})

describe('what goes along', () => {
  it('is nothing, unless it is asked for', async () => {
    expect((await printed({})).attachments).toEqual([])
  })

  it('is the marks that go out as a W3C AnnotationPage, the same bytes each time', async () => {
    const [file, ...others] = (await printed({ profile: 'Principal', attachments: 'annotations' }))
      .attachments
    expect(others).toEqual([])
    expect(file).toMatchObject({ name: 'annotations.jsonld', type: 'application/ld+json' })
    const page = v.parse(AnnotationPageSchema, JSON.parse(new TextDecoder().decode(file?.bytes)))
    expect(page.items.map(({ body }) => body[0]?.value)).toEqual(['For everyone.'])
    const [again] = (await printed({ profile: 'Principal', attachments: 'annotations' })).attachments
    expect(again?.bytes).toEqual(file?.bytes)
  })

  it('is the original byte for byte in an archive, under a name that says nothing of where it was', async () => {
    const { attachments } = await printed({ profile: 'Archive' })
    expect(attachments.map(({ name }) => name)).toEqual(['annotations.jsonld', 'The ministers met.md'])
    expect(new TextDecoder().decode(attachments[1]?.bytes)).toBe('The ministers met.\nThe vote passed.')
    expect(JSON.stringify(attachments)).not.toMatch(/secret plans|ada\//u)
  })
})

describe('preflight', () => {
  it('lists what leaves and what stays, and makes nothing', async () => {
    await api.markBriefing({ id, marking: 'SECRET' })
    const flight = await api.preflight({
      ids: [id],
      options: { profile: 'Principal', marking: 'INTERNAL', attachments: 'all' }
    })
    expect(flight).toMatchObject({
      profile: 'Principal',
      marking: 'SECRET',
      leaving: { marks: 1, notes: 1, types: { note: 1 } },
      staying: [
        { note: 'Is that so?', reason: 'type' },
        { note: 'Between us only.', reason: 'tag' }
      ],
      names: ['Ada', 'Grace'],
      tags: [],
      attachments: [{ name: 'annotations.jsonld' }, { kind: 'original' }],
      warnings: [
        { code: 'originals-go-along', files: 1 },
        { code: 'marked-higher', said: 'INTERNAL', printed: 'SECRET' }
      ]
    })
    expect([host.jobs, host.written]).toEqual([[], []])
  })

  it('says of a clean copy that every mark stays', async () => {
    const { leaving, staying } = await api.preflight({ ids: [id], options: { notes: 'none' } })
    expect(leaving.marks).toBe(0)
    expect(staying.map(({ reason }) => reason)).toEqual(['clean-copy', 'clean-copy', 'clean-copy'])
  })

  it('takes a level in other letters for that level', async () => {
    for (const marking of ['secret', '  Secret ']) {
      const { warnings } = await api.preflight({ ids: [id], options: { marking } })
      expect(warnings).toEqual([])
    }
  })

  it('says which notes are too short to be looked for', async () => {
    await mark('passed', 'No!', 'disagree')
    const { warnings } = await api.preflight({ ids: [id], options: { profile: 'Principal' } })
    expect(warnings).toEqual([{ code: 'notes-too-short', notes: 1 }])
  })
})
