import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PrintItem } from '#core/service/ports'
import { danglingReferences } from '../../../test/printing/dangling'
import { outlineOf } from '../../../test/printing/outline-of'
import { printWith } from '../../../test/printing/print-in-test'
import { startTestEngine } from '../../../test/printing/print-with-playwright'
import type { TestEngine } from '../../../test/printing/print-with-playwright'
import { numberIn, printedPages } from '../../../test/printing/printed-pages'
import type { PrintedPages, SeenLink } from '../../../test/printing/printed-pages'
import { readBack } from '../../../test/printing/read-back'
import type { ReadBack } from '../../../test/printing/read-back'
import { LONG } from '../../../test/printing/sample-briefings'
import { CROWDED } from '../../../test/printing/sample-margins'
import { MIXED, PAIR, RIGHT_TO_LEFT, manyBriefings, markIds } from '../../../test/printing/sample-packs'
import { TEST_PICTURE } from '../../../test/printing/test-picture'

type Options = Parameters<typeof printWith>[2]

const FRONT = { summary: [...markIds(MIXED)].slice(0, 6), taskings: true, questions: true } satisfies Options

const PACKS: Readonly<Record<string, { items: readonly PrintItem[]; options: Options; front: number }>> = {
  'notes at the end': { items: MIXED, options: { notes: 'end', ...FRONT }, front: 2 },
  'notes in the margin': { items: MIXED, options: { notes: 'margin', ...FRONT }, front: 2 },
  'notes that go on behind each text': {
    items: [CROWDED, LONG],
    options: { notes: 'margin' },
    front: 2
  },
  'right to left first': { items: RIGHT_TO_LEFT, options: { notes: 'end', series: 'العدد ١٢' }, front: 2 },
  'quotes and notes only': {
    items: MIXED,
    options: { notes: 'only', color: 'greyscale', ...FRONT },
    front: 2
  },
  'a clean copy with what it asks': { items: MIXED, options: { notes: 'none', ...FRONT }, front: 2 },
  'no cover, on Letter': { items: PAIR, options: { cover: 'no', paper: 'letter', notes: 'end' }, front: 1 },
  'marks that are only drawn': {
    items: PAIR,
    options: { nativeAnnotations: false, notes: 'end' },
    front: 2
  },
  'thirty briefings': {
    items: manyBriefings(30),
    options: { notes: 'end', taskings: true, questions: true },
    front: 3
  },
  'one long briefing with a cover': {
    items: [LONG],
    options: { cover: 'yes', contents: 'yes', index: 'yes', sources: 'yes', notes: 'end' },
    front: 2
  }
}

interface Pack {
  readonly read: ReadBack
  readonly pages: PrintedPages
  readonly prints: number
}

let engine: TestEngine
beforeAll(async () => {
  engine = await startTestEngine()
})
afterAll(() => engine.close())

async function printPack(items: readonly PrintItem[], options: Options): Promise<Pack> {
  let prints = 0
  const printPage: TestEngine['printPage'] = (files, printing) => {
    prints += 1
    return engine.printPage(files, printing)
  }
  const { bytes } = await printWith({ printPage }, items, options, {
    library: { asset: async () => TEST_PICTURE }
  })
  const read = await readBack(bytes)
  return { read, pages: await printedPages(read), prints }
}

describe.each(Object.entries(PACKS))('a pack: %s', (_, { items, options, front }) => {
  let made: Promise<Pack> | null = null
  const pack = (): Promise<Pack> => (made ??= printPack(items, options))
  afterAll(async () => (await made)?.read.close())

  it('counts its pages from behind cover and contents, up to the number that it says', async () => {
    const { pages, read } = await pack()
    const numbered = read.pdf.getPageCount() - front
    expect(pages.folios.slice(front)).toEqual(
      Array.from({ length: numbered }, (_, index) => `${index + 1} of ${numbered}`)
    )
  })

  it('calls each page in the file what is printed on it', async () => {
    const { pages } = await pack()
    const printed = pages.folios.map((folio, index) => (folio === '' ? pages.labels[index] : numberIn(folio)))
    expect(pages.labels).toEqual(printed)
    expect(pages.folios.filter((folio) => folio === '')).toHaveLength(options?.cover === 'no' ? 0 : 1)
  })

  it('has the number of its page on every line that leads to one', async () => {
    const { pages } = await pack()
    const lines = pageLines(pages)
    expect(lines.length).toBeGreaterThan(items.length)
    const isRightToLeft = items[0]?.briefing.dir === 'rtl'
    const said = lines.map(({ leftmost, rightmost }) =>
      (isRightToLeft ? leftmost : rightmost).replace(',', '')
    )
    expect(said).toEqual(lines.map(({ target }) => numberIn(pages.folios[(target ?? 0) - 1] ?? '')))
  })

  it('lists every briefing in the contents, and leads to its title', async () => {
    const { pages } = await pack()
    const lines = pages.links.filter(({ page }) => page <= front)
    for (const { briefing } of items) {
      const line = lines.find(({ words }) => holds(words.join(' '), briefing.title))
      expect(line, briefing.title).toBeDefined()
      expect(holds(pages.textOf(line?.target ?? 0), briefing.title)).toBe(true)
    }
  })

  it('is in order for qpdf, and its structure leads nowhere that is not', async () => {
    const { read } = await pack()
    expect(await read.complaints()).toBe('')
    expect(danglingReferences(read.pdf)).toEqual([])
    const links = read.annotations.filter(({ subtype }) => subtype === 'Link')
    expect(links.filter(({ contents }) => contents === null || contents === '')).toEqual([])
  })

  it('has its briefings in the outline, with their sections below', async () => {
    const { read } = await pack()
    const top = outlineOf(read.pdf).flatMap(([depth, title]) => (depth === 0 ? [title] : []))
    for (const { briefing } of items) expect(top).toContain(briefing.title)
    expect(outlineOf(read.pdf).some(([depth]) => depth === 1)).toBe(true)
  })

  it('is printed as often as it must be, and no more', async () => {
    const { prints } = await pack()
    expect(prints).toBe(items.includes(CROWDED) ? 3 : 2)
  })
})

/** Links that stand on pages of the document's own, before and behind the briefings. */
function pageLines({ links, textOf }: PrintedPages): readonly SeenLink[] {
  const own = /^(?:\S+ ){0,14}(?:Contents|Summary|Taskings|Questions|Sources|Marked pages) /u
  return links.filter(({ page }) => own.test(`${textOf(page)} `))
}

/** Poppler gives the words of a line, and the letters of an Arabic word, from left to right. */
function holds(text: string, title: string): boolean {
  const letters = bare(text)
  return title.split(' ').every((word) => {
    return letters.includes(bare(word)) || letters.includes([...bare(word)].toReversed().join(''))
  })
}

function bare(text: string): string {
  return text.normalize('NFKC').replace(/[\s\p{Cf}]+/gu, '')
}
