import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { Annotation } from '#core/annotation/annotation'
import { markEach, numberedParagraphs } from '../testing/many-marks'
import { openWindow, type OpenWindow } from '../testing/open-window'

const MANY = 120
const TREE = numberedParagraphs(MANY)

let open: OpenWindow
afterEach(async () => {
  open.close()
  await page.viewport(1280, 800)
})

async function openWith(
  say: (index: number) => Partial<Annotation>,
  dir: 'ltr' | 'rtl' = 'ltr'
): Promise<void> {
  await page.viewport(1600, 800)
  open = await openWindow({
    tree: TREE,
    document: { dir },
    annotations: (briefing) => markEach(TREE, briefing, say)
  })
}

const margin = () => page.getByRole('region', { name: 'Marks and notes' })
const cards = () => [...document.querySelectorAll<HTMLElement>('.margin-cards > .card')]
const cardOf = (words: string) => margin().getByRole('button', { name: `“${words}”` })
const top = (element: Element | null | undefined) => element?.getBoundingClientRect().top ?? NaN
const paragraph = (index: number) => document.querySelectorAll('.slice p')[index]

function overlaps(): number {
  const rects = cards().map((card) => card.getBoundingClientRect())
  return rects.filter((rect, index) => rect.top < (rects[index - 1]?.bottom ?? -Infinity)).length
}

describe('notes beside their lines', () => {
  it('stand at the height of their lines when there is room, and bare marks take none', async () => {
    await openWith((index) => ({ note: index % 4 === 1 ? `Note ${index}` : '' }))
    await expect.element(cardOf('Paragraph 1')).toBeVisible()
    expect(document.querySelector('[data-mark] [aria-label*="“Paragraph 2”"]')).toBeNull()
    const card = document.querySelector('[data-mark]:has([aria-label*="“Paragraph 5”"])')
    await expect.poll(() => Math.abs(top(card) - top(paragraph(5)))).toBeLessThan(12)
  })

  it('never lie on each other, and the selected one comes to its line', async () => {
    await openWith((index) => ({ note: `Note ${index}\n\nof several\n\nparagraphs` }))
    await expect.element(cardOf('Paragraph 4')).toBeVisible()
    await expect.poll(overlaps).toBe(0)
    await cardOf('Paragraph 4').click()
    const selected = () => document.querySelector('.margin-cards > .card.selected')
    await expect.poll(() => Math.abs(top(selected()) - top(paragraph(4)))).toBeLessThan(12)
    await expect.poll(overlaps).toBe(0)
  })

  it('are on the page only near the window, and come as the text is scrolled', async () => {
    await openWith((index) => ({ note: `Note ${index}` }))
    await expect.element(cardOf('Paragraph 1')).toBeVisible()
    expect(cards().length).toBeLessThan(60)
    const range = open.reader.document?.marks.list[100]?.range
    if (range != null) open.reader.document?.view?.reveal(range)
    await expect.element(cardOf('Paragraph 101')).toBeVisible()
    expect(cards().length).toBeLessThan(60)
    expect(cards()[0]?.getAttribute('aria-setsize')).toBe(String(MANY))
  })

  it('keep the field that is written in, wherever the text is scrolled', async () => {
    await openWith((index) => ({ note: index === 3 ? 'Ask' : '' }))
    await cardOf('Paragraph 3').click()
    await userEvent.keyboard('{Enter} them')
    const field = document.activeElement
    document.querySelector('.scroller')?.scrollTo({ top: 4_000 })
    await expect.poll(() => document.querySelector('.scroller')?.scrollTop).toBeGreaterThan(3_000)
    await userEvent.keyboard(' now')
    expect(document.activeElement).toBe(field)
    expect(field).toHaveProperty('value', 'Ask them now')
  })

  it('stay where they are while a note is written', async () => {
    await openWith((index) => ({ note: index % 3 === 0 ? `Note ${index}` : '' }))
    await cardOf('Paragraph 6').click()
    await userEvent.keyboard('{Enter}')
    const written = () => top(document.querySelector('.margin-cards > .card.selected'))
    const before = written()
    await userEvent.keyboard(' one{Enter}two{Enter}three{Enter}four{Enter}five')
    await expect.poll(written).toBe(before)
    await expect.poll(overlaps).toBe(0)
  })

  it('are walked by the arrow keys, in the order of the text', async () => {
    await openWith((index) => ({ note: index % 10 === 0 ? `Note ${index}` : '' }))
    await cardOf('Paragraph 0').click()
    await userEvent.keyboard('{ArrowDown}{ArrowDown}')
    await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toContain('“Paragraph 20”')
    await userEvent.keyboard('{End}')
    await expect.element(cardOf('Paragraph 110')).toBeInViewport()
    await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toContain('“Paragraph 110”')
  })

  it('stand on the other side of a text that runs to the left', async () => {
    await openWith(() => ({ note: 'A note' }), 'rtl')
    await expect.element(cardOf('Paragraph 1')).toBeVisible()
    const card = cards()[0]?.getBoundingClientRect()
    expect(card?.right ?? Infinity).toBeLessThan(
      document.querySelector('article')?.getBoundingClientRect().left ?? 0
    )
  })

  it('go into a list when the person wants one, or the window is narrow', async () => {
    await openWith(() => ({ note: 'A note' }))
    await margin().getByRole('button', { name: 'Notes beside their lines' }).click()
    await expect.element(page.getByRole('complementary', { name: 'Marks and notes' })).toBeVisible()
    expect((await open.api.readSettings()).notesPlace).toBe('list')
    await page.getByRole('button', { name: 'Notes beside their lines' }).click()
    await expect.element(margin()).toBeVisible()
    await page.viewport(1000, 800)
    await expect.element(margin()).not.toBeInTheDocument()
  })

  it('have a place for notes on the whole briefing and for those that lost their words', async () => {
    await openWith((index) =>
      index === 0
        ? { anchor: null, note: 'On all of it' }
        : index === 1
          ? {
              note: 'Lost',
              anchor: {
                position: { start: 0, end: 4 },
                quote: { exact: 'Gone words', prefix: '', suffix: '' }
              }
            }
          : {}
    )
    await expect.element(margin().getByText('On all of it')).toBeVisible()
    document.querySelector('.scroller')?.scrollTo({ top: 1e6 })
    await expect.element(margin().getByText('These words no longer stand')).toBeVisible()
  })
})
