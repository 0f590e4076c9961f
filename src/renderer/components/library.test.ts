import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { element, text } from '#core/tree/elements'
import type { Root } from '#core/tree/tree'
import { addBriefing } from '../testing/add-briefing'
import { ANKARA, openWindow, type Beginning, type OpenWindow } from '../testing/open-window'

let open: OpenWindow
const begin = async (beginning?: Beginning): Promise<void> => {
  open = await openWindow(beginning)
}
afterEach(() => open.close())

const library = () => page.getByRole('navigation', { name: 'Library' })

function drop(...names: readonly string[]): void {
  const dataTransfer = new DataTransfer()
  for (const name of names) dataTransfer.items.add(new File(['x'], name))
  for (const type of ['dragenter', 'dragover', 'drop']) {
    document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
  }
}

describe('the library', () => {
  it('says what to do while it is empty', async () => {
    await begin()
    await expect.element(page.getByRole('heading', { name: 'Bring in a briefing' })).toBeVisible()
    await expect.element(page.getByRole('button', { name: 'Choose files…' })).toBeVisible()
  })

  it('that cannot be read says so, and is read again when asked', async () => {
    await begin({ tree: ANKARA, libraryProblem: { code: 'library-unreadable', path: '/library' } })
    await expect.element(page.getByText('could not be read').first()).toBeVisible()
    open.fail('listBriefings', null)
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect.element(library().getByText('Ankara talks')).toBeVisible()
  })

  it('is narrowed down by the words of a title', async () => {
    await begin({ tree: ANKARA, files: { '/tokyo.txt': 'Tokyo talks' } })
    drop('tokyo.txt')
    await expect.element(library().getByText('Tokyo talks')).toBeVisible()
    await page.getByRole('searchbox', { name: 'Filter briefings' }).fill('tokyo')
    await expect.element(library().getByText('Ankara talks')).not.toBeInTheDocument()
    await page.getByRole('searchbox', { name: 'Filter briefings' }).fill('oslo')
    await expect.element(page.getByText('No briefing matches “oslo”.')).toBeVisible()
  })
})

describe('an import', () => {
  it('opens what came in, and recognises it the next time', async () => {
    await begin({ files: { '/tokyo.txt': 'Tokyo talks' } })
    drop('tokyo.txt')
    await expect.element(page.getByRole('article')).toHaveTextContent('Tokyo talks')
    drop('tokyo.txt')
    await expect.element(page.getByText('“Tokyo talks” is in the library already')).toBeVisible()
  })

  it('is not covered by the welcome that comes in beside it', async () => {
    await begin({ files: { '/tokyo.txt': 'Tokyo talks' } })
    const welcome = await addBriefing(open.host, ANKARA, { title: 'Welcome', language: 'en', dir: 'ltr' })
    drop('tokyo.txt')
    open.tell('greet', { id: welcome.id })
    await expect.element(page.getByRole('article')).toHaveTextContent('Tokyo talks')
    open.tell('greet', { id: welcome.id })
    const lists = (): number => open.asked.filter(({ call }) => call === 'listBriefings').length
    await expect.poll(lists).toBeGreaterThan(2)
    await new Promise((resolve) => setTimeout(resolve, 100))
    const opened = open.asked.filter(({ call }) => call === 'openBriefing').map(({ input }) => input)
    expect(opened).toEqual([expect.not.objectContaining({ id: welcome.id })])
  })

  it('of which something fails says what, and brings in the rest', async () => {
    await begin({ files: { '/tokyo.txt': 'Tokyo talks' } })
    drop('tokyo.txt', 'gone.txt')
    const report = page.getByRole('dialog')
    await expect
      .element(report)
      .toHaveTextContent('There is no file at /gone.txt; check the path and try again.')
    await expect.element(report.getByRole('button', { name: 'Tokyo talks' })).toBeVisible()
  })

  it('tells how far it is', async () => {
    await begin()
    open.tell('import-progress', { done: 3, total: 12, source: '/a.txt' })
    await expect.element(page.getByText('Importing 4 of 12')).toBeVisible()
    open.tell('import-progress', { done: 12, total: 12, source: '' })
    await expect.element(page.getByText('Importing')).not.toBeInTheDocument()
  })

  it('takes pasted text, but not what is pasted into a field', async () => {
    await begin()
    const paste = (target: Element): void => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', 'Pasted words')
      target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }
    await page.getByRole('searchbox').click()
    paste(document.activeElement ?? document.body)
    expect(open.asked.filter(({ call }) => call === 'importText')).toEqual([])
    await userEvent.click(page.getByRole('main'))
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    paste(document.body)
    await expect.element(page.getByRole('article')).toHaveTextContent('Pasted words')
  })
})

describe('a briefing', () => {
  it('takes another title, and keeps the old one when the new one is empty', async () => {
    await begin({ tree: ANKARA })
    await page.getByRole('button', { name: 'Edit the title' }).click()
    await userEvent.keyboard('Ankara, Monday{Enter}')
    await expect.element(library().getByText('Ankara, Monday')).toBeVisible()
    await page.getByRole('button', { name: 'Edit the title' }).click()
    await page.getByRole('textbox', { name: 'Title' }).fill(' ')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByText('A briefing needs a title, so the old one was kept.')).toBeVisible()
    expect((await open.api.listBriefings())[0]?.title).toBe('Ankara, Monday')
  })

  it('that cannot be opened says why and can be tried again', async () => {
    await begin({ tree: ANKARA, files: { '/tokyo.txt': 'Tokyo talks' } })
    open.fail('openBriefing', { code: 'library-damaged', path: 'tree.json' })
    drop('tokyo.txt')
    await expect
      .element(page.getByRole('heading', { name: 'This briefing could not be opened' }))
      .toBeVisible()
    open.fail('openBriefing', null)
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect.element(page.getByRole('article')).toHaveTextContent('Tokyo talks')
  })
})

describe('a link', () => {
  const linkTo = (href: string): Root => ({
    type: 'root',
    children: [element('p', [element('a', [text('example.org')], { href })])]
  })

  it('opens only after its real host was shown', async () => {
    await begin({ tree: linkTo('https://example.org.evil.example/') })
    await page.getByRole('link', { name: 'example.org' }).click()
    const question = page.getByRole('dialog')
    await expect.element(question.getByText('example.org.evil.example', { exact: true })).toBeVisible()
    expect(open.asked.filter(({ call }) => call === 'openLink')).toEqual([])
    await question.getByRole('button', { name: 'Open link' }).click()
    await expect
      .poll(() => open.asked.filter(({ call }) => call === 'openLink').map(({ input }) => input))
      .toEqual([{ address: 'https://example.org.evil.example/' }])
  })

  it('to a host in another script shows how it is spelled', async () => {
    await begin({ tree: linkTo('https://еxample.org/') })
    await page.getByRole('article').getByRole('link').click()
    await expect.element(page.getByRole('dialog')).toHaveTextContent('xn--')
  })
})
