import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHash } from 'node:crypto'
import type { Attachment } from '#core/audience/attached-file'
import { forAudience } from '#core/audience/for-audience'
import { DEFAULT_PROFILES, findProfile } from '#core/audience/profile'
import type { PlacedAnnotation } from '#core/annotation/placed-annotation'
import { annotationPage, webAnnotations } from '#core/documents/web-annotation'
import type { PrintItem, PrintJob } from '#core/service/ports'
import { canonicalText } from '#core/text/canonical-text'
import { TEST_PARTS, jobOf } from '../../../../test/printing/print-in-test'
import { printItem } from '../../../../test/printing/print-items'
import { startTestEngine } from '../../../../test/printing/print-with-playwright'
import type { TestEngine } from '../../../../test/printing/print-with-playwright'
import { PRESS, RICH, p } from '../../../../test/printing/sample-briefings'
import { ARABIC, JAPANESE, TURKISH } from '../../../../test/printing/sample-scripts'
import { createPrinter } from '../create-printer'
import { scanPdf } from './scan-pdf'
import { textsInPdf } from './texts-in-pdf'

/** With signs that PDF strings, XML and JSON each write in their own way. */
const SECRET = 'Don’t tell them: "A & B" <both> agreed in \\secret\\ – Ünal knows.'

let engine: TestEngine
let plain: Promise<Uint8Array> | null = null
beforeAll(async () => {
  engine = await startTestEngine()
})
afterAll(() => engine.close())

/** A finished file in which nothing is private. */
const finished = (): Promise<Uint8Array> => (plain ??= print(jobOf([PRESS])))

async function print(job: PrintJob): Promise<Uint8Array> {
  return (await createPrinter({ ...TEST_PARTS, printPage: engine.printPage }).print(job)).bytes
}

/** What the scan says of `bytes` when `notes` were to stay. */
function scan(
  bytes: Uint8Array,
  notes: readonly string[],
  items: readonly PrintItem[] = [PRESS]
): Promise<null> {
  return scanPdf({ bytes, job: { ...jobOf(items), privateNotes: notes }, producer: TEST_PARTS.producer })
}

async function planted(plant: (pdf: PDFDocument) => void): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(await finished(), { updateMetadata: false })
  plant(pdf)
  return pdf.save({ useObjectStreams: true, updateFieldAppearances: false })
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const hex = (text: string): string => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16().toString('hex')
/** PDFDocEncoding (ISO 32000-1, annex D.2) of the signs in `SECRET` that Latin-1 has not. */
const docEncoded = SECRET.replace('’', '\u0090')
  .replace('–', '\u0085')
  .replace(/[\\()]/gu, '\\$&')

const LEAKS: Record<string, (pdf: PDFDocument) => void> = {
  'the contents of an annotation in UTF-16'(pdf) {
    const annotation = pdf.getPage(0).node.Annots()?.lookup(0, PDFDict)
    annotation?.set(PDFName.of('Contents'), PDFHexString.fromText(SECRET))
  },
  'a string in PDFDocEncoding, in an object stream': (pdf) =>
    pdf.context.register(pdf.context.obj({ Alt: PDFString.of(docEncoded) })),
  'a name': (pdf) =>
    pdf.catalog.set(PDFName.of('PieceInfo'), PDFName.of(Buffer.from(SECRET).toString('latin1'))),
  'the document information': (pdf) => pdf.setSubject(SECRET),
  'a compressed stream of XML': (pdf) =>
    pdf.context.register(
      pdf.context.flateStream(utf8(`<x>${SECRET.replace('&', '&amp;').replace('<', '&lt;')}</x>`))
    ),
  'an attached file of JSON': (pdf) =>
    pdf.context.register(pdf.context.flateStream(utf8(JSON.stringify({ value: SECRET })))),
  'an attached file in UTF-16': (pdf) =>
    pdf.context.register(pdf.context.flateStream(Buffer.from(SECRET, 'utf16le'))),
  'what a content stream says beside its glyphs': (pdf) =>
    pdf.context.register(pdf.context.flateStream(utf8(`/Span <</ActualText <${hex(SECRET)}> >> BDC\nEMC\n`))),
  'an old content stream that no page shows': (pdf) => pdf.context.register(pdf.context.stream(utf8(SECRET)))
}

describe('the scan of a finished PDF', () => {
  it('finds nothing where nothing is', async () => {
    expect(await scan(await finished(), [SECRET])).toBeNull()
  })

  for (const [place, plant] of Object.entries(LEAKS)) {
    it(`finds a private note in ${place}`, async () => {
      const bytes = await planted((pdf) => void plant(pdf))
      await expect(scan(bytes, [SECRET])).rejects.toMatchObject({ problem: { code: 'private-note-found' } })
    })
  }

  const short = 'Parent: ask her.'
  const shortLeaks: Record<string, Uint8Array> = {
    'a value of JSON': utf8(JSON.stringify({ value: short })),
    'a text of XML': utf8(`<x:a b="c">${short}</x:a>`),
    'a file of words': utf8(`It is < ${short} > so.`)
  }
  for (const [place, leak] of Object.entries(shortLeaks)) {
    it(`finds a short one in ${place}`, async () => {
      const bytes = await planted((pdf) => void pdf.context.register(pdf.context.flateStream(leak)))
      await expect(scan(bytes, [short])).rejects.toMatchObject({ problem: { note: short } })
    })
  }

  it('finds one between the objects of the file', async () => {
    const bytes = Buffer.concat([await finished(), utf8(`\n% ${SECRET}\n`)])
    await expect(scan(bytes, [SECRET])).rejects.toMatchObject({ problem: { note: SECRET } })
  })

  const scripts = {
    English: { item: PRESS, note: 'Use this line in the opening remarks.' },
    Turkish: { item: TURKISH, note: 'Açılış konuşması için: ığüşöç İ.' },
    Arabic: { item: ARABIC, note: 'تستخدم في الكلمة الافتتاحية.' },
    Japanese: { item: JAPANESE, note: '開会の挨拶で使う。' },
    Hindi: {
      item: printItem({ type: 'root', children: [p('मंत्री ने कहा।')] }, { language: 'hi' }, [
        { quote: 'मंत्री', note: 'इसे किसी और को न दिखाएँ।' }
      ]),
      note: 'इसे किसी और को न दिखाएँ।'
    },
    Thai: {
      item: printItem({ type: 'root', children: [p('รัฐมนตรีกล่าวว่า')] }, { language: 'th' }, [
        { quote: 'รัฐมนตรี', note: 'อย่าให้ใครเห็นข้อความนี้' }
      ]),
      note: 'อย่าให้ใครเห็นข้อความนี้'
    },
    Hebrew: {
      item: printItem({ type: 'root', children: [p('השר אמר היום.')] }, { language: 'he', dir: 'rtl' }, [
        { quote: 'השר', note: 'אין להראות זאת לאיש' }
      ]),
      note: 'אין להראות זאת לאיש'
    }
  }
  for (const [script, { item, note }] of Object.entries(scripts)) {
    it(`finds a note of ${script} that was printed on the page and nowhere else`, async () => {
      const options = { notes: 'end', nativeAnnotations: false } as const
      const without = { ...item, annotations: item.annotations.map((mark) => ({ ...mark, note: '' })) }
      const bytes = await print(jobOf([item], options))
      await expect(scan(bytes, [note], [without])).rejects.toMatchObject({ problem: { note } })
      expect(await scan(await print(jobOf([without], options)), [note], [without])).toBeNull()
    })
  }
})

describe('what is no private note', () => {
  const original = utf8('---\nsubject: What the front matter says of the fisheries accord\n---\nText.')
  const attachments: PrintJob['attachments'] = [
    attached(
      'annotations',
      utf8(JSON.stringify(annotationPage(webAnnotations(PRESS.annotations, canonicalText(PRESS.tree)), '')))
    ),
    attached('original', original)
  ]
  const job = { ...jobOf([PRESS, RICH], { notes: 'end', taskings: true }), attachments }
  let file: Promise<Uint8Array> | null = null
  const looked = async (...privateNotes: string[]): Promise<null> =>
    scanPdf({
      bytes: await (file ??= print(job)),
      job: { ...job, privateNotes },
      producer: TEST_PARTS.producer
    })

  it('is any word of the notation of the file', async () => {
    const words = new Set<string>()
    for await (const { text, plain } of textsInPdf(await (file ??= print(job)), new Set())) {
      if (text === plain) continue
      for (const [word] of text.matchAll(/[a-z]{6,23}/giu)) words.add(word)
    }
    expect([...words]).toEqual(expect.arrayContaining(['Parent', 'Document', 'Annotation', 'Description']))
    expect(await looked(...words)).toBeNull()
  })

  it('is the address of a link or a picture of the briefing', async () => {
    expect(await looked('https://ports.example.org/q4')).toBeNull()
  })

  it('is what an original says that goes along', async () => {
    expect(await looked('What the front matter says of the fisheries accord')).toBeNull()
    const changed = { ...job, attachments: [attached('original', utf8('Another file.'))] }
    const scanned = { ...changed, privateNotes: ['What the front matter says of the fisheries accord'] }
    const bytes = await (file ??= print(job))
    await expect(scanPdf({ bytes, job: scanned, producer: '' })).rejects.toMatchObject({
      problem: { code: 'private-note-found' }
    })
  })
})

function attached(kind: Attachment['kind'], bytes: Uint8Array): Attachment {
  const digest = createHash('sha256').update(bytes).digest('hex')
  return { name: `${kind}.txt`, kind, type: 'text/plain', bytes, digest }
}

describe('a PDF for an audience', () => {
  const profile = findProfile(DEFAULT_PROFILES, 'team')
  const withTag = (mark: PlacedAnnotation, index: number): PlacedAnnotation =>
    index === 1 ? { ...mark, tags: ['Private'], note: SECRET, author: 'Nobody Else' } : mark
  const item = { ...PRESS, annotations: PRESS.annotations.map(withTag) }

  it('is made of what goes out, and holds no word of what stays', async () => {
    const { items, withheld } = forAudience([item], { profile, isCleanCopy: false })
    const privateNotes = withheld.map(({ annotation }) => annotation.note)
    expect(privateNotes).toEqual([SECRET])
    const bytes = await print({ ...jobOf(items), privateNotes })
    await expect(scan(bytes, ['Use this line in the opening remarks.'], [])).rejects.toThrow()
  })

  it('is not made when what stays is in it after all', async () => {
    const job = { ...jobOf([item]), privateNotes: [SECRET] }
    const leaking = { ...job, items: [{ ...item, annotations: [] }] }
    // The planted mistake: the document is written from everything.
    const worker: typeof TEST_PARTS.worker = {
      run: (name, input, limits) =>
        TEST_PARTS.worker.run(
          name,
          name === 'composePrint' ? ({ ...(input as object), items: [item] } as never) : input,
          limits
        )
    }
    const printer = createPrinter({ ...TEST_PARTS, printPage: engine.printPage, worker })
    await expect(printer.print(leaking)).rejects.toMatchObject({ problem: { code: 'private-note-found' } })
  })
})
