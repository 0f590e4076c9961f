import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PrintItem } from '#core/service/ports'
import { element, text } from '#core/tree/elements'
import { printItem } from '../../../test/printing/print-items'
import { printWith } from '../../../test/printing/print-in-test'
import { startTestEngine } from '../../../test/printing/print-with-playwright'
import type { TestEngine } from '../../../test/printing/print-with-playwright'
import { printedPages } from '../../../test/printing/printed-pages'
import type { PrintedPages } from '../../../test/printing/printed-pages'
import { readBack } from '../../../test/printing/read-back'
import { LONG, PICTURE_NAME, PRESS, p } from '../../../test/printing/sample-briefings'
import { ARABIC } from '../../../test/printing/sample-scripts'
import { PAIR, manyBriefings, markIds } from '../../../test/printing/sample-packs'
import { TEST_PICTURE } from '../../../test/printing/test-picture'

type Options = Parameters<typeof printWith>[2]

let engine: TestEngine
beforeAll(async () => {
  engine = await startTestEngine()
})
afterAll(() => engine.close())

async function pagesOf(items: readonly PrintItem[], options: Options): Promise<PrintedPages> {
  const library = { asset: async () => TEST_PICTURE }
  const read = await readBack((await printWith(engine, items, options, { library })).bytes)
  const pages = await printedPages(read)
  await read.close()
  return pages
}

const MINUTES: PrintItem = {
  ...LONG,
  tree: { ...LONG.tree, children: [...LONG.tree.children, ...LONG.tree.children] },
  annotations: []
}

describe('the parts of a pack', () => {
  it('says on the cover what it is, of which days, for whom and by whom, and how much', async () => {
    const { textOf } = await pagesOf(PAIR, {
      title: 'Two talks',
      series: 'Weekly digest 12',
      preparedFor: 'The Minister',
      preparedBy: 'Policy Planning',
      notes: 'end'
    })
    const cover = textOf(1)
    for (const said of [
      'Weekly digest 12',
      'Two talks',
      '16 January – 16 February 2024',
      'Prepared for The Minister',
      'Prepared by Policy Planning',
      'Produced 2 January 2026',
      '2 briefings',
      '8 highlights, 4 notes'
    ])
      expect(cover).toContain(said)
  })

  it('quotes the chosen highlights in the order that was chosen, and no other', async () => {
    const [first, , third, , fifth] = PAIR[0]?.annotations ?? []
    const summary = [fifth, first].flatMap((mark) => (mark === undefined ? [] : [mark.id]))
    const { textOf } = await pagesOf(PAIR, { summary, notes: 'end' })
    const page = textOf(3)
    expect(page).toMatch(/Summary .*Which projects\?.*Use this line/u)
    expect(page).toContain('§1 ¶1')
    expect(page).not.toContain(third?.quote ?? '?')
  })

  it('keeps a summary on one page that would be a little longer', async () => {
    const items = manyBriefings(7)
    const summary = markIds(items).filter((_, index) => index % 3 !== 2)
    const { textOf, folios } = await pagesOf(items, { summary, notes: 'end', index: 'no' })
    const first = folios.findIndex((folio) => folio.startsWith('1 of')) + 1
    for (const { annotations } of items) expect(textOf(first)).toContain(annotations[0]?.note)
    expect(textOf(first + 1)).toContain(items[0]?.briefing.title)
  })

  it('passes over a chosen highlight that is not in the document', async () => {
    const { textOf } = await pagesOf(PAIR, {
      summary: ['gone', PAIR[1]?.annotations[0]?.id ?? ''],
      notes: 'end'
    })
    expect(textOf(3)).toContain('güçlü dostluğun')
  })

  it('lists what is to be done by its day, with who does it, and what has no day last', async () => {
    const items = manyBriefings(5)
    const { textOf } = await pagesOf(items, { taskings: true, notes: 'end' })
    const owners = [...textOf(3).matchAll(/Owner (?<number>\d)/gu)].map((match) => match.groups?.['number'])
    const byDay = items
      .map(({ annotations: [task] }, index) => ({ due: task?.due ?? '9', owner: String(index + 1) }))
      .toSorted((a, b) => (a.due < b.due ? -1 : 1))
    expect(owners).toEqual(byDay.map(({ owner }) => owner))
    expect(owners.at(-1)).toBe('5')
    expect(textOf(3)).toContain('no date')
  })

  it('lists every question, and says so when there is none', async () => {
    const asked = await pagesOf(manyBriefings(2), { questions: true, notes: 'end' })
    expect(asked.textOf(3)).toMatch(/Is it so in 1\?.*Is it so in 2\?/u)
    const none = await pagesOf([{ ...PRESS, annotations: [] }], { questions: true })
    expect(none.folios.map((_, index) => none.textOf(index + 1)).join(' ')).toContain(
      'No passage is marked as a question.'
    )
  })

  it('names briefing and section at the head of the pages behind the first', async () => {
    const { textOf, folios } = await pagesOf([MINUTES, PRESS], { title: 'Spring', notes: 'none' })
    const heads = folios.map((_, index) => textOf(index + 1).slice(0, 80))
    expect(heads[2]).toMatch(/^Spring 16 January 2024 Minutes of the spring session/u)
    expect(heads[3]).toMatch(/^Spring Minutes of the spring session 16 January 2024 Minutes/u)
    const annexes = folios.flatMap((_, index) => (textOf(index + 1).includes('Annex End of') ? [index] : []))
    expect(annexes).toHaveLength(2)
    for (const page of annexes) expect(heads[page]).toMatch(/Minutes of .* Annex/u)
  })

  it('names the section that a page is in behind a heading of a picture without words', async () => {
    const [logo, crest] = ['', 'The crest'].map((alt) =>
      element('h2', [element('img', [], { asset: PICTURE_NAME, alt })])
    )
    const lines = Array.from({ length: 90 }, (_, line) => p(`Line ${line + 1} of it.`))
    const pictures = [logo, crest].flatMap((heading) => (heading === undefined ? [] : [heading, p('First.')]))
    const children = [...pictures, element('h2', [text('Harbours')]), ...lines]
    const item = printItem({ type: 'root', children }, { title: 'With a logo' })
    const { textOf, folios } = await pagesOf([item, PRESS], { cover: 'no', notes: 'none' })
    const at = folios.findIndex((_, index) => textOf(index + 1).includes('Line 60 of it.'))
    expect(textOf(at + 1).slice(0, 80)).toMatch(/With a logo .*Harbours/u)
    const press = folios.findIndex((_, index) => textOf(index + 1).includes('profound gratitude'))
    expect(textOf(press + 1)).not.toContain('Harbours')
    expect(textOf(1)).toMatch(/With a logo .*The crest .*Harbours/u)
  })

  it('lists the sections of a long briefing below its title, and no others', async () => {
    const long = await pagesOf([MINUTES], {})
    expect(long.textOf(1)).toContain('Contents Minutes')
    expect(
      long.links.filter(({ page }) => page === 1).map(({ rightmost, target }) => [rightmost, target])
    ).toEqual(long.links.filter(({ page }) => page === 1).map(({ target }) => [String(target), target]))
    expect(long.links.filter(({ page }) => page === 1).length).toBe(4)
    expect((await pagesOf([PRESS], {})).textOf(1)).not.toContain('Contents')
    expect((await pagesOf([MINUTES], { contents: 'no' })).textOf(1)).not.toContain('Contents')
  })

  it('lists nothing where there is one section; the notes at the end are another one', async () => {
    for (const notes of ['end', 'margin', 'only', 'none'] as const) {
      const { textOf } = await pagesOf([ARABIC], { notes, contents: 'yes' })
      expect(textOf(1).includes('Contents'), notes).toBe(notes === 'end')
    }
  })

  it('counts from behind a cover alone, and names no part that is not wanted', async () => {
    const none = { contents: 'no', sources: 'no', index: 'no' } as const
    const { folios, labels, textOf } = await pagesOf(PAIR, { ...none, notes: 'end' })
    expect(folios[0]).toBe('')
    expect(folios[1]).toBe(`1 of ${folios.length - 1}`)
    expect(labels.slice(0, 2)).toEqual(['i', '1'])
    expect(textOf(folios.length)).not.toMatch(/Sources|Marked pages/u)
  })

  it('says true numbers also where only the print tells that a contents is due, which moves all after it', async () => {
    const { textOf, links, folios } = await pagesOf([SHORT_LINES], {})
    expect(folios.length).toBeGreaterThan(4)
    const lines = links.filter(({ page }) => page === 1)
    expect(lines).toHaveLength(20)
    for (const { words, rightmost, target } of lines) {
      expect(Number(rightmost)).toBe(target)
      expect(textOf(Number(rightmost))).toContain(words.slice(0, 3).join(' '))
    }
  })
})

/** Of so many short lines that its length is not seen from the count of its letters. */
const SHORT_LINES: PrintItem = printItem(
  {
    type: 'root',
    children: Array.from({ length: 20 }, (_, section) => [
      element('h2', [text(`Part p${section}x follows`)]),
      ...Array.from({ length: 7 }, (__, line) => p(`Line ${line + 1} of part ${section + 1}.`))
    ]).flat()
  },
  { title: 'Short lines' }
)
