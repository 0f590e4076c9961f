import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFString
} from '@cantoo/pdf-lib'
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
/** The boxes of every word of a pack are megabytes. */
const MOST_OUTPUT = 64 * 1024 * 1024

/** A rectangle of a page in points from the lower left. */
export interface Quad {
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly top: number
}

/** An annotation as a reader of the file finds it. */
export interface ReadAnnotation {
  readonly page: number
  readonly subtype: string
  readonly contents: string | null
  readonly name: string | null
  readonly author: string | null
  readonly subject: string | null
  readonly created: string | null
  readonly modified: string | null
  readonly flags: number
  readonly address: string | null
  /** Whether it answers to another annotation as a part of its group. */
  readonly isGrouped: boolean
  /** The structure element that the parent tree gives for it. */
  readonly role: string | null
  readonly quads: readonly Quad[]
}

/** A written PDF, as poppler, qpdf and pdf-lib read it. */
export interface ReadBack {
  readonly path: string
  readonly pdf: PDFDocument
  readonly annotations: readonly ReadAnnotation[]
  poppler(tool: string, ...options: readonly string[]): Promise<string>
  /** What qpdf has to say of the file; empty when it is in order. */
  complaints(): Promise<string>
  /** The text that poppler finds under the quads of an annotation, without white space. */
  textUnder(annotation: ReadAnnotation): Promise<string>
  close(): Promise<void>
}

/** Open a PDF with other people's programs. */
export async function readBack(bytes: Uint8Array): Promise<ReadBack> {
  const folder = await mkdtemp(join(tmpdir(), 'read-back-'))
  const path = join(folder, 'printed.pdf')
  await writeFile(path, bytes)
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  const poppler = async (tool: string, ...options: readonly string[]): Promise<string> => {
    const { stdout, stderr } = await run(tool, [...options, path, ...(tool === 'pdftotext' ? ['-'] : [])], {
      maxBuffer: MOST_OUTPUT
    })
    return stdout + stderr
  }
  return {
    path,
    pdf,
    annotations: annotationsOf(pdf),
    poppler,
    complaints: () => complaints(path),
    async textUnder({ page, quads }) {
      const height = pdf.getPage(page - 1).getHeight()
      const texts: string[] = []
      for (const quad of quads) texts.push(await poppler('pdftotext', ...cropTo(quad, page, height)))
      return texts.join('').replace(/\s+/gu, '')
    },
    close: () => rm(folder, { recursive: true })
  }
}

async function complaints(path: string): Promise<string> {
  const { stdout, stderr } = await run('qpdf', ['--check', path]).catch((failure: unknown) => {
    return { stdout: '', stderr: String(failure) }
  })
  return stdout.includes('No syntax or stream encoding errors found') ? '' : stdout + stderr
}

/** Options in tenths of points; poppler takes every letter that the crop touches, so it is drawn in a little. */
function cropTo({ left, bottom, right, top }: Quad, page: number, height: number): string[] {
  const inset = { x: 1, y: (top - bottom) / 6 }
  const values = {
    x: left + inset.x,
    y: height - top + inset.y,
    W: right - left - 2 * inset.x,
    H: top - bottom - 2 * inset.y
  }
  const crop = Object.entries(values).flatMap(([name, value]) => [`-${name}`, String(Math.round(value * 10))])
  return ['-f', String(page), '-l', String(page), '-r', '720', ...crop]
}

function annotationsOf(pdf: PDFDocument): ReadAnnotation[] {
  const parents = parentsOf(pdf)
  return pdf.getPages().flatMap((page, index) => {
    const annotations = page.node.Annots()
    const dicts = (annotations?.asArray() ?? []).map((_, at) => annotations?.lookup(at, PDFDict))
    return dicts.flatMap((dict) => (dict === undefined ? [] : [annotationOf(dict, index + 1, parents)]))
  })
}

function annotationOf(dict: PDFDict, page: number, parents: ReadonlyMap<number, PDFDict>): ReadAnnotation {
  const string = (name: string): string | null => textOf(dict.lookup(PDFName.of(name)))
  const key = dict.lookup(PDFName.of('StructParent'))
  const numbers = dict.lookupMaybe(PDFName.of('QuadPoints'), PDFArray)?.asArray() ?? []
  return {
    page,
    subtype: dict.lookup(PDFName.of('Subtype'), PDFName).decodeText(),
    contents: string('Contents'),
    name: string('NM'),
    author: string('T'),
    subject: string('Subj'),
    created: string('CreationDate'),
    modified: string('M'),
    flags: dict.lookup(PDFName.of('F'), PDFNumber).asNumber(),
    address: textOf(dict.lookupMaybe(PDFName.of('A'), PDFDict)?.lookup(PDFName.of('URI'))),
    isGrouped:
      dict.get(PDFName.of('IRT')) instanceof PDFRef && dict.get(PDFName.of('RT')) === PDFName.of('Group'),
    role:
      key instanceof PDFNumber
        ? (parents.get(key.asNumber())?.lookup(PDFName.of('S'), PDFName).decodeText() ?? null)
        : null,
    quads: quadsOf(numbers.map((number) => (number instanceof PDFNumber ? number.asNumber() : Number.NaN)))
  }
}

/** Eight numbers each: upper left, upper right, lower left, lower right. */
function quadsOf(numbers: readonly number[]): Quad[] {
  return Array.from({ length: numbers.length / 8 }, (_, index) => {
    const [left = 0, top = 0, right = 0, , , bottom = 0] = numbers.slice(index * 8)
    return { left, bottom, right, top }
  })
}

function parentsOf(pdf: PDFDocument): ReadonlyMap<number, PDFDict> {
  const tree = pdf.catalog
    .lookup(PDFName.of('StructTreeRoot'), PDFDict)
    .lookup(PDFName.of('ParentTree'), PDFDict)
    .lookup(PDFName.of('Nums'), PDFArray)
  const entries = tree.asArray().flatMap((key, index) => {
    const value = index % 2 === 0 ? tree.lookup(index + 1) : undefined
    return key instanceof PDFNumber && value instanceof PDFDict ? [[key.asNumber(), value] as const] : []
  })
  return new Map(entries)
}

function textOf(object: unknown): string | null {
  return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : null
}
