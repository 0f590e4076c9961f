import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { addBriefing } from '../testing/add-briefing'
import { type FakePages, printPages } from '../testing/fake-pages'
import { ANKARA, openWindow, type OpenWindow } from '../testing/open-window'

let open: OpenWindow
let pages: FakePages
afterEach(() => open.close())

const dialog = () => page.getByRole('dialog', { name: 'Export and print' })
const button = (name: string) => dialog().getByRole('button', { name, exact: true })
const printedNotes = (): readonly string[] =>
  pages.jobs.at(-1)?.items.flatMap(({ annotations }) => annotations.map(({ note }) => note)) ?? []

/** A briefing with a note for everyone, a private one, and a doubt. */
async function openExport(): Promise<void> {
  open = await openWindow({ tree: ANKARA })
  pages = printPages(open)
  const mark = (exact: string, change: { note: string; tags?: string[]; type?: 'fact-check' }) =>
    open.api.annotateQuote({ briefing: open.briefing, quote: { exact, prefix: '', suffix: '' }, ...change })
  await mark('met in Ankara', { note: 'For everyone.' })
  await mark('A joint office', { note: 'Between us.', tags: ['private'] })
  await mark('The plan', { note: 'Is that so?', type: 'fact-check' })
  await userEvent.keyboard('{Control>}{Shift>}e{/Shift}{/Control}')
  await expect.element(dialog().getByText(/^3 pages · 3 marks/u)).toBeVisible()
}
const chooseFor = (name: string) =>
  userEvent.selectOptions(dialog().getByRole('combobox', { name: 'For', exact: true }), name)

describe('an audience', () => {
  it('is chosen, and what leaves and what stays is listed with its reason', async () => {
    await openExport()
    await chooseFor('Principal')
    await expect.element(dialog().getByText(/^3 pages · 1 mark ·/u)).toBeVisible()
    expect(printedNotes()).toEqual(['For everyone.'])
    await expect
      .element(dialog().getByText('For Principal: 1 mark with 1 note leaves, 2 marks stay.'))
      .toBeVisible()
    await button('What leaves…').click()
    const staying = dialog().getByRole('list', { name: 'What stays' }).getByRole('listitem')
    await expect.element(staying.nth(0)).toHaveTextContent('A joint office Between us. stays by a tag')
    await expect.element(staying.nth(1)).toHaveTextContent('The plan Is that so? stays by its type')
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => document.activeElement?.textContent).toBe('What leaves…')
  })

  it('that is edited is saved, and the pages are made anew with it', async () => {
    await openExport()
    await chooseFor('Team')
    await expect.poll(printedNotes).toEqual(['For everyone.', 'Is that so?'])
    await button('Edit profiles…').click()
    await button('Fact check').click()
    await expect.poll(printedNotes).toEqual(['For everyone.'])
    await button('Fact check').click()
    await dialog().getByRole('checkbox', { name: 'Notes go along with their marks' }).click()
    await expect.poll(printedNotes).toEqual(['', ''])
    const team = (await open.api.readSettings()).profiles.find(({ name }) => name === 'Team')
    expect(team).toMatchObject({ types: null, notes: false, withoutTags: ['private'] })
  })

  it('is made, named as no other, and deleted', async () => {
    await openExport()
    await button('Edit profiles…').click()
    await button('New profile').click()
    const name = dialog().getByRole('textbox', { name: 'Name' })
    await userEvent.fill(name, 'Team')
    await userEvent.keyboard('{Tab}')
    await expect.element(name).toHaveValue('New profile')
    await userEvent.fill(name, 'Press')
    await userEvent.fill(dialog().getByLabelText('Never marks with one of these tags'), 'private, draft')
    await userEvent.keyboard('{Tab}')
    const profiles = async () => (await open.api.readSettings()).profiles
    await expect.poll(profiles).toHaveLength(4)
    await expect
      .poll(async () => (await profiles()).at(-1))
      .toMatchObject({ name: 'Press', withoutTags: ['private', 'draft'] })
    await button('Delete “Press”').click()
    await expect.poll(profiles).toHaveLength(3)
  })

  /** The pages for the team are there, and its profile is laid out. */
  async function editTeam(): Promise<void> {
    await openExport()
    await chooseFor('Team')
    await expect.element(dialog().getByText(/^3 pages · 2 marks/u)).toBeVisible()
    await button('Edit profiles…').click()
  }

  it('that is deleted while it is chosen leaves everyone, and says so', async () => {
    await editTeam()
    await button('Delete “Team”').click()
    await expect.element(dialog().getByTestId('announcer')).toHaveTextContent('for everyone now')
    await button('Back').click()
    await expect.element(dialog().getByRole('combobox', { name: 'For', exact: true })).toHaveValue('')
    await expect.element(dialog().getByText(/^3 pages · 3 marks/u)).toBeVisible()
  })

  it('never shows pages of an audience as it was before', async () => {
    await editTeam()
    await button('Fact check').click()
    await expect.element(dialog().getByText(/^3 pages · 1 mark ·/u)).toBeVisible()
  })
})

it('takes a marking of the whole, in the words of the person', async () => {
  await openExport()
  await userEvent.fill(dialog().getByLabelText('Marking', { exact: true }), ' For the cabinet only ')
  await expect.poll(() => pages.jobs.at(-1)?.options.marking).toBe('For the cabinet only')
})

it('names what is attached as it is called', async () => {
  await openExport()
  await chooseFor('Team')
  await button('Edit profiles…').click()
  await userEvent.selectOptions(dialog().getByRole('combobox', { name: 'Attached' }), 'Marks as W3C JSON-LD')
  await button('Back').click()
  const attached = dialog().getByRole('combobox', { name: 'Attached' })
  await expect.element(attached).toHaveTextContent('By profile: marks as W3C JSON-LD')
})

it('never counts the marks of another briefing', async () => {
  await openExport()
  const counts = () => document.querySelector('.preflight-counts')?.textContent ?? ''
  await expect.poll(counts).toContain('3 marks')
  await userEvent.keyboard('{Escape}')
  await expect.element(dialog()).not.toBeInTheDocument()
  const { id } = await addBriefing(open.host, ANKARA, { title: 'Oslo talks' })
  await open.reader.library.load()
  await open.reader.open(id)
  const isAsked = () => open.asked.filter(({ call }) => call === 'preflight').at(-1)?.input
  const counted: string[] = []
  const watching = new MutationObserver(() => counted.push(counts()))
  watching.observe(document.body, { childList: true, characterData: true, subtree: true })
  await userEvent.keyboard('{Control>}{Shift>}e{/Shift}{/Control}')
  await expect.poll(isAsked).toMatchObject({ ids: [id] })
  await expect.poll(counts).toContain('0 marks')
  watching.disconnect()
  expect(counted.join()).not.toContain('3 marks')
})

it('says nothing of a briefing that was written of another', async () => {
  await openExport()
  await userEvent.fill(dialog().getByLabelText('Marking', { exact: true }), 'For the cabinet only')
  await userEvent.fill(dialog().getByLabelText('Prepared for', { exact: true }), 'The cabinet')
  await userEvent.fill(dialog().getByLabelText('Series', { exact: true }), 'No. 7')
  await userEvent.fill(dialog().getByLabelText('Prepared by', { exact: true }), 'Desk 3')
  await expect.poll(() => pages.jobs.at(-1)?.options).toMatchObject({ preparedFor: 'The cabinet' })
  await userEvent.keyboard('{Escape}')
  await expect.element(dialog()).not.toBeInTheDocument()
  const { id } = await addBriefing(open.host, ANKARA, { title: 'Oslo talks' })
  await open.api.markBriefing({ id, marking: 'SECRET' })
  await open.reader.library.load()
  await open.reader.open(id)
  await userEvent.keyboard('{Control>}{Shift>}e{/Shift}{/Control}')
  await expect.poll(() => pages.jobs.at(-1)?.items.map(({ briefing }) => briefing.id)).toEqual([id])
  const { options } = pages.jobs.at(-1) ?? {}
  const { marking, preparedFor, series, preparedBy } = options ?? {}
  expect([marking, preparedFor, series, preparedBy]).toEqual([undefined, undefined, undefined, 'Desk 3'])
  const field = dialog().getByLabelText('Marking', { exact: true })
  await expect.element(field).toHaveValue('')
  await expect.element(field).toHaveAttribute('placeholder', 'SECRET')
})
