import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { element, text } from '#core/tree/elements'
import type { Root } from '#core/tree/tree'
import { openWindow, type OpenWindow } from '../testing/open-window'

const LONG: Root = {
  type: 'root',
  children: Array.from({ length: 40 }, (_, index) => [
    element('h2', [text(`Part ${index + 1}`)]),
    element('p', [
      text(`İstanbul and the straits, part ${index + 1}. ${'More words follow here. '.repeat(30)}`)
    ])
  ]).flat()
}

let open: OpenWindow
beforeEach(async () => {
  open = await openWindow({ tree: LONG })
})
afterEach(() => open.close())

const scroller = (): HTMLElement => document.querySelector<HTMLElement>('.scroller') ?? document.body
const bar = () => page.getByRole('search').getByRole('status')

describe('find', () => {
  it('finds whatever the capitals and accents are, and goes on by F3', async () => {
    await userEvent.keyboard('{Control>}f{/Control}')
    await userEvent.keyboard('istanbul')
    await expect.element(bar()).toHaveTextContent('1 of 40')
    await userEvent.keyboard('{F3}{F3}')
    await expect.element(bar()).toHaveTextContent('3 of 40')
    await userEvent.keyboard('{Shift>}{F3}{/Shift}')
    await expect.element(bar()).toHaveTextContent('2 of 40')
    expect(scroller().scrollTop).toBeGreaterThan(0)
  })

  it('says when there is nothing, and closes by Esc', async () => {
    await userEvent.keyboard('{Control>}f{/Control}')
    await userEvent.keyboard('Reykjavik')
    await expect.element(bar()).toHaveTextContent('Not found')
    await userEvent.keyboard('{Escape}')
    await expect.element(bar()).not.toBeInTheDocument()
  })
})

describe('go to', () => {
  const inSight = (words: string): boolean => {
    const heading = [...document.querySelectorAll('article h2')].find((own) => own.textContent === words)
    const rect = heading?.getBoundingClientRect()
    return rect !== undefined && rect.top > 0 && rect.bottom < window.innerHeight
  }

  it.each([
    ['a paragraph', '§30 ¶1'],
    ['a short number', '30.1'],
    ['words of a heading', 'part 30']
  ])('finds %s', async (_what, query) => {
    await userEvent.keyboard('{Control>}g{/Control}')
    await page.getByRole('dialog').getByRole('textbox').fill(query)
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => inSight('Part 30')).toBe(true)
  })

  it('stays open where there is no such place', async () => {
    await userEvent.keyboard('{Control>}g{/Control}')
    await page.getByRole('dialog').getByRole('textbox').fill('99.9')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByRole('alert')).toHaveTextContent('There is no such place')
  })
})

describe('the place where reading stopped', () => {
  it('comes back with its briefing', async () => {
    scroller().scrollTop = 3_000
    await expect.poll(() => open.asked.some(({ call }) => call === 'saveReadingPosition')).toBe(true)
    const seen = open.reader.document?.view?.topOffset() ?? 0
    expect(seen).toBeGreaterThan(0)
    open.reader.reading = { status: 'none', id: null }
    await open.reader.open(open.briefing)
    await expect.poll(() => open.reader.document?.view?.topOffset() ?? 0).toBeGreaterThan(seen - 120)
    expect(open.reader.document?.view?.topOffset()).toBeLessThan(seen + 120)
  })
})
