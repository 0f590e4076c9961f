import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRef, PDFString } from '@cantoo/pdf-lib'
import type { PDFDocument } from '@cantoo/pdf-lib'
import type { ReadBack } from './read-back'
import { wordsOnPages } from './words-on-pages'
import type { PageWord } from './words-on-pages'

/** A link within a file, as whoever looks at the page sees it. */
export interface SeenLink {
  /** From 1. */
  readonly page: number
  /** The words that it lies on. */
  readonly words: readonly string[]
  /** The words at its ends. */
  readonly leftmost: string
  readonly rightmost: string
  /** The page that it leads to, from 1; `null` when it leads nowhere. */
  readonly target: number | null
}

/** The pages of a file as they are read on paper and on screen. */
export interface PrintedPages {
  readonly words: readonly PageWord[]
  /** What is printed at the foot of each page: `3 of 12`, `ii`, or '' for nothing. */
  readonly folios: readonly string[]
  /** What a reader of the file calls each page (ISO 32000-1, section 12.4.2). */
  readonly labels: readonly string[]
  readonly links: readonly SeenLink[]
  textOf(page: number): string
}

/** Read the pages with poppler, their labels and links from the file. */
export async function printedPages(read: ReadBack): Promise<PrintedPages> {
  const words = await wordsOnPages(read)
  const heights = read.pdf.getPages().map((page) => page.getHeight())
  const onPage = (page: number): readonly PageWord[] => words.filter((word) => word.page === page)
  return {
    words,
    folios: heights.map((height, index) => folioIn(onPage(index + 1).filter(({ top }) => top > height - 60))),
    labels: labelsOf(read.pdf),
    links: linksOf(read.pdf, words),
    textOf: (page) =>
      onPage(page)
        .map(({ text }) => text)
        .join(' ')
  }
}

/** The number without how many there are. */
export function numberIn(folio: string): string {
  return folio.split(' ')[0] ?? ''
}

function folioIn(foot: readonly PageWord[]): string {
  const texts = foot.map(({ text }) => text)
  const at = texts.indexOf('Page')
  if (at !== -1) return `${texts[at + 1] ?? ''} of ${texts[at + 3] ?? ''}`
  return texts.find((text) => /^[ivxlc]+$/u.test(text)) ?? ''
}

function labelsOf(pdf: PDFDocument): readonly string[] {
  const ranges = pdf.catalog
    .lookupMaybe(PDFName.of('PageLabels'), PDFDict)
    ?.lookup(PDFName.of('Nums'), PDFArray)
    .asArray()
  const starts = (ranges ?? []).flatMap((start, index) =>
    start instanceof PDFNumber ? [{ start: start.asNumber(), style: styleOf(ranges?.[index + 1]) }] : []
  )
  return pdf.getPages().map((_, page) => {
    const range = starts.findLast(({ start }) => start <= page) ?? { start: 0, style: 'D' }
    const number = page - range.start + 1
    return range.style === 'r' ? (ROMAN[number - 1] ?? '?') : String(number)
  })
}

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x']

function styleOf(range: unknown): string {
  return range instanceof PDFDict ? range.lookup(PDFName.of('S'), PDFName).decodeText() : '?'
}

function linksOf(pdf: PDFDocument, words: readonly PageWord[]): readonly SeenLink[] {
  const places = pdf.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict)
  const numbers = new Map(pdf.getPages().map(({ ref }, index) => [ref, index + 1]))
  return pdf.getPages().flatMap((page, index) => {
    const annotations = page.node.Annots()
    const dicts = (annotations?.asArray() ?? []).map((_, at) => annotations?.lookup(at, PDFDict))
    return dicts.flatMap((dict) => {
      const name = nameOf(dict?.lookup(PDFName.of('Dest')))
      if (dict === undefined || name === null) return []
      const target = places?.lookupMaybe(PDFName.of(name), PDFArray)?.get(0)
      const { x, y, width, height } = dict.lookup(PDFName.of('Rect'), PDFArray).asRectangle()
      const box = {
        left: x,
        right: x + width,
        top: page.getHeight() - y - height,
        bottom: page.getHeight() - y
      }
      const inside = words.filter((word) => word.page === index + 1 && isInside(word, box))
      return [
        {
          page: index + 1,
          words: inside.map(({ text }) => text),
          leftmost: inside.toSorted((a, b) => a.left - b.left)[0]?.text ?? '',
          rightmost: inside.toSorted((a, b) => b.right - a.right)[0]?.text ?? '',
          target: target instanceof PDFRef ? (numbers.get(target) ?? null) : null
        }
      ]
    })
  })
}

function nameOf(destination: unknown): string | null {
  if (destination instanceof PDFName) return destination.decodeText()
  return destination instanceof PDFString ? destination.decodeText() : null
}

function isInside(
  word: PageWord,
  box: { left: number; right: number; top: number; bottom: number }
): boolean {
  const x = (word.left + word.right) / 2
  const y = (word.top + word.bottom) / 2
  return x >= box.left && x <= box.right && y >= box.top - 1 && y <= box.bottom + 1
}
