import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { addBriefing } from '../testing/add-briefing'
import { markEach, numberedParagraphs } from '../testing/many-marks'
import { ANKARA, openWindow, type OpenWindow } from '../testing/open-window'

const LONG = numberedParagraphs(120)

let open: OpenWindow
beforeEach(async () => {
  open = await openWindow({ tree: ANKARA, marks: [{ quote: 'A joint office', note: 'Which one?' }] })
  const { host, reader } = open
  const long = await addBriefing(host, LONG, { title: 'Gündem', date: '2024-02-01' })
  for (const mark of markEach(LONG, long.id, (index) => ({ color: index % 2 === 0 ? 'blue' : 'red' })))
    await host.library.saveAnnotation(mark)
  await reader.library.load()
  await userEvent.keyboard('{Control>}{Shift>}a{/Shift}{/Control}')
})
afterEach(() => open.close())

const dialog = () => page.getByRole('dialog', { name: 'All marks and notes' })
const rows = () => [...document.querySelectorAll('.all-marks-list li')]
const row = (words: RegExp) => dialog().getByRole('button', { name: words })

describe('all marks of the library', () => {
  it('stand below their briefings, and only what is in sight is on the page', async () => {
    await expect.element(dialog().getByText('121 marks').or(dialog().getByText('Ankara talks'))).toBeVisible()
    await expect.poll(() => open.reader.allMarks.total).toBe(121)
    await expect.element(dialog().getByRole('heading', { name: 'Gündem' })).toBeVisible()
    expect(rows().length).toBeLessThan(60)
    expect(rows()[0]?.getAttribute('aria-setsize')).toBe('123')
  })

  it('are found by words, by colour and by the briefing, in any way of writing', async () => {
    await expect.poll(() => open.reader.allMarks.total).toBe(121)
    await dialog().getByRole('searchbox', { name: 'Search notes' }).fill('WHICH')
    await expect.element(dialog().getByText('1 of 121')).toBeVisible()
    await dialog().getByRole('button', { name: 'Clear the filter' }).click()
    await dialog().getByRole('searchbox', { name: 'Briefing' }).fill('GUNDEM')
    await expect.poll(() => open.reader.allMarks.shown).toBe(120)
    await dialog().getByRole('button', { name: 'Filter', exact: true }).click()
    await dialog().getByRole('button', { name: 'red, 60' }).click()
    await expect.element(dialog().getByText('60 of 121')).toBeVisible()
  })

  it('are kept to the days that the briefings are of', async () => {
    await expect.poll(() => open.reader.allMarks.total).toBe(121)
    await dialog().getByLabelText('Dated from').fill('2024-01-20')
    await expect.poll(() => open.reader.allMarks.shown).toBe(120)
  })

  it('open their briefing at the mark', async () => {
    await row(/Paragraph 7$/u).click()
    await expect.element(dialog()).not.toBeInTheDocument()
    await expect.poll(() => open.reader.document?.title).toBe('Gündem')
    await expect.poll(() => open.reader.document?.marks.selected?.quote).toBe('Paragraph 7')
  })

  it('are walked by keys, and Enter goes to the words', async () => {
    await row(/Paragraph 0$/u).click()
    await userEvent.keyboard('{Control>}{Shift>}a{/Shift}{/Control}')
    await expect.poll(() => open.reader.allMarks.total).toBe(121)
    await expect.poll(() => open.reader.allMarks.progress).toBeNull()
    const focused = () => document.activeElement?.closest('li')?.getAttribute('aria-posinset')
    document.querySelector<HTMLElement>('.all-marks-list [tabindex="0"]')?.focus()
    await userEvent.keyboard('{End}')
    await expect.poll(focused).toBe('123')
    await userEvent.keyboard('{Home}')
    await expect.poll(focused).toBe('2')
    await userEvent.keyboard('{ArrowDown}')
    await expect.poll(focused).toBe('4')
    await userEvent.keyboard('{ArrowDown}{Enter}')
    await expect.element(dialog()).not.toBeInTheDocument()
    await expect.poll(() => open.reader.document?.marks.selected?.quote).toBe('Paragraph 1')
  })

  it('stand in the order of their last change when that is asked for', async () => {
    await expect.poll(() => open.reader.allMarks.total).toBe(121)
    await userEvent.keyboard('{Escape}')
    const changed = (await open.api.listAnnotations({})).find(({ quote }) => quote === 'Paragraph 50')
    if (changed === undefined) throw new Error('the mark is missing')
    await open.host.library.saveAnnotation({ ...changed, modified: '2024-03-05T09:00:00.000Z' })
    await userEvent.keyboard('{Control>}{Shift>}a{/Shift}{/Control}')
    await expect.poll(() => open.reader.allMarks.progress).toBeNull()
    await dialog().getByText('By time').click()
    await expect.poll(() => rows()[0]?.textContent).toContain('5 March 2024')
    expect(rows()[1]?.textContent).toContain('Paragraph 50')
  })
})
