import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { ANKARA, openWindow, selectWords, type OpenWindow } from '../testing/open-window'

const OFFICE = 'A joint office opens'

let open: OpenWindow
beforeEach(async () => {
  open = await openWindow({ tree: ANKARA, marks: [{ quote: OFFICE, note: 'Which **one**?' }] })
})
afterEach(() => open.close())

const editor = () => page.getByRole('textbox', { name: 'Note', exact: true })
const panel = () => page.getByRole('complementary', { name: 'Marks and notes' })
const notes = async () =>
  (await open.api.listAnnotations({ briefing: open.briefing })).map(({ note }) => note)

describe('a note', () => {
  it('is shown as Markdown beside its passage', async () => {
    await expect.element(panel().getByText('one', { exact: true })).toBeVisible()
    expect(document.querySelector('.note-text strong')?.textContent).toBe('one')
  })

  it('on a new passage marks it, and without words marks nothing', async () => {
    await selectWords('both sides pay')
    await userEvent.keyboard('n')
    await expect.element(editor()).toHaveFocus()
    await userEvent.keyboard('{Escape}')
    expect(await notes()).toEqual(['Which **one**?'])
    await selectWords('both sides pay')
    await userEvent.keyboard('n')
    await userEvent.keyboard('In equal parts?{Control>}{Enter}{/Control}')
    await expect.element(editor()).not.toBeInTheDocument()
    expect(await notes()).toEqual(['Which **one**?', 'In equal parts?'])
  })

  it('has what is typed before its field is there, and no letter of it is a command', async () => {
    await selectWords('both sides pay')
    for (const key of ['n', ...'hurt', 'Backspace', 'Backspace', ...'sh']) {
      window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    }
    await expect.element(editor()).toHaveValue('hush')
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    await expect.poll(notes).toEqual(['Which **one**?', 'hush'])
  })

  it('is saved when the person pauses, and the field stays the one that she writes in', async () => {
    await selectWords('both sides pay')
    await userEvent.keyboard('n')
    await userEvent.keyboard('In equal')
    const field = document.activeElement
    await expect.poll(notes, { timeout: 5_000 }).toContain('In equal')
    expect(document.activeElement).toBe(field)
    await userEvent.keyboard(' parts{Control>}{Enter}{/Control}')
    await expect.poll(notes).toEqual(['Which **one**?', 'In equal parts'])
  })

  it('is one change to take back, however often it was saved meanwhile', async () => {
    await panel().getByRole('button', { name: OFFICE }).click()
    await userEvent.keyboard('n')
    await userEvent.keyboard(' Ask')
    await expect.poll(notes, { timeout: 5_000 }).toEqual(['Which **one**? Ask'])
    await userEvent.keyboard(' them.{Control>}{Enter}{/Control}')
    await expect.poll(notes).toEqual(['Which **one**? Ask them.'])
    await userEvent.keyboard('{Control>}z{/Control}')
    await expect.poll(notes).toEqual(['Which **one**?'])
    await userEvent.keyboard('{Control>}y{/Control}')
    await expect.poll(notes).toEqual(['Which **one**? Ask them.'])
  })

  it('that cannot be saved keeps its text, says why, and is saved when it can', async () => {
    open.fail('changeAnnotation', { code: 'disk-full', path: '/library' })
    await panel().getByRole('button', { name: OFFICE }).click()
    await userEvent.keyboard('n')
    await userEvent.keyboard(' Ask.{Escape}')
    await expect.element(panel().getByRole('alert')).toHaveTextContent('The disk is full')
    await expect.element(editor()).toHaveValue('Which **one**? Ask.')
    open.fail('changeAnnotation', null)
    await editor().click()
    await userEvent.keyboard('{Escape}')
    await expect.element(editor()).not.toBeInTheDocument()
    expect(await notes()).toEqual(['Which **one**? Ask.'])
  })
})

describe('the list and the text', () => {
  it('lead to each other', async () => {
    const card = panel().getByRole('button', { name: OFFICE })
    await card.click()
    await expect.poll(() => CSS.highlights.get('current')?.size).toBe(1)
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => CSS.highlights.get('current')?.size ?? 0).toBe(0)
    const passage = page.getByText(OFFICE).first()
    await passage.click({ position: { x: 20, y: 12 } })
    await expect.element(card).toHaveAttribute('aria-current', 'true')
  })

  it('show what another process changed', async () => {
    await open.api.annotateQuote({
      briefing: open.briefing,
      quote: { exact: 'The ministers', prefix: '', suffix: '' }
    })
    open.tell('library-changed', null)
    await expect.element(panel().getByText('The ministers')).toBeVisible()
  })
})
