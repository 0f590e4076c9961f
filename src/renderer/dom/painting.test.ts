import { afterEach, describe, expect, it } from 'vitest'
import { element, text } from '#core/tree/elements'
import type { Element, Root } from '#core/tree/tree'
import { openWindow, type OpenWindow } from '../testing/open-window'
import type { ArticleView } from './article-view'
import type { PaintedMark } from './strokes'

const SENTENCE = 'The ministers met in Ankara and agreed on a joint office that opens in the spring. '
const PARAGRAPHS = 240
const LENGTH = SENTENCE.repeat(4).trim().length

let open: OpenWindow
afterEach(() => open.close())

const paragraph = (): Element => element('p', [text(SENTENCE.repeat(4).trim())])
const trees: Readonly<Record<string, Root>> = {
  'an article of many slices': { type: 'root', children: Array.from({ length: PARAGRAPHS }, paragraph) },
  'one long list': {
    type: 'root',
    children: [
      element(
        'ol',
        Array.from({ length: PARAGRAPHS }, () => element('li', [paragraph()]))
      )
    ]
  }
}

/** A mark on the first words of each paragraph, its number in its name. */
const MARKS = Array.from({ length: PARAGRAPHS }, (_, index): PaintedMark => {
  const start = index * (LENGTH + 1)
  return {
    id: String(index),
    range: { start, end: start + 13 },
    color: 'yellow',
    style: 'highlight',
    hasNote: false
  }
})

async function openMarked(tree: Root): Promise<ArticleView> {
  open = await openWindow({ tree })
  const view = open.reader.document?.view
  if (view == null) throw new Error('no article is open')
  view.showMarks(MARKS)
  return view
}

async function wholeArticle(): Promise<HTMLElement> {
  await expect.poll(() => document.querySelectorAll('.slice p').length, { timeout: 10_000 }).toBe(PARAGRAPHS)
  const scroller = document.querySelector<HTMLElement>('.scroller')
  if (scroller === null) throw new Error('no article is open')
  return scroller
}

/** The numbers of the paragraphs whose first words are painted. */
function paintedNow(): readonly number[] {
  const paragraphs = [...document.querySelectorAll('.slice p')]
  const painted = [...(CSS.highlights.get('mark-yellow-0') ?? [])]
  return painted
    .map(({ startContainer }) => paragraphs.indexOf(startContainer.parentElement ?? document.body))
    .sort((a, b) => a - b)
}

/** Those of the paragraphs in the window. */
function seenNow(scroller: HTMLElement): readonly number[] {
  const { top, bottom } = scroller.getBoundingClientRect()
  return [...document.querySelectorAll('.slice p')].flatMap((each, index) => {
    const rect = each.getBoundingClientRect()
    return rect.bottom > top && rect.top < bottom ? index : []
  })
}

for (const [name, tree] of Object.entries(trees)) {
  describe(`the painting of ${name}`, () => {
    it('covers what is in sight, wherever that is, and not all the rest', async () => {
      await openMarked(tree)
      const scroller = await wholeArticle()
      for (const place of [0, 0.4, 1, 0.1]) {
        scroller.scrollTop = place * (scroller.scrollHeight - scroller.clientHeight)
        await expect
          .poll(() => seenNow(scroller).filter((index) => !paintedNow().includes(index)), { timeout: 5_000 })
          .toEqual([])
        await expect.poll(() => paintedNow().length, { timeout: 5_000 }).toBeLessThan(PARAGRAPHS / 2)
      }
    })
  })
}

describe('a mark in sight', () => {
  it('is painted with the words, before the browser has told what is in sight', async () => {
    await openMarked(trees['an article of many slices'] ?? { type: 'root', children: [] })
    expect(paintedNow()).toContain(0)
  })

  it('is painted anew alone, and nothing of another is', async () => {
    const view = await openMarked(trees['an article of many slices'] ?? { type: 'root', children: [] })
    await wholeArticle()
    const before = new Set(CSS.highlights.get('mark-yellow-0'))
    view.showMarks(MARKS.map((mark) => (mark.id === '1' ? { ...mark, color: 'blue' } : { ...mark })))
    const after = [...(CSS.highlights.get('mark-yellow-0') ?? [])]
    expect(after.filter((range) => !before.has(range))).toEqual([])
    expect(before.size - after.length).toBe(1)
    expect([...(CSS.highlights.get('mark-blue-0') ?? [])]).toHaveLength(1)
  })

  it('that is saved stays as it was painted before', async () => {
    const view = await openMarked(trees['an article of many slices'] ?? { type: 'root', children: [] })
    await wholeArticle()
    const range = { start: 20, end: 30 }
    const pending: PaintedMark = { id: 'pending', range, color: 'blue', style: 'highlight', hasNote: false }
    view.showPending([pending])
    const [painted] = CSS.highlights.get('mark-blue-0') ?? []
    expect(painted?.startOffset).toBe(20)
    view.showMarks([...MARKS, { ...pending, id: 'new' }])
    view.showPending([])
    expect([...(CSS.highlights.get('mark-blue-0') ?? [])]).toEqual([painted])
    view.showMarks(MARKS)
    expect([...(CSS.highlights.get('mark-blue-0') ?? [])]).toEqual([])
  })
})
