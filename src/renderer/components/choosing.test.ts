import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { ANKARA, openWindow, type OpenWindow } from '../testing/open-window'

const QUOTES = ['The ministers met', 'What was agreed', 'A joint office', 'The plan is']

let open: OpenWindow
beforeEach(async () => {
  open = await openWindow({ tree: ANKARA, marks: QUOTES.map((quote) => ({ quote, note: '' })) })
})
afterEach(() => open.close())

const card = (at: number) => page.getByRole('complementary').getByRole('button', { name: QUOTES[at] ?? '' })
const bar = (amount: number) => page.getByRole('toolbar', { name: `${amount} chosen` })
const chosen = (): string[] =>
  [...document.querySelectorAll('li.card.chosen .card-quote')].map(({ textContent }) => textContent)
const stored = async () => open.api.listAnnotations({ briefing: open.briefing })

describe('several cards', () => {
  it('are chosen one by one with Ctrl and the mouse, the first click included', async () => {
    await card(0).click()
    await card(2).click({ modifiers: ['Control'] })
    expect(chosen()).toEqual([QUOTES[0], QUOTES[2]])
    await card(0).click({ modifiers: ['Control'] })
    expect(chosen()).toEqual([QUOTES[2]])
  })

  it('are chosen as a range with Shift, from the card that was clicked last', async () => {
    await card(1).click()
    await card(3).click({ modifiers: ['Shift'] })
    expect(chosen()).toEqual(QUOTES.slice(1))
    await card(0).click({ modifiers: ['Shift'] })
    expect(chosen()).toEqual(QUOTES.slice(0, 2))
    await card(2).click()
    expect(chosen()).toEqual([])
  })

  it('are chosen by keys: Shift and the arrows for a range, Ctrl+Space one by one', async () => {
    await card(0).click()
    await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{ArrowUp}{/Shift}')
    expect(chosen()).toEqual(QUOTES.slice(0, 2))
    await userEvent.keyboard('{ArrowDown}')
    expect(chosen()).toEqual([])
    await userEvent.keyboard('{Control>} {/Control}{Control>}{ArrowDown}{/Control}{Control>} {/Control}')
    expect(chosen()).toEqual(QUOTES.slice(2))
  })

  it('are recoloured together by a digit, deleted together by Del, and each is one step to take back', async () => {
    await card(0).click()
    await card(1).click({ modifiers: ['Shift'] })
    await expect.element(bar(2)).toBeVisible()
    await userEvent.keyboard('5')
    await expect
      .poll(async () => (await stored()).map(({ color }) => color))
      .toEqual(['purple', 'purple', 'yellow', 'yellow'])
    await userEvent.keyboard('{Delete}')
    await expect.poll(stored).toHaveLength(2)
    await userEvent.keyboard('{Control>}z{/Control}')
    await expect.poll(stored).toHaveLength(4)
    await userEvent.keyboard('{Control>}z{/Control}')
    await expect.poll(async () => (await stored()).map(({ color }) => color)).toEqual(Array(4).fill('yellow'))
  })
})
