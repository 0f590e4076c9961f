import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { canonicalText } from '#core/text/canonical-text'
import { element, text } from '#core/tree/elements'
import type { Root } from '#core/tree/tree'
import { addBriefing } from '../testing/add-briefing'
import { openWindow, type OpenWindow, selectWords } from '../testing/open-window'

const paragraph = (words: string) => element('p', [text(words)])
const row = (...cells: string[]) =>
  element(
    'tr',
    cells.map((cell) => element('td', [text(cell)]))
  )
const TALKS: Root = {
  type: 'root',
  children: [
    paragraph('The ministers met in Ankara on Monday.'),
    element('h2', [text('What was agreed')]),
    element('p', [element('em', [text('A joint office')]), text(' opens in the spring.')]),
    element('ul', [
      element('li', [text('Both sides pay.'), element('ul', [element('li', [text('In euros.')])])])
    ]),
    element('table', [element('tbody', [row('north', '12'), row('south', '15')])]),
    element('section', [element('aside', [paragraph('A source.')], { footnote: '1' })], { footnotes: true })
  ]
}
const LATER: Root = {
  type: 'root',
  children: [
    paragraph('Before that they had met in Oslo and in Bern.'),
    paragraph('The ministers met in Ankara on Monday.')
  ]
}
const LINK = 'briefing-reader://briefing/'

let open: OpenWindow
beforeEach(async () => {
  open = await openWindow({ tree: TALKS, marks: [{ quote: 'Both sides pay.', note: '' }] })
})
afterEach(() => open.close())

const article = (): HTMLElement => document.querySelector('article') ?? document.body
const numbers = () =>
  [...document.querySelectorAll<HTMLElement>('.paragraph-number')].map(({ dataset }) =>
    dataset['number']?.replace(/[\u200b\u2060]/gu, '')
  )
const last = (list: readonly string[]): string => list[list.length - 1] ?? ''
const selectAll = (): string => {
  getSelection()?.selectAllChildren(article())
  return getSelection()?.toString() ?? ''
}

describe('the numbers of the paragraphs', () => {
  it('come and go by #, and stay as they were left', async () => {
    expect(numbers()).toEqual([])
    await userEvent.keyboard('#')
    expect(numbers()).toEqual(['¶1', '§1', '¶1', '¶2', '¶3', '¶4–5', '¶6–7', '¶8'])
    expect((await open.api.readSettings()).paragraphNumbers).toBe(true)
    await userEvent.keyboard('#')
    expect(numbers()).toEqual([])
    expect((await open.api.readSettings()).paragraphNumbers).toBe(false)
  })

  it('move nothing, and are no text', async () => {
    const places = () =>
      [...article().querySelectorAll('p, h2, li, td')].map((block) =>
        JSON.stringify(block.getBoundingClientRect())
      )
    const before = { places: places(), selected: selectAll() }
    await userEvent.keyboard('#')
    expect({ places: places(), selected: selectAll() }).toEqual(before)
    getSelection()?.removeAllRanges()
    expect(open.reader.document?.plan.text).toBe(canonicalText(TALKS))
    await selectWords('pay')
    const range = open.reader.document?.view?.selection()
    expect(open.reader.document?.plan.text.slice(range?.start, range?.end)).toBe('pay')
  })

  it('are not heard in the middle of the text', async () => {
    await userEvent.keyboard('#')
    for (const button of document.querySelectorAll('.paragraph-number')) {
      expect(button.getAttribute('aria-hidden')).toBe('true')
      expect(button.getAttribute('tabindex')).toBe('-1')
      expect(button.textContent).toBe('')
    }
  })

  const sides = { ltr: 'left', rtl: 'right' } as const
  for (const [dir, side] of Object.entries(sides)) {
    it(`stand beside the first lines, on the ${side} of a text that goes ${dir}`, async () => {
      const other = await addBriefing(open.host, TALKS, {
        title: `Other ${dir}`,
        dir: dir === 'rtl' ? 'rtl' : 'ltr'
      })
      await open.reader.open(other.id)
      await userEvent.keyboard('#')
      const column = article().querySelector('.slice > p')?.getBoundingClientRect()
      for (const button of document.querySelectorAll<HTMLElement>('.paragraph-number')) {
        const rect = button.getBoundingClientRect()
        expect(rect.width, button.title).toBeGreaterThan(20)
        if (side === 'left') expect(rect.right).toBeLessThanOrEqual((column?.left ?? 0) + 1)
        else expect(rect.left).toBeGreaterThanOrEqual((column?.right ?? 0) - 1)
        const line = button.parentElement?.getBoundingClientRect()
        expect(rect.top + rect.height / 2).toBeGreaterThan(line?.top ?? Infinity)
        expect(rect.top).toBeLessThan((line?.top ?? 0) + 24)
      }
    })
  }

  it('copy their place and a link when they are clicked', async () => {
    await userEvent.keyboard('#')
    document.querySelectorAll<HTMLElement>('.paragraph-number')[5]?.click()
    await expect.poll(() => open.host.copied).toHaveLength(1)
    expect(last(open.host.copied)).toMatch(
      /^Ankara talks, 2024-01-16 §1 ¶4–5 briefing-reader:\/\/briefing\/.+at=1\.4-1\.5/u
    )
    await expect.element(page.getByRole('log')).toHaveTextContent('2024-01-16 §1 ¶4–5')
  })
})

describe('copying with the source', () => {
  it('takes the selected words, by C and by Ctrl+Shift+C', async () => {
    await selectWords('opens in the spring')
    await userEvent.keyboard('c')
    await expect.poll(() => open.host.copied).toHaveLength(1)
    expect(last(open.host.copied)).toMatch(
      /^“opens in the spring” \(Ankara talks, 2024-01-16 §1 ¶1\) briefing-reader:/u
    )
    expect(last(open.host.copiedHtml)).toContain(`<a href="${LINK}${open.briefing}?`)
    await userEvent.keyboard('{Control>}{Shift>}C{/Shift}{/Control}')
    await expect.poll(() => open.host.copied).toHaveLength(2)
    await page.getByRole('button', { name: 'Copy with source' }).click()
    await expect.poll(() => open.host.copied).toHaveLength(3)
    expect(new Set(open.host.copied).size).toBe(1)
  })

  it('takes the selected mark, and several as a list', async () => {
    await open.api.annotateQuote({
      briefing: open.briefing,
      quote: { exact: 'ministers', prefix: '', suffix: '' }
    })
    await open.reader.document?.marks.read()
    const [first, second] = open.reader.document?.marks.list ?? []
    const marks = open.reader.document?.marks
    if (marks === undefined || first === undefined || second === undefined) throw new Error('two marks')
    marks.selectedId = second.id
    await userEvent.keyboard('c')
    await expect
      .poll(() => last(open.host.copied))
      .toMatch(/^“Both sides pay\.” \(Ankara talks, 2024-01-16 §1 ¶2\)/u)
    marks.selectedId = first.id
    marks.chosen.begin(first.id)
    marks.chosen.toggle(second.id)
    await userEvent.keyboard('c')
    await expect.poll(() => last(open.host.copied)).toMatch(/^- “ministers” .+\n- “Both sides pay\.” /u)
    await expect.element(page.getByRole('log')).toHaveTextContent('2 passages copied with their sources.')
  })

  it('says what to do when nothing is selected', async () => {
    await userEvent.keyboard('c')
    await expect.poll(() => open.reader.notices.announcement).toContain('Select a passage first')
    expect(open.host.copied).toEqual([])
  })
})

describe('go to', () => {
  const goTo = async (query: string): Promise<void> => {
    await userEvent.keyboard('{Control>}g{/Control}')
    await page.getByRole('dialog').getByRole('textbox').fill(query)
    await userEvent.keyboard('{Enter}')
  }
  const said = () => open.reader.notices.announcement

  it.each([
    ['§1 ¶1–2', '§1 ¶1–2: A joint office'],
    ['1.3', '§1 ¶3: In euros.'],
    ['¶1', '¶1: The ministers met'],
    ['§1', '§1: What was agreed']
  ])('finds %s and says what stands there', async (query, words) => {
    await goTo(query)
    await expect.poll(said).toContain(words)
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
  })

  it('opens the one briefing of another day, and stays where none fits', async () => {
    await addBriefing(open.host, LATER, { title: 'Oslo talks', date: '2024-02-01' })
    await goTo('2024-02-01 ¶2')
    await expect.poll(() => open.reader.document?.title).toBe('Oslo talks')
    await expect.poll(said).toContain('¶2: The ministers met')
    await goTo('1999-01-01 ¶2')
    await expect.element(page.getByRole('alert')).toHaveTextContent('No briefing in your library fits')
  })

  it('asks which of several briefings of a day is meant', async () => {
    for (const title of ['Oslo talks', 'Bern talks'])
      await addBriefing(open.host, LATER, { title, date: '2024-02-01' })
    await goTo('2024-02-01 ¶2')
    await expect.element(page.getByRole('alert')).toHaveTextContent('Several briefings fit')
    await page.getByRole('dialog').getByRole('button', { name: 'Bern talks' }).click()
    await expect.poll(() => open.reader.document?.title).toBe('Bern talks')
  })

  it('follows what was copied back to the words', async () => {
    await selectWords('Both sides')
    await userEvent.keyboard('c')
    await expect.poll(() => open.host.copied).toHaveLength(1)
    const other = await addBriefing(open.host, LATER, { title: 'Oslo talks', date: '2024-02-01' })
    await open.reader.open(other.id)
    await goTo(last(open.host.copied))
    await expect.poll(() => open.reader.document?.title).toBe('Ankara talks')
    await expect.poll(said).toBe('§1 ¶2: Both sides')
  })

  it('works while no briefing is open', async () => {
    open.reader.reading = { status: 'none', id: null }
    await goTo('2024-01-16 §1 ¶2')
    await expect.poll(said).toContain('§1 ¶2: Both sides pay.')
  })
})

describe('a link from another program', () => {
  it('opens its passage', async () => {
    open.reader.reading = { status: 'none', id: null }
    open.tell('follow-link', { link: `${LINK}${open.briefing}?edition=1&at=§1¶2` })
    await expect.poll(() => open.reader.notices.announcement).toContain('§1 ¶2: Both sides pay.')
  })

  it('says what is wrong with it in one sentence', async () => {
    open.tell('follow-link', { link: `${LINK}nothing` })
    await expect.element(page.getByRole('log')).toHaveTextContent('is not in your library')
    open.tell('follow-link', { link: `${LINK}${open.briefing}?edition=7&at=1.2` })
    await expect.element(page.getByRole('log')).toHaveTextContent('There is no edition 7 of “Ankara talks”')
  })

  it('to an older edition leads to where its paragraph stands now, and says so', async () => {
    const file = await open.host.library.file(open.briefing, 1)
    const longer: Root = { ...TALKS, children: [paragraph('A new beginning came in.'), ...TALKS.children] }
    await open.host.library.addEdition(open.briefing, {
      ...file,
      document: { ...file.document, tree: longer }
    })
    open.reader.reading = { status: 'none', id: null }
    open.tell('follow-link', { link: `${LINK}${open.briefing}?edition=1&at=0.1` })
    await expect.element(page.getByRole('log')).toHaveTextContent('¶1 of edition 1 is ¶2 in edition 2.')
    expect(open.reader.document?.edition).toBe(2)
  })
})
