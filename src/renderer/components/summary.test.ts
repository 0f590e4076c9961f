import { afterEach, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { addBriefing } from '../testing/add-briefing'
import { printPages } from '../testing/fake-pages'
import { ANKARA, openWindow, type OpenWindow } from '../testing/open-window'

let open: OpenWindow
afterEach(() => open.close())

const dialog = () => page.getByRole('dialog', { name: 'Export and print' })
const button = (name: string) => dialog().getByRole('button', { name, exact: true })
const box = (name: string) => dialog().getByRole('checkbox', { name })
const quotes: Record<string, string> = { Ankara: 'met in Ankara', office: 'A joint office', plan: 'The plan' }
const asked = () => open.asked.filter(({ call }) => call === 'previewPdf').at(-1)?.input

async function openSummary(): Promise<void> {
  const marks = Object.values(quotes).map((quote) => ({
    quote,
    note: quote === 'The plan' ? 'Ask for it.' : ''
  }))
  open = await openWindow({ tree: ANKARA, marks })
  printPages(open)
  await userEvent.keyboard('{Control>}{Shift>}e{/Shift}{/Control}')
  await button('Choose highlights…').click()
}

/** The ids of marks by their quotes. */
async function idsOf(...wanted: readonly string[]): Promise<readonly (string | undefined)[]> {
  const marks = await open.api.listAnnotations({})
  return wanted.map((quote) => marks.find((mark) => mark.quote === quote)?.id)
}

it('is made of the highlights that are ticked, in the order of the person', async () => {
  await openSummary()
  await box('A joint office').click()
  await box('The plan').click()
  const chosen = dialog().getByRole('list', { name: 'In the summary' })
  await expect.element(chosen.getByRole('listitem').nth(1)).toHaveTextContent('The plan')
  const second = [...document.querySelectorAll<HTMLElement>('.pack-main')][1]
  second?.focus()
  await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}')
  const summary = await idsOf('The plan', 'A joint office')
  await expect.poll(asked).toMatchObject({ options: { summary } })
  await box('A joint office').click()
  await expect.poll(asked).toMatchObject({ options: { summary: summary.slice(0, 1) } })
})

it('finds marks by their words and their notes, and goes back by Esc to where it came from', async () => {
  await openSummary()
  await userEvent.fill(dialog().getByRole('searchbox'), 'ask')
  await expect.element(box('The plan')).toBeVisible()
  await expect.element(box('A joint office')).not.toBeInTheDocument()
  await box('The plan').click()
  await userEvent.keyboard('{Escape}')
  await expect.element(dialog()).toBeVisible()
  await expect.poll(() => document.activeElement?.textContent?.trim()).toBe('1 highlight')
})

it('keeps the focus when the last is taken out, so that Esc goes back and leaves the window open', async () => {
  await openSummary()
  await box('The plan').click()
  document.querySelector<HTMLElement>('.pack-main')?.focus()
  await userEvent.keyboard('{Delete}')
  await expect.poll(() => document.activeElement?.getAttribute('type')).toBe('search')
  await userEvent.keyboard('{Escape}')
  await expect.element(button('Choose highlights…')).toBeVisible()
})

it('says so when there is nothing to choose from', async () => {
  open = await openWindow({ tree: ANKARA })
  printPages(open)
  await userEvent.keyboard('{Control>}{Shift>}e{/Shift}{/Control}')
  await button('Choose highlights…').click()
  await expect.element(dialog().getByText('There are no marks with words in these briefings.')).toBeVisible()
})

it('keeps the highlights of a briefing that is taken out, and their places, until it is back', async () => {
  await openSummary()
  const { id } = await addBriefing(open.host, ANKARA, { title: 'Oslo talks' })
  await open.api.annotateQuote({ briefing: id, quote: { exact: 'on Monday', prefix: '', suffix: '' } })
  await open.reader.library.load()
  const { exporting } = open.reader
  const { pack, summary } = exporting.plan
  const chosen = (): readonly string[] => summary.entries.map(({ name }) => name)
  pack.add(id)
  await exporting.readMarks()
  for (const quote of ['A joint office', 'on Monday', 'The plan']) {
    const mark = summary.marks.find((each) => each.quote === quote)
    if (mark !== undefined) summary.toggle(mark)
  }
  expect(chosen()).toEqual(['A joint office', 'on Monday', 'The plan'])
  pack.remove(id)
  await exporting.readMarks()
  summary.move(summary.ids[1] ?? '', 0)
  expect(chosen()).toEqual(['The plan', 'A joint office'])
  pack.add(id)
  expect(chosen()).toEqual(['The plan', 'on Monday', 'A joint office'])
})
