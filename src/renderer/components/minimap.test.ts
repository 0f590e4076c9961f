import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { markEach, numberedParagraphs } from '../testing/many-marks'
import { openWindow, type OpenWindow } from '../testing/open-window'

const MANY = 300
const TREE = numberedParagraphs(MANY)

let open: OpenWindow
beforeEach(async () => {
  open = await openWindow({
    tree: TREE,
    annotations: (briefing) =>
      markEach(TREE, briefing, (index) => ({
        color: index % 2 === 0 ? 'blue' : 'red',
        note: index === 150 ? 'Half way' : ''
      })).filter((_, index) => index % 50 === 0 || index > 250)
  })
})
afterEach(() => open.close())

const map = () => document.querySelector<HTMLElement>('.minimap')
const paths = () => [...document.querySelectorAll<SVGPathElement>('.minimap path')]
/** Where on the map the one mark with a note is: its path is the second. */
const noted = () => ({ x: 6, y: Number(/^M\d+ ([\d.]+)/u.exec(paths()[1]?.getAttribute('d') ?? '')?.[1]) })

describe('the map of the marks', () => {
  it('shows them in their colours by a few elements, and those with a note wider', async () => {
    await expect.poll(() => paths().length).toBe(3)
    const width = (path: SVGPathElement | undefined) => path?.getBBox().width ?? 0
    const [bare, noted] = paths()
    expect(noted?.getAttribute('class')).toBe('blue')
    expect(width(noted)).toBe(2 * width(bare))
  })

  it('shows the words of the one that the mouse is on, and goes there by a click', async () => {
    await expect.poll(() => paths().length).toBe(3)
    const strip = page.elementLocator(map() ?? document.body)
    const hint = () => document.querySelector('.minimap-note')?.textContent
    // The rest of the text is drawn meanwhile, and the ticks go along.
    await expect
      .poll(async () => strip.hover({ position: noted(), force: true }).then(hint), { timeout: 10_000 })
      .toBe('Half way')
    await strip.click({ position: noted(), force: true })
    await expect.poll(() => open.reader.document?.marks.selected?.quote).toBe('Paragraph 150')
    await expect.element(page.getByText('Paragraph 150 tells')).toBeInViewport()
  })

  it('shows what the filter lets through, and says nothing to a screen reader', async () => {
    await expect.poll(() => paths().length).toBe(3)
    await page.getByRole('searchbox', { name: 'Search notes' }).fill('half way')
    await expect.poll(() => paths().length).toBe(1)
    expect(map()?.getAttribute('aria-hidden')).toBe('true')
    await userEvent.tab()
    expect(map()?.contains(document.activeElement)).toBe(false)
  })
})
