import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { addBriefing } from '../testing/add-briefing'
import { ANKARA, openWindow, type OpenWindow } from '../testing/open-window'

let open: OpenWindow
beforeEach(async () => {
  open = await openWindow({ tree: ANKARA, marks: [{ quote: 'A joint office opens', note: 'When?' }] })
})
afterEach(() => open.close())

const library = () => page.getByRole('navigation', { name: 'Library' })
const item = (title: string) => library().getByRole('button', { name: title }).first()
const dialog = () => page.getByRole('dialog', { name: 'Trash' })
const cards = () => page.getByRole('complementary').getByRole('listitem')
const focusItem = async (title: string): Promise<void> => {
  const button = item(title).element()
  if (button instanceof HTMLElement) button.focus()
}

describe('a briefing', () => {
  it('goes to the trash by Delete, and comes back by Ctrl+Z', async () => {
    await focusItem('Ankara talks')
    await userEvent.keyboard('{Delete}')
    await expect.element(page.getByText('“Ankara talks” is in the trash, with its marks.')).toBeVisible()
    await expect.element(page.getByRole('article')).not.toBeInTheDocument()
    expect((await open.api.readTrash()).briefings).toHaveLength(1)
    await userEvent.keyboard('{Control>}z{/Control}')
    await expect.element(item('Ankara talks')).toBeVisible()
    expect((await open.api.listBriefings())[0]).toMatchObject({ annotations: 1 })
    await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}')
    await expect.poll(() => open.api.listBriefings()).toEqual([])
  })

  it('leaves the focus on the next one', async () => {
    await addBriefing(open.host, ANKARA, { title: 'Oslo talks' })
    open.tell('library-changed', null)
    await expect.element(item('Oslo talks')).toBeVisible()
    const first = open.reader.library.shown[0]?.title ?? ''
    await focusItem(first)
    await userEvent.keyboard('{Delete}')
    const left = open.reader.library.shown[0]?.title ?? ''
    await expect.element(item(left)).toHaveFocus()
  })

  it('comes back from the trash', async () => {
    await open.reader.trash.deleteBriefing(open.briefing)
    await page.getByRole('button', { name: 'Trash', exact: true }).click()
    await dialog().getByRole('button', { name: 'Restore “Ankara talks”' }).click()
    await expect.element(dialog().getByText('Nothing is in the trash.')).toBeVisible()
    expect(await open.api.listBriefings()).toHaveLength(1)
  })

  it('stays where it is when it cannot be deleted, and says why', async () => {
    open.fail('deleteBriefing', { code: 'library-not-saved', path: '/library' })
    await focusItem('Ankara talks')
    await userEvent.keyboard('{Delete}')
    await expect.element(page.getByText('could not be saved').first()).toBeVisible()
    await expect.element(item('Ankara talks')).toBeVisible()
  })

  it('that was removed elsewhere is not shown any more, and the window says so', async () => {
    await open.api.deleteBriefing({ id: open.briefing })
    open.tell('library-changed', null)
    await expect.element(page.getByText('removed on another device').first()).toBeVisible()
  })
})

describe('a mark', () => {
  it('comes back from the trash', async () => {
    await cards().getByRole('button').first().click()
    await userEvent.keyboard('{Delete}')
    await expect.element(cards()).not.toBeInTheDocument()
    await page.getByRole('button', { name: 'Trash', exact: true }).click()
    await expect.element(dialog().getByText('When?')).toBeVisible()
    await dialog().getByRole('button', { name: 'Restore “A joint office opens”' }).click()
    await userEvent.keyboard('{Escape}')
    await expect.element(cards()).toHaveTextContent('When?')
  })

  it('is deleted for good only after a question', async () => {
    await cards().getByRole('button').first().click()
    await userEvent.keyboard('{Delete}')
    await page.getByRole('button', { name: 'Trash', exact: true }).click()
    await dialog().getByRole('button', { name: 'Empty the trash…' }).click()
    await expect.element(dialog().getByRole('alert')).toHaveTextContent('Delete 1 mark for good?')
    expect(open.asked.some(({ call }) => call === 'deleteForGood')).toBe(false)
    await dialog().getByRole('button', { name: 'Delete for good' }).click()
    await expect.element(dialog().getByText('Nothing is in the trash.')).toBeVisible()
  })
})

describe('the history of a mark', () => {
  it('shows what it was, and makes it that again until it is taken back', async () => {
    const [mark] = await open.api.listAnnotations({ briefing: open.briefing })
    const id = mark?.id ?? ''
    await open.api.changeAnnotation({ briefing: open.briefing, id, change: { note: 'In March.' } })
    open.tell('library-changed', null)
    await expect.element(cards()).toHaveTextContent('In March.')
    await cards().getByRole('button').first().click()
    await cards().getByRole('button', { name: 'History' }).click()
    const versions = page.getByRole('dialog', { name: 'History of this mark' }).getByRole('listitem')
    await expect.element(versions.first()).toHaveTextContent('In March.')
    await expect.element(versions.nth(1)).toHaveTextContent('When?')
    await versions.nth(1).getByRole('button', { name: 'Use this version' }).click()
    await expect.element(cards()).toHaveTextContent('When?')
    await userEvent.keyboard('{Control>}z{/Control}')
    await expect.element(cards()).toHaveTextContent('In March.')
  })
})

describe('taking back', () => {
  it('opens the briefing whose mark was changed', async () => {
    const other = await addBriefing(open.host, ANKARA, { title: 'Oslo talks' })
    await cards().getByRole('button').first().click()
    await userEvent.keyboard('{Delete}')
    await open.reader.open(other.id)
    await userEvent.keyboard('{Control>}z{/Control}')
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('Ankara talks')
    await expect.element(cards()).toHaveTextContent('When?')
  })

  it('gives a briefing its old title again', async () => {
    await open.reader.rename('Another title')
    await expect.element(item('Another title')).toBeVisible()
    await userEvent.keyboard('{Control>}z{/Control}')
    await expect.element(item('Ankara talks')).toBeVisible()
  })
})
