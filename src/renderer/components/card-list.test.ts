import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { markEach, numberedParagraphs } from '../testing/many-marks'
import { openWindow, type OpenWindow } from '../testing/open-window'

const MANY = 400
const TREE = numberedParagraphs(MANY)

let open: OpenWindow
beforeEach(async () => {
  open = await openWindow({
    tree: TREE,
    annotations: (briefing) => markEach(TREE, briefing, (index) => ({ note: index % 2 === 0 ? '' : 'Ask.' }))
  })
})
afterEach(() => open.close())

const drawn = () => [...document.querySelectorAll<HTMLElement>('li.card')]
const cardOf = (words: string) => page.getByRole('complementary').getByRole('button', { name: words })
const place = () => document.activeElement?.closest('li')?.getAttribute('aria-posinset')

describe('a long list of cards', () => {
  it('has only what is in sight on the page, and each says which of how many it is', async () => {
    await expect.poll(() => drawn().length).toBeGreaterThan(3)
    expect(drawn().length).toBeLessThan(40)
    expect(drawn()[1]?.getAttribute('aria-posinset')).toBe('2')
    expect(drawn()[1]?.getAttribute('aria-setsize')).toBe(String(MANY))
  })

  it('is walked to its ends by the keys', async () => {
    await cardOf('“Paragraph 0”').click()
    await userEvent.keyboard('{End}')
    await expect.poll(place).toBe(String(MANY))
    await userEvent.keyboard('{ArrowUp}{ArrowUp}')
    await expect.poll(place).toBe(String(MANY - 2))
    await userEvent.keyboard('{Home}{ArrowDown}')
    await expect.poll(place).toBe('2')
    expect(open.reader.document?.marks.selected?.quote).toBe('Paragraph 1')
  })

  it('has one place where Tab comes to: the selected card', async () => {
    await cardOf('“Paragraph 3”').click()
    const stops = () => document.querySelectorAll('.card-main[tabindex="0"]')
    await expect.poll(() => stops().length).toBe(1)
    expect(stops()[0]?.getAttribute('aria-label')).toContain('Paragraph 3')
  })

  it('comes to the card of a mark that is selected in the text, however far away', async () => {
    const mark = open.reader.document?.marks.list[320]
    open.reader.document!.marks.selectedId = mark?.id ?? null
    await expect.element(cardOf('“Paragraph 320”')).toBeInViewport()
  })

  it('keeps the field of a note while the list is scrolled away', async () => {
    await cardOf('“Paragraph 1”').click()
    await userEvent.keyboard('{Enter} And more')
    const field = document.activeElement
    document.querySelector('.cards')?.scrollTo({ top: 20_000 })
    await expect
      .poll(() => drawn().some((card) => Number(card.getAttribute('aria-posinset')) > 100))
      .toBe(true)
    await userEvent.keyboard(' words')
    expect(document.activeElement).toBe(field)
    expect(field).toHaveProperty('value', 'Ask. And more words')
  })
})

/** The words in sight that are painted as marked. */
function paintedWords(): readonly string[] {
  return [...(CSS.highlights.get('mark-yellow-0') ?? [])].map((painted) => {
    const range = document.createRange()
    range.setStart(painted.startContainer, painted.startOffset)
    range.setEnd(painted.endContainer, painted.endOffset)
    return range.toString()
  })
}

describe('the filter', () => {
  const search = () => page.getByRole('searchbox', { name: 'Search notes, passages and tags' })
  const state = () => page.getByText(/ of 400$/u)

  it('shows what has the words, says how many, and is taken away at once', async () => {
    await search().fill('PARAGRAPH 77')
    await expect.element(state()).toHaveTextContent('4 of 400')
    await expect.poll(() => drawn()[0]?.textContent).toContain('Paragraph 77')
    await page.getByRole('button', { name: 'Clear the filter' }).click()
    await expect.poll(() => drawn()[0]?.getAttribute('aria-setsize')).toBe(String(MANY))
  })

  it('leaves every mark in the text, and [ and ] walk what it shows', async () => {
    await search().fill('paragraph 7')
    await expect.element(state()).toBeVisible()
    await expect.poll(paintedWords).toContain('Paragraph 2')
    document.querySelector<HTMLElement>('.scroller')?.focus()
    const quotes = []
    for (let step = 0; step < 3; step += 1) {
      await userEvent.keyboard(']')
      quotes.push(open.reader.document?.marks.selected?.quote)
    }
    expect(quotes).toEqual(['Paragraph 7', 'Paragraph 17', 'Paragraph 27'])
  })

  it('says so when a passage is clicked whose card it hides', async () => {
    await search().fill('paragraph 7')
    await page.getByText('Paragraph 2 tells').click({ position: { x: 20, y: 10 } })
    const notice = () => page.elementLocator(document.querySelector('.notices') ?? document.body)
    await expect.element(notice().getByText('The filter hides the card')).toBeVisible()
    await notice().getByRole('button', { name: 'Clear the filter' }).click()
    await expect.element(cardOf('“Paragraph 2”')).toHaveAttribute('aria-current', 'true')
  })

  it('never takes a field away under its writer', async () => {
    await search().fill('ask')
    await cardOf('“Paragraph 1”').click()
    await userEvent.keyboard('{Enter}{Control>}a{/Control}Other')
    const field = document.activeElement
    await expect.poll(() => open.reader.document?.marks.selected?.note, { timeout: 5_000 }).toBe('Other')
    expect(document.activeElement).toBe(field)
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    await expect.element(state()).toHaveTextContent('199 of 400')
  })

  it('holds on when another briefing is opened', async () => {
    await search().fill('paragraph 7')
    await open.reader.close(open.briefing)
    await open.reader.open(open.briefing)
    await expect.element(search()).toHaveValue('paragraph 7')
  })

  it('asks for one or another colour, and for notes besides', async () => {
    await page.getByRole('button', { name: 'Filter', exact: true }).click()
    await page.getByText('With a note').click()
    await expect.element(state()).toHaveTextContent('200 of 400')
    await page.getByRole('button', { name: 'yellow, 400' }).click()
    await expect.element(state()).toHaveTextContent('200 of 400')
  })

  it('orders by time, the newest change first', async () => {
    await page.getByRole('button', { name: 'Filter', exact: true }).click()
    await page.getByText('Newest first').click()
    await expect.poll(() => drawn()[0]?.textContent).toContain(`Paragraph ${MANY - 1}`)
  })
})
