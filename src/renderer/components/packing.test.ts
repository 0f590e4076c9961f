import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { addBriefing } from '../testing/add-briefing'
import { printPages } from '../testing/fake-pages'
import { ANKARA, openWindow, type OpenWindow } from '../testing/open-window'

let open: OpenWindow
afterEach(() => open.close())

const dialog = () => page.getByRole('dialog', { name: 'Export and print' })
const button = (name: string) => dialog().getByRole('button', { name, exact: true })
const field = (name: string) => dialog().getByLabelText(name, { exact: true })
const requests = () => open.asked.filter(({ call }) => call === 'previewPdf').map(({ input }) => input)

describe('a pack', () => {
  const titles = (): readonly (string | null)[] =>
    [...document.querySelectorAll('.pack .pack-title')].map(({ textContent }) => textContent)
  const said = (): string => document.querySelector('.dialog [data-testid=announcer]')?.textContent ?? ''

  /** The window of the export with one of three briefings, where others are added. */
  async function openAdding(): Promise<void> {
    open = await openWindow({ tree: ANKARA })
    for (const title of ['Oslo talks', 'Kyiv talks']) await addBriefing(open.host, ANKARA, { title })
    await open.reader.library.load()
    printPages(open)
    await userEvent.keyboard('{Control>}{Shift>}e{/Shift}{/Control}')
    await button('Add briefings').click()
  }
  async function openPack(): Promise<void> {
    await openAdding()
    await button('Add “Oslo talks”').click()
    await userEvent.fill(field('Find a briefing to add'), 'kyiv')
    await userEvent.keyboard('{Enter}')
    await expect.poll(titles).toEqual(['Ankara talks', 'Oslo talks', 'Kyiv talks'])
  }
  const focusRow = (title: string): void => {
    const row = [...document.querySelectorAll<HTMLElement>('.pack-main')].find((each) =>
      each.textContent.includes(title)
    )
    row?.focus()
  }

  it('is composed by adding, and printed in its order', async () => {
    await openPack()
    expect(said()).toContain('“Kyiv talks” added, 3 briefings now.')
    await expect.element(dialog().getByText('9 pages · 0 marks · notes at the end')).toBeVisible()
  })

  it('is put in order and shortened by keys, which say what they did and keep the focus', async () => {
    await openPack()
    focusRow('Kyiv talks')
    await userEvent.keyboard('{Alt>}{ArrowUp}{ArrowUp}{/Alt}')
    expect(titles()).toEqual(['Kyiv talks', 'Ankara talks', 'Oslo talks'])
    expect(said()).toContain('“Kyiv talks” is now 1 of 3.')
    expect(document.activeElement?.textContent).toContain('Kyiv talks')
    await userEvent.keyboard('{ArrowDown}{Delete}')
    expect(titles()).toEqual(['Kyiv talks', 'Oslo talks'])
    expect(said()).toContain('“Ankara talks” taken out, 2 left.')
    expect(document.activeElement?.textContent).toContain('Oslo talks')
    const byTitle = new Map((await open.api.listBriefings()).map(({ title, id }) => [title, id]))
    await expect
      .poll(() => requests().at(-1))
      .toMatchObject({ ids: [byTitle.get('Kyiv talks'), byTitle.get('Oslo talks')] })
  })

  it('is put in order by keys after a click too, and Tab comes back to that row', async () => {
    await openPack()
    const row = [...document.querySelectorAll('.pack .pack-title')].at(-1)
    await userEvent.click(row ?? document.body)
    expect(document.activeElement?.textContent).toContain('Kyiv talks')
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}')
    expect(titles()).toEqual(['Ankara talks', 'Kyiv talks', 'Oslo talks'])
    await userEvent.keyboard('{Tab}{Shift>}{Tab}{/Shift}')
    expect(document.activeElement?.textContent).toContain('Kyiv talks')
  })

  it('keeps the focus when what was pressed goes with what it added', async () => {
    await openAdding()
    await userEvent.keyboard('{Tab}{Enter}')
    await expect.poll(titles).toHaveLength(2)
    await expect.poll(() => document.activeElement?.getAttribute('type')).toBe('search')
    await userEvent.keyboard('{Tab}{Enter}')
    await expect.poll(titles).toHaveLength(3)
    await expect.poll(() => document.activeElement?.className).toContain('pack-main')
  })

  it('is put in order by dragging, which Esc takes back', async () => {
    await openPack()
    const rows = [...document.querySelectorAll<HTMLElement>('.pack-row')]
    const [first, , last] = rows.map((row) => row.getBoundingClientRect())
    if (first === undefined || last === undefined) throw new Error('there are three rows')
    const drag = (type: string, y: number, target: EventTarget = window): boolean =>
      target.dispatchEvent(new PointerEvent(type, { bubbles: true, clientX: first.x + 40, clientY: y }))
    const grip = (): Element => document.querySelector('.pack-row .pack-handle') ?? window.document.body
    drag('pointerdown', first.y + 5, grip())
    drag('pointermove', last.bottom - 2)
    await expect.poll(titles).toEqual(['Oslo talks', 'Kyiv talks', 'Ankara talks'])
    await userEvent.keyboard('{Escape}')
    await expect.poll(titles).toEqual(['Ankara talks', 'Oslo talks', 'Kyiv talks'])
    await expect.element(dialog()).toBeVisible()
    drag('pointerdown', first.y + 5, grip())
    drag('pointermove', last.bottom - 2)
    drag('pointerup', last.bottom - 2)
    await expect.poll(titles).toEqual(['Oslo talks', 'Kyiv talks', 'Ankara talks'])
    await expect.poll(said).toContain('“Ankara talks” is now 3 of 3.')
  })

  it('is there again when the window of the export is opened again', async () => {
    await openPack()
    await userEvent.keyboard('{Escape}')
    await expect.element(dialog()).not.toBeInTheDocument()
    await userEvent.keyboard('{Control>}{Shift>}e{/Shift}{/Control}')
    await expect.poll(titles).toEqual(['Ankara talks', 'Oslo talks', 'Kyiv talks'])
  })
})
