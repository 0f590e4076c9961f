import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { homedir, tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { PDFDocument } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Attachment } from '#core/audience/attached-file'
import { TEST_PARTS, jobOf } from '../../../../test/printing/print-in-test'
import { startTestEngine } from '../../../../test/printing/print-with-playwright'
import type { TestEngine } from '../../../../test/printing/print-with-playwright'
import { readBack } from '../../../../test/printing/read-back'
import { PRESS } from '../../../../test/printing/sample-briefings'
import { createPrinter } from '../create-printer'
import { textsInPdf } from '../scan/texts-in-pdf'

const run = promisify(execFile)

let engine: TestEngine
beforeAll(async () => {
  engine = await startTestEngine()
})
afterAll(() => engine.close())

const ATTACHMENTS: readonly Attachment[] = [
  {
    ...{ name: 'annotations.jsonld', kind: 'annotations', type: 'application/ld+json', digest: 'a' },
    bytes: new TextEncoder().encode('{"type":"AnnotationPage"}\n')
  },
  {
    ...{
      name: '2024-01-16 Türkiye 日本.md',
      kind: 'original',
      type: 'application/octet-stream',
      digest: 'b'
    },
    bytes: Uint8Array.from({ length: 5_000 }, (_, index) => index % 251)
  }
]

const print = async (): Promise<Uint8Array> => {
  const printer = createPrinter({ ...TEST_PARTS, printPage: engine.printPage })
  return (await printer.print({ ...jobOf([PRESS]), attachments: ATTACHMENTS })).bytes
}

it('gives files back byte for byte, as poppler takes them out', async () => {
  const read = await readBack(await print())
  expect(await read.complaints()).toBe('')
  const folder = await mkdtemp(join(tmpdir(), 'attached-'))
  try {
    const path = join(folder, 'out.pdf')
    await writeFile(path, await print())
    await run('pdfdetach', ['-saveall', '-o', folder, path], { env: { ...process.env, LC_ALL: 'C.UTF-8' } })
    for (const { name, bytes } of ATTACHMENTS) {
      expect(Buffer.compare(await readFile(join(folder, name)), bytes), name).toBe(0)
    }
  } finally {
    await rm(folder, { recursive: true })
    await read.close()
  }
})

it('is the same to the byte for the same files', async () => {
  expect(Buffer.compare(await print(), await print())).toBe(0)
})

it('says what the file is, and nothing of who made it or where', async () => {
  const bytes = await print()
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  expect(pdf.getTitle()).toBe(PRESS.briefing.title)
  expect(pdf.getAuthor()).toBe('Mira Aslan')
  expect(pdf.getSubject()).toBe('16 January 2024')
  expect(pdf.getKeywords()).toBe('diplomacy, fisheries')
  expect([pdf.getProducer(), pdf.getCreator()]).toEqual(['Briefing Reader test', 'Briefing Reader test'])
  expect(pdf.getCreationDate()?.toISOString()).toBe('2026-01-02T03:04:05.000Z')
  const texts: string[] = []
  for await (const { text } of textsInPdf(bytes, new Set())) texts.push(text)
  const all = texts.join('\n')
  const { username } = userInfo()
  for (const trace of [
    process.cwd(),
    homedir(),
    tmpdir(),
    'file://',
    'print.invalid',
    'annotation.invalid'
  ]) {
    expect(all.includes(trace), trace).toBe(false)
  }
  expect(new RegExp(`\\b${username}\\b`, 'u').test(all)).toBe(false)
})
