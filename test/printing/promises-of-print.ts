import { PDFDict, PDFName } from '@cantoo/pdf-lib'
import { afterAll, expect, it } from 'vitest'
import type { PrintedPdf, PrintItem } from '#core/service/ports'
import { canonicalText } from '#core/text/canonical-text'
import { bare, firstOutOfOrder, missingFrom, wordsOf } from './compare-text'
import { danglingReferences } from './dangling'
import { textByPdfJs } from './pdf-js-text'
import { printWith } from './print-in-test'
import type { TestEngine } from './print-with-playwright'
import { readBack } from './read-back'
import type { ReadBack } from './read-back'
import { TEST_PICTURE } from './test-picture'

const PICTURED = { library: { asset: async () => TEST_PICTURE } }

/**
 * What of each page is between its head and foot, in points: scripts without spaces have words as long as lines,
 * and one that goes on upon the next page must not have them in its middle.
 */
const BODY = ['-x', '0', '-y', '70', '-W', '900', '-H', '704']

/** A briefing that is printed, and what is known of its script. */
export interface PrintedCase {
  readonly engine: () => TestEngine
  readonly item: PrintItem
  readonly notes: 'end' | 'margin'
  /** Whether the program brings fonts for it; a system's may be of a kind that Chromium embeds as Type 3 only. */
  readonly isInOwnFonts: boolean
  /**
   * Letters that join are glyphs for more than one character; the engine says which is meant in a span of
   * its own, at whose end poppler's reading of the structure stops.
   */
  readonly hasJoinedLetters: boolean
}

/** Everything that a finished PDF promises (guide/pdf.md, 5.4), as tests of one briefing. */
export function promisesOfPrint({ engine, item, notes, isInOwnFonts, hasJoinedLetters }: PrintedCase): void {
  let made: Promise<{ printed: PrintedPdf; read: ReadBack }> | null = null
  const print = (): NonNullable<typeof made> => (made ??= printAndRead())
  afterAll(async () => (await made)?.read.close())

  async function printAndRead(): Promise<{ printed: PrintedPdf; read: ReadBack }> {
    const printed = await printWith(engine(), [item], { notes }, PICTURED)
    return { printed, read: await readBack(printed.bytes) }
  }

  it('asked for nothing that it was not given', async () => {
    await print()
    expect(engine().refused).toEqual([])
  })

  it('is in order for qpdf and holds no dangling reference', async () => {
    const { read } = await print()
    expect(await read.complaints()).toBe('')
    expect(danglingReferences(read.pdf)).toEqual([])
  })

  it('holds the whole text in reading order', async () => {
    const { read } = await print()
    const words = wordsOf(canonicalText(item.tree))
    const pages = bare(await read.poppler('pdftotext'))
    const bodies = bare(await read.poppler('pdftotext', ...BODY))
    expect(missingFrom(bodies, missingFrom(pages, words))).toEqual([])
    if (!hasJoinedLetters) {
      expect(firstOutOfOrder(bare(await read.poppler('pdfinfo', '-struct-text')), words)).toBeNull()
    }
  })

  it('has one annotation per mark and page, on exactly the quoted words', async () => {
    const { printed, read } = await print()
    const marks = read.annotations.filter(({ subtype }) => subtype !== 'Link')
    const ids = new Set(marks.map((mark) => mark.name?.split('#')[0]))
    expect(ids.size).toBe(item.annotations.length)
    expect(printed.annotations).toBe(item.annotations.length)
    for (const { id, quote } of item.annotations) {
      const found = marks.filter((mark) => mark.name?.split('#')[0] === id)
      const texts = await Promise.all(found.map((mark) => read.textUnder(mark)))
      expect(bare(texts.join(''))).toBe(bare(quote))
    }
  })

  it('carries the note, the author and the dates in each annotation, and prints it', async () => {
    const { read } = await print()
    for (const mark of item.annotations) {
      const found = read.annotations.find((annotation) => annotation.name === mark.id)
      expect(found).toMatchObject({
        contents: mark.note === '' ? mark.quote : mark.note,
        author: mark.author === '' ? null : mark.author,
        created: 'D:20240203091500Z',
        modified: 'D:20240204103000Z',
        flags: 4,
        role: 'Annot'
      })
    }
  })

  it('prints every word of the notes', async () => {
    const { read } = await print()
    const pages = bare(await read.poppler('pdftotext'))
    for (const { note } of item.annotations) expect(missingFrom(pages, wordsOf(note))).toEqual([])
  })

  it('has words for every link, and a place in the structure', async () => {
    const { read } = await print()
    const links = read.annotations.filter(({ subtype }) => subtype === 'Link')
    expect(links.filter(({ contents }) => contents === null || contents === '')).toEqual([])
    expect(links.map(({ role }) => role)).toEqual(links.map(() => 'Link'))
    expect(links.filter(({ address }) => address?.includes('annotation.invalid') === true)).toEqual([])
  })

  it('says which links refer to notes and what is a note, each with an id', async () => {
    const { read } = await print()
    const roles = (await read.poppler('pdfinfo', '-struct'))
      .split('\n')
      .map((line) => line.trim().split(' ')[0])
    const ids = read.pdf.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) =>
        object instanceof PDFDict && isNote(object) ? [object.get(PDFName.of('ID'))] : []
      )
    const noted = item.annotations.filter(
      ({ note, type, tags }) => note !== '' || type !== 'note' || tags.length > 0
    )
    expect(roles.filter((role) => role === 'Reference').length).toBeGreaterThanOrEqual(noted.length)
    expect(ids.length).toBeGreaterThanOrEqual(noted.length)
    expect(new Set(ids.map(String)).size).toBe(ids.length)
    expect(ids).not.toContain(undefined)
  })

  it('says Page X of Y on each page', async () => {
    const { printed, read } = await print()
    for (let page = 1; page <= printed.pages; page += 1) {
      const text = await read.poppler('pdftotext', '-f', String(page), '-l', String(page))
      expect(text).toContain(`Page ${page} of ${printed.pages}`)
    }
  })

  it('is tagged, has its title, language and dates, and names no engine', async () => {
    const { read } = await print()
    const information = await read.poppler('pdfinfo')
    expect(/^Title: +(?<title>.*)$/mu.exec(information)?.groups?.['title']).toBe(item.briefing.title)
    expect(information).toMatch(/^Producer: +Briefing Reader test$/mu)
    expect(information).toMatch(/^Tagged: +yes$/mu)
    expect(information).toMatch(/^CreationDate: +Fri Jan {2}2 03:04:05 2026/mu)
    expect(information).not.toMatch(/Chrome|Skia/u)
    expect(read.pdf.catalog.get(PDFName.of('Lang'))?.toString()).toBe(`(${item.briefing.language})`)
  })

  it('embeds every font', async () => {
    const { read } = await print()
    const fonts = (await read.poppler('pdffonts'))
      .split('\n')
      .slice(2)
      .filter((line) => line !== '')
    expect(fonts.filter((line) => !/ yes (?:yes|no) +(?:yes|no) +\d+ +\d+$/u.test(line))).toEqual([])
    if (isInOwnFonts) expect(fonts.filter((line) => !/SourceSerif4|NotoSans/u.test(line))).toEqual([])
    if (isInOwnFonts) expect(fonts.join('\n')).not.toContain('Type 3')
  })

  it('reads the same in pdf.js as in poppler', async () => {
    const { printed, read } = await print()
    const byPoppler = (await read.poppler('pdftotext')).split('\f').slice(0, printed.pages)
    const byPdfJs = await textByPdfJs(printed.bytes)
    // It does not know the spans that say what joined letters stand for.
    if (hasJoinedLetters) expect(alike(byPdfJs.join(''), byPoppler.join(''))).toBeGreaterThan(0.9)
    else expect(byPdfJs.map(letters)).toEqual(byPoppler.map(letters))
  })

  it('has a letter for every character', async () => {
    const { printed } = await print()
    expect(printed.missingLetters).toBe('')
  })
}

/** The part of the letters, from 0 to 1, that two readings have in common. */
function alike(a: string, b: string): number {
  const counts = new Map<string, number>()
  for (const letter of bare(a)) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  const common = [...bare(b)].filter((letter) => {
    const left = counts.get(letter) ?? 0
    counts.set(letter, left - 1)
    return left > 0
  })
  return common.length / Math.max(bare(a).length, bare(b).length)
}

/** The letters of a page in one order: readers follow lines and columns each in their own way. */
function letters(text: string): string {
  return [...bare(text)].sort().join('')
}

function isNote(object: PDFDict): boolean {
  return object.get(PDFName.of('S')) === PDFName.of('Note')
}
