import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { ANKARA, openWindow, textNode, type OpenWindow } from '../testing/open-window'

let open: OpenWindow
beforeEach(async () => {
  open = await openWindow({ tree: ANKARA })
})
afterEach(() => open.close())

const stored = async () => open.api.listAnnotations({ briefing: open.briefing })
const popup = () => page.getByRole('toolbar', { name: 'Mark the selection' })

/** Select in the first paragraph and let go there. */
async function drag(
  from: number,
  to: number,
  how: PointerEventInit & { clicks?: number } = {}
): Promise<void> {
  const node = textNode('The ministers')
  const place = node.parentElement
  const { clicks = 1, ...pointer } = how
  // What is selected is where the cursor rests: so it is known when the page has seen it.
  open.reader.document?.cursor.rest({ start: 0, end: 0 })
  place?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, pointerType: 'mouse', ...pointer }))
  place?.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, detail: clicks }))
  getSelection()?.setBaseAndExtent(node, from, node, to)
  const end = pointer.pointerType === 'touch' ? 'pointercancel' : 'pointerup'
  place?.dispatchEvent(new PointerEvent(end, { bubbles: true, pointerType: 'mouse', ...pointer }))
  await expect.poll(() => open.reader.document?.cursor.place).toEqual({ start: from, end: to })
}
const selection = () => getSelection()?.toString()

describe('a selection by mouse', () => {
  it('grows to whole words, but not while Alt is held, nor when that is switched off', async () => {
    await drag(6, 15)
    expect(selection()).toBe('ministers met')
    await drag(6, 15, { altKey: true })
    expect(selection()).toBe('nisters m')
    await open.reader.settings.change({ snapsToWords: false })
    await drag(6, 15)
    expect(selection()).toBe('nisters m')
    await expect.element(popup()).toBeVisible()
  })

  it('by a triple click is its paragraph', async () => {
    await drag(4, 20, { clicks: 3 })
    expect(selection()).toBe('The ministers met in Ankara on Monday.')
  })

  it('with Ctrl extends the selected mark, as one change', async () => {
    await drag(4, 13)
    await userEvent.keyboard('h')
    await expect.poll(stored).toMatchObject([{ quote: 'ministers' }])
    await drag(21, 27, { ctrlKey: true })
    await expect.poll(stored).toMatchObject([{ quote: 'ministers met in Ankara' }])
    await userEvent.keyboard('{Control>}z{/Control}')
    await expect.poll(stored).toMatchObject([{ quote: 'ministers' }])
  })
})

describe('a selection by finger', () => {
  it('brings the palette, and is left as the system made it', async () => {
    await drag(6, 15, { pointerType: 'touch' })
    expect(selection()).toBe('nisters m')
    await expect.element(popup()).toBeVisible()
  })
})

describe('the palette', () => {
  it('marks in a style too, and the next colour is taken in the same style', async () => {
    await drag(0, 13)
    await popup().getByRole('button', { name: 'Underline' }).click()
    await expect.poll(stored).toMatchObject([{ color: 'yellow', style: 'underline' }])
    await drag(21, 27)
    await popup().getByRole('button', { name: 'Mark in red' }).click()
    await expect.poll(stored).toMatchObject([{}, { color: 'red', style: 'underline' }])
    expect(document.activeElement?.closest('.popup')).toBeNull()
  })
})

describe('the pen', () => {
  it('marks what is selected at once, in the last look, and offers to take it back', async () => {
    await userEvent.keyboard('p')
    await expect.element(page.getByRole('button', { name: 'Pen' })).toHaveAttribute('aria-pressed', 'true')
    await drag(6, 15)
    await expect.poll(stored).toMatchObject([{ quote: 'ministers met', color: 'yellow' }])
    await expect.element(popup()).not.toBeInTheDocument()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(stored).toEqual([])
    await userEvent.keyboard('{Escape}{Escape}{Escape}')
    await expect.element(page.getByRole('button', { name: 'Pen' })).toHaveAttribute('aria-pressed', 'false')
    await drag(6, 15)
    await expect.element(popup()).toBeVisible()
  })
})
