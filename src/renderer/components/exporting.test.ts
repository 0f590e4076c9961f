import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { type FakePages, printPages } from '../testing/fake-pages'
import { listen } from '../testing/listen'
import { ANKARA, openWindow, type OpenWindow } from '../testing/open-window'

let open: OpenWindow
afterEach(() => open.close())

const dialog = () => page.getByRole('dialog', { name: 'Export and print' })
const button = (name: string) => dialog().getByRole('button', { name, exact: true })
const field = (name: string) => dialog().getByLabelText(name, { exact: true })
const drawn = (): readonly number[] =>
  [...document.querySelectorAll<HTMLElement>('.preview-page:has(canvas)')].map(({ dataset }) =>
    Number(dataset['page'])
  )
const requests = () => open.asked.filter(({ call }) => call === 'previewPdf').map(({ input }) => input)

/** One letter after the other: the next is always due before the pause after the last is over. */
async function typeLetters(field: Element, text: string): Promise<void> {
  if (!(field instanceof HTMLInputElement)) throw new Error('nothing can be typed there')
  for (const letter of text) {
    field.value += letter
    field.dispatchEvent(new InputEvent('input', { bubbles: true }))
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

async function openExport(printing: Parameters<typeof printPages>[1] = {}): Promise<FakePages> {
  open = await openWindow({ tree: ANKARA, marks: [{ quote: 'A joint office opens', note: 'When?' }] })
  // The usual paper depends on where the machine stands.
  await open.reader.settings.change({ pageLook: { paper: 'a4' } })
  const pages = printPages(open, printing)
  await userEvent.keyboard('{Control>}{Shift>}e{/Shift}{/Control}')
  await expect.element(dialog()).toBeVisible()
  return pages
}

describe('the preview', () => {
  it('shows the pages that would be saved, and says how many there are', async () => {
    await openExport()
    await expect.element(dialog().getByText('3 pages · 1 mark · notes at the end')).toBeVisible()
    await expect.poll(drawn).toContain(1)
    await expect.element(dialog().getByRole('heading', { name: 'Page 3 of 3' })).toBeInTheDocument()
    await expect.element(dialog().getByText('This is page 1')).toBeInTheDocument()
    expect(document.activeElement?.textContent).toBe('Save PDF…')
  })

  it('draws only what is near to what is in sight, and lets go of what is far', async () => {
    await openExport({ pages: () => 60 })
    await expect.element(dialog().getByText(/^60 pages/u)).toBeVisible()
    await expect.poll(drawn).toContain(1)
    expect(drawn().length).toBeLessThan(8)
    document.querySelector('[data-page="60"]')?.scrollIntoView()
    await expect.poll(drawn).toContain(60)
    await expect.poll(drawn).not.toContain(1)
    await expect.element(dialog().getByText('Page 60 of 60').first()).toBeInTheDocument()
  })

  it('says nothing of pages as they were before, not of those that are out of sight either', async () => {
    await openExport({ pages: () => 30, words: ({ options }) => `Page in ${options.typeface}` })
    await expect.element(dialog().getByText(/^30 pages/u)).toBeVisible()
    document.querySelector('[data-page="30"]')?.scrollIntoView()
    await expect.element(dialog().getByText('Page in serif 30')).toBeInTheDocument()
    document.querySelector('[data-page="1"]')?.scrollIntoView()
    await expect.poll(drawn).not.toContain(30)
    await userEvent.selectOptions(dialog().getByRole('combobox', { name: 'Typeface' }), 'Sans serif')
    await expect.element(dialog().getByText('Page in sans 1', { exact: true })).toBeInTheDocument()
    expect(document.querySelector('.preview-pages')?.textContent).not.toContain('Page in serif')
  })

  const ownRatio = Object.getOwnPropertyDescriptor(window, 'devicePixelRatio') ?? {}
  afterEach(() => void Object.defineProperty(window, 'devicePixelRatio', ownRatio))

  it('is as sharp as the screen', async () => {
    Object.defineProperty(window, 'devicePixelRatio', { value: 2, configurable: true })
    await openExport()
    await expect.element(dialog().getByText(/^3 pages/u)).toBeVisible()
    await expect.poll(drawn).toContain(1)
    const canvas = document.querySelector<HTMLCanvasElement>('.preview-page canvas')
    expect(canvas?.width).toBe((canvas?.clientWidth ?? 0) * 2)
  })

  it('is made anew for another choice, once for all that is typed', async () => {
    await openExport()
    await expect.element(dialog().getByText(/^3 pages/u)).toBeVisible()
    await expect.poll(drawn).toContain(1)
    await userEvent.selectOptions(dialog().getByRole('combobox', { name: 'Paper' }), 'Letter')
    await expect.poll(requests).toHaveLength(2)
    const preflights = (): number => open.asked.filter(({ call }) => call === 'preflight').length
    await expect.poll(preflights).toBe(2)
    await typeLetters(field('Title').element(), 'For the minister')
    await expect.poll(requests).toHaveLength(3)
    await expect.poll(preflights).toBe(3)
    expect(requests().at(-1)).toMatchObject({ options: { paper: 'letter', title: 'For the minister' } })
    await expect.element(dialog().getByText(/^3 pages/u)).toBeVisible()
  })

  it('never shows pages of what was asked for before', async () => {
    const pages = await openExport({
      isHeld: true,
      pages: ({ options }) => (options.paper === 'a4' ? 3 : 4)
    })
    await expect.poll(() => pages.jobs.length).toBe(1)
    await userEvent.selectOptions(dialog().getByRole('combobox', { name: 'Paper' }), 'Letter')
    await expect.poll(() => pages.jobs.length).toBe(2)
    pages.release(1)
    await expect.element(dialog().getByText(/^4 pages/u)).toBeVisible()
    pages.release(0)
    await expect.poll(() => pages.ended).toBe(1)
    await new Promise((resolve) => setTimeout(resolve, 300))
    await expect.element(dialog().getByText(/^4 pages/u)).toBeVisible()
  })

  it('shows a mark that came from elsewhere meanwhile', async () => {
    await openExport()
    await expect.element(dialog().getByText('3 pages · 1 mark · notes at the end')).toBeVisible()
    const quote = { exact: 'ministers', prefix: '', suffix: '' }
    await open.api.annotateQuote({ briefing: open.briefing, quote })
    open.tell('library-changed', null)
    await expect.element(dialog().getByText('3 pages · 2 marks · notes at the end')).toBeVisible()
  })

  it('warns of letters that no font on this machine has', async () => {
    await openExport({ missingLetters: '𓀀' })
    await expect.element(dialog().getByText(/𓀀/u)).toBeVisible()
  })

  it('stops when told to, and is made when asked for', async () => {
    const pages = await openExport({ isHeld: true })
    await button('Stop').click()
    await expect.element(dialog().getByText('The preview was stopped.')).toBeVisible()
    expect(document.activeElement?.textContent).toBe('Make the preview')
    pages.release()
    await userEvent.keyboard('{Enter}')
    await expect.element(dialog().getByText(/^3 pages/u)).toBeVisible()
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Pages as they will print')
  })

  it('says in one sentence why there are no pages', async () => {
    open = await openWindow({ tree: ANKARA })
    open.fail('previewPdf', { code: 'print-failed' })
    await userEvent.keyboard('{Control>}{Shift>}e{/Shift}{/Control}')
    await expect.element(dialog().getByText(/could not be (made|printed)/u)).toBeVisible()
    open.fail('previewPdf', null)
    printPages(open)
    await button('Make the preview').click()
    await expect.element(dialog().getByText(/^3 pages/u)).toBeVisible()
  })
})

describe('saving', () => {
  it('writes the very bytes that were seen, and says where they are', async () => {
    const pages = await openExport()
    const listening = listen()
    await expect.element(dialog().getByText(/^3 pages/u)).toBeVisible()
    await button('Save PDF…').click()
    await expect.element(page.getByText('PDF saved: 3 pages, 1 mark.')).toBeVisible()
    await expect.element(dialog()).not.toBeInTheDocument()
    listening.stop()
    expect(listening.heard.join(' ')).toContain('PDF saved: 3 pages, 1 mark.')
    expect(pages.jobs).toHaveLength(1)
    expect(open.host.written).toHaveLength(1)
  })

  it('stays open with the reason when the file could not be written', async () => {
    await openExport()
    await expect.element(dialog().getByText(/^3 pages/u)).toBeVisible()
    open.fail('exportPdf', { code: 'output-unwritable', path: '/closed/a.pdf' })
    await button('Save PDF…').click()
    await expect.element(dialog().getByRole('alert')).toHaveTextContent('/closed')
    await expect.element(dialog().getByText(/^3 pages/u)).toBeVisible()
    open.fail('exportPdf', null)
    await button('Save PDF…').click()
    await expect.element(page.getByText('PDF saved: 3 pages, 1 mark.')).toBeVisible()
  })

  it('is ended by Cancel, and nothing is written', async () => {
    const pages = await openExport({ isHeld: true })
    await button('Save PDF…').click()
    await expect.element(dialog().getByText('Making the PDF…')).toBeVisible()
    await button('Cancel').click()
    pages.release()
    await expect.element(dialog().getByRole('alert')).toHaveTextContent('no PDF was written')
    expect(open.host.written).toEqual([])
  })
})

describe('how the pages look', () => {
  it('is kept for the next time once something is saved', async () => {
    await openExport()
    await userEvent.selectOptions(dialog().getByRole('combobox', { name: 'Typeface' }), 'Sans serif')
    await expect.poll(() => requests().at(-1)).toMatchObject({ options: { typeface: 'sans' } })
    expect((await open.api.readSettings()).pageLook).toEqual({ paper: 'a4' })
    await button('Save PDF…').click()
    await expect.element(page.getByText('PDF saved: 3 pages, 1 mark.')).toBeVisible()
    expect((await open.api.readSettings()).pageLook).toMatchObject({ typeface: 'sans', paper: 'a4' })
  })
})

describe('printing', () => {
  it('hands what is seen to the printer by Ctrl+P, in the window and beforehand', async () => {
    open = await openWindow({ tree: ANKARA })
    printPages(open)
    await userEvent.keyboard('{Control>}p{/Control}')
    await expect.element(dialog().getByText(/^3 pages/u)).toBeVisible()
    expect(document.activeElement?.textContent).toBe('Print…')
    await userEvent.keyboard('{Control>}p{/Control}')
    await expect.element(page.getByText('The pages are on their way to the printer.')).toBeVisible()
    await expect.element(dialog()).not.toBeInTheDocument()
    expect(open.host.onPaper).toHaveLength(1)
    expect(open.host.written).toEqual([])
  })

  it('stays when the person calls it off, and says so when there is no printer', async () => {
    await openExport()
    open.host.printer.printOnPaper = async () => false
    const asked = () => open.asked.filter(({ call }) => call === 'printPdf').length
    await button('Print…').click()
    await expect.poll(asked).toBe(1)
    await expect.element(button('Print…')).toHaveAttribute('aria-disabled', 'false')
    await expect.element(dialog()).toBeVisible()
    expect(document.activeElement?.textContent).toBe('Print…')
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    await userEvent.keyboard('{Control>}p{/Control}')
    await expect.poll(asked).toBe(2)
    await expect.element(button('Print…')).toHaveAttribute('aria-disabled', 'false')
    expect(document.activeElement?.textContent).toBe('Print…')
    open.fail('printPdf', { code: 'paper-failed' })
    await button('Print…').click()
    await expect.element(dialog().getByRole('alert')).toHaveTextContent('did not reach a printer')
  })
})
