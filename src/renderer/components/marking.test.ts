import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { paintedWords } from '../testing/painted-words'
import { ANKARA, openWindow, selectWords, type OpenWindow } from '../testing/open-window'

const OFFICE = 'A joint office opens'

let open: OpenWindow
beforeEach(async () => {
  open = await openWindow({ tree: ANKARA })
})
afterEach(() => open.close())

const popup = () => page.getByRole('toolbar', { name: 'Mark the selection' })
const cards = () => page.getByRole('complementary').getByRole('listitem')
const stored = async () => open.api.listAnnotations({ briefing: open.briefing })
/** The highlights of marks that anything is painted with. */
const paintedNames = (): readonly string[] =>
  [...CSS.highlights].flatMap(([name, { size }]) => (size > 0 && name.startsWith('mark-') ? name : []))

describe('a selection', () => {
  it('brings the palette, which marks in the colour that is pressed', async () => {
    await selectWords(OFFICE)
    await popup().getByRole('button', { name: 'Mark in blue' }).click()
    await expect.element(cards()).toHaveTextContent(`§1 ¶1 ${OFFICE}`)
    expect(await stored()).toMatchObject([{ color: 'blue', anchor: { quote: { exact: OFFICE } } }])
    await expect.element(popup()).not.toBeInTheDocument()
  })

  it('loses its palette by Esc, and with a second Esc itself', async () => {
    await selectWords(OFFICE)
    await expect.element(popup()).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect.element(popup()).not.toBeInTheDocument()
    expect(getSelection()?.toString()).toBe(OFFICE)
    await userEvent.keyboard('{Escape}')
    expect(getSelection()?.isCollapsed).toBe(true)
  })

  it('stays where it is when Esc closes the settings of the text', async () => {
    await selectWords(OFFICE)
    await page.getByRole('button', { name: 'Text and theme' }).click()
    await expect.element(page.getByRole('button', { name: 'Larger text' })).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect.element(page.getByRole('button', { name: 'Larger text' })).not.toBeInTheDocument()
  })

  it('is copied as it stands in the text', async () => {
    await selectWords('spring')
    await popup().getByRole('button', { name: 'Copy', exact: true }).click()
    await expect.poll(() => open.host.copied).toEqual(['spring'])
  })

  it('is marked by H in the colour that was used last, whatever the keyboard writes', async () => {
    await selectWords(OFFICE)
    await userEvent.keyboard('6')
    await expect.poll(stored).toMatchObject([{ color: 'orange' }])
    await selectWords('both sides pay')
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'р', code: 'KeyH', bubbles: true }))
    await expect.poll(stored).toMatchObject([{ color: 'orange' }, { color: 'orange' }])
  })
})

describe('a mark', () => {
  it('shows as saved only when it is', async () => {
    open.fail('addAnnotation', { code: 'disk-full', path: '/library' })
    await selectWords(OFFICE)
    await userEvent.keyboard('h')
    await expect.element(page.getByText('The disk is full')).toBeVisible()
    await expect.element(page.getByText('Not saved')).toBeVisible()
    await expect.element(cards()).not.toBeInTheDocument()
    open.fail('addAnnotation', null)
    await userEvent.keyboard('h')
    await expect.element(page.getByText('Saved', { exact: true })).toBeVisible()
    expect(await stored()).toHaveLength(1)
  })

  it('is painted before it is on disk', async () => {
    const release = open.hold('addAnnotation')
    await selectWords(OFFICE)
    await userEvent.keyboard('h')
    await expect.poll(paintedNames).toEqual(['mark-yellow-0'])
    expect(paintedWords('mark-yellow-0')).toBe(OFFICE)
    expect(getSelection()?.toString()).toBe('')
    await expect.element(page.getByText('Saved', { exact: true })).not.toBeInTheDocument()
    await expect.element(cards()).not.toBeInTheDocument()
    release()
    await expect.element(cards()).toBeVisible()
    expect(paintedNames()).toEqual(['mark-yellow-0'])
  })

  it('is what the next key changes, however quickly that comes', async () => {
    const release = open.hold('addAnnotation')
    await selectWords(OFFICE)
    await userEvent.keyboard('h2')
    release()
    await expect.poll(stored).toMatchObject([{ color: 'green' }])
    const again = open.hold('addAnnotation')
    await selectWords('The ministers met')
    await userEvent.keyboard('h{Delete}')
    again()
    await expect.element(page.getByText('Mark deleted.').first()).toBeVisible()
    await expect.poll(stored).toMatchObject([{ color: 'green', anchor: { quote: { exact: OFFICE } } }])
  })

  it('is not taken in hand by one who has gone on meanwhile', async () => {
    await userEvent.keyboard('{ArrowDown}')
    const release = open.hold('addAnnotation')
    await userEvent.keyboard('h{ArrowDown}h')
    release()
    await expect
      .poll(async () => (await stored()).map(({ anchor }) => anchor?.quote.exact))
      .toEqual(['The ministers met in Ankara on Monday.', 'What was agreed'])
  })

  it('that cannot be saved is taken off the page, and its words are selected again', async () => {
    open.fail('addAnnotation', { code: 'disk-full', path: '/library' })
    const release = open.hold('addAnnotation')
    await selectWords(OFFICE)
    await userEvent.keyboard('h')
    await expect.poll(paintedNames).toHaveLength(1)
    release()
    await expect.element(page.getByText('The disk is full')).toBeVisible()
    expect(paintedNames()).toEqual([])
    expect(getSelection()?.toString()).toBe(OFFICE)
  })

  it('may overlap others: both are painted, each in a layer of its own', async () => {
    await selectWords('joint office opens')
    await userEvent.keyboard('2')
    await selectWords('A joint office')
    await userEvent.keyboard('4')
    await expect.element(cards().nth(1)).toBeVisible()
    const layers = paintedNames()
    expect(layers.map((name) => name.slice(5, -2)).sort()).toEqual(['green', 'pink'])
    expect(new Set(layers.map((name) => name.slice(-1))).size).toBe(2)
  })

  it('that is selected takes another colour, and gives it back', async () => {
    await selectWords(OFFICE)
    await userEvent.keyboard('2')
    await cards().getByRole('button', { name: 'red' }).click()
    await expect.poll(stored).toMatchObject([{ color: 'red' }])
    await userEvent.keyboard('{Control>}z{/Control}')
    await expect.poll(stored).toMatchObject([{ color: 'green' }])
  })

  it('is deleted by Del, and comes back by the notice or by Ctrl+Z, with its note', async () => {
    await open.api.annotateQuote({
      briefing: open.briefing,
      quote: { exact: OFFICE, prefix: '', suffix: '' },
      note: 'Which one?'
    })
    open.tell('library-changed', null)
    await cards().getByRole('button').first().click()
    await userEvent.keyboard('{Delete}')
    await expect.element(cards()).not.toBeInTheDocument()
    expect(await stored()).toEqual([])
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.element(cards()).toHaveTextContent('Which one?')
    await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}')
    await expect.poll(stored).toEqual([])
    await userEvent.keyboard('{Control>}z{/Control}')
    await expect.poll(stored).toMatchObject([{ note: 'Which one?' }])
  })
})

describe('without a mouse', () => {
  it('J and K go from paragraph to paragraph, also after one was marked', async () => {
    await userEvent.keyboard('jj3')
    await expect.poll(stored).toMatchObject([{ anchor: { quote: { exact: 'What was agreed' } } }])
    await userEvent.keyboard('j')
    expect(paintedWords('cursor')).toContain(OFFICE)
    await userEvent.keyboard('kk')
    expect(paintedWords('cursor')).toContain('The ministers met')
  })

  it('the marks are walked through by [ and ], and by Alt and the arrows', async () => {
    for (const words of ['The ministers', OFFICE]) {
      await selectWords(words)
      await userEvent.keyboard('h')
    }
    await expect.element(cards().nth(1)).toBeVisible()
    const selected = () => document.querySelector('li.card.selected .card-quote')?.textContent
    await userEvent.keyboard('{Escape}{Escape}{Escape}')
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
    await expect.poll(selected).toBe('The ministers')
    await userEvent.keyboard(']')
    await expect.poll(selected).toBe(OFFICE)
    await userEvent.keyboard('[[')
    await expect.poll(selected).toBe('The ministers')
  })
})
