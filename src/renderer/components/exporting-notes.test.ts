import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { ReaderError } from '#core/problem/reader-error'
import { type FakePages, printPages } from '../testing/fake-pages'
import { ANKARA, openWindow, type OpenWindow } from '../testing/open-window'

let open: OpenWindow
afterEach(() => open.close())

const dialog = () => page.getByRole('dialog', { name: 'Export and print' })
const button = (name: string) => dialog().getByRole('button', { name, exact: true })

describe('a note that is being written', () => {
  /** Write a note, which is saved when the answer is given, and go to the export. */
  async function writeAndExport(): Promise<{
    readonly pages: FakePages
    readonly save: (isSaved: boolean) => void
  }> {
    open = await openWindow({ tree: ANKARA, marks: [{ quote: 'A joint office opens', note: '' }] })
    const pages = printPages(open)
    const [mark] = open.reader.document?.marks.list ?? []
    if (mark === undefined) throw new Error('there is a mark')
    await open.reader.document?.editing.edit(mark)
    await userEvent.keyboard('Ask who pays.')
    const { library } = open.host
    const store = library.saveAnnotation
    let save: (isSaved: boolean) => void = () => undefined
    const answer = new Promise<boolean>((resolve) => (save = resolve))
    library.saveAnnotation = async (...saved) => {
      if (!(await answer)) throw new ReaderError({ code: 'library-not-saved', path: '/library' })
      return store(...saved)
    }
    await userEvent.keyboard('{Control>}{Shift>}e{/Shift}{/Control}')
    await expect.element(dialog()).toBeVisible()
    return { pages, save }
  }
  const printed = (pages: FakePages) =>
    pages.jobs.flatMap(({ items }) => items.flatMap(({ annotations }) => annotations.map(({ note }) => note)))

  it('is waited for, however quickly the PDF is saved', async () => {
    const { pages, save } = await writeAndExport()
    await userEvent.keyboard('{Enter}')
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(open.host.written).toEqual([])
    save(true)
    await expect.element(page.getByText('PDF saved: 3 pages, 1 mark.')).toBeVisible()
    expect(new Set(printed(pages))).toEqual(new Set(['Ask who pays.']))
  })

  it('that cannot be saved leaves no PDF without it', async () => {
    const { pages, save } = await writeAndExport()
    await userEvent.keyboard('{Enter}')
    save(false)
    await expect.element(dialog()).not.toBeInTheDocument()
    await expect.element(page.getByRole('textbox', { name: 'Note' })).toHaveValue('Ask who pays.')
    expect([open.host.written, pages.jobs]).toEqual([[], []])
  })

  for (const isSaved of [true, false])
    it(`closes no other dialog and makes no PDF after Esc, ${isSaved ? 'saved' : 'unsaved'}`, async () => {
      const { pages, save } = await writeAndExport()
      await userEvent.keyboard('{Enter}')
      await expect.element(dialog().getByText('Making the PDF…')).toBeVisible()
      await userEvent.keyboard('{Escape}')
      await expect.element(dialog()).not.toBeInTheDocument()
      open.reader.layout.dialog = 'shortcuts'
      save(isSaved)
      await new Promise((resolve) => setTimeout(resolve, 100))
      await expect.element(page.getByRole('dialog')).toBeVisible()
      expect([open.host.written, pages.jobs]).toEqual([[], []])
    })

  it('is saved after Cancel, and no PDF is made', async () => {
    const { save } = await writeAndExport()
    await userEvent.keyboard('{Enter}')
    await button('Cancel').click()
    save(true)
    await expect.element(dialog().getByText(/^3 pages/u)).toBeVisible()
    expect(open.host.written).toEqual([])
  })
})
