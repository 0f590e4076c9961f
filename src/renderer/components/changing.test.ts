import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { ANKARA, openWindow, selectWords, textNode, type OpenWindow } from '../testing/open-window'
import { paintedWords } from '../testing/painted-words'

const OFFICE = 'A joint office opens'
const MEETING = 'ministers met in Ankara'

let open: OpenWindow
beforeEach(async () => {
  open = await openWindow({ tree: ANKARA })
})
afterEach(() => open.close())

const stored = async () => open.api.listAnnotations({ briefing: open.briefing })
const quotes = async () => (await stored()).map(({ quote }) => quote)
const undo = () => userEvent.keyboard('{Control>}z{/Control}')
const redo = () => userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}')
const selected = () => document.querySelector('li.card.selected .card-quote')?.textContent

async function marked(words: string, key = 'h'): Promise<void> {
  const before = (await stored()).length
  await selectWords(words)
  await userEvent.keyboard(key)
  await expect.poll(stored).toHaveLength(before + 1)
}

describe('the ends of the selected mark', () => {
  it('move by keys, shown at once and saved as one change, however many keys it took', async () => {
    await marked(MEETING)
    await userEvent.keyboard('{Shift>}{Alt>}{ArrowRight}{ArrowRight}{/Alt}{ArrowRight}{/Shift}')
    expect(paintedWords('current')).toBe('ministers met in Ankara on Monday.')
    await userEvent.keyboard('{Shift>}{Control>}{Alt>}{ArrowLeft}{/Alt}{/Control}{/Shift}')
    expect(paintedWords('current')).toBe('The ministers met in Ankara on Monday.')
    await expect.poll(quotes).toEqual(['The ministers met in Ankara on Monday.'])
    await undo()
    await expect.poll(quotes).toEqual([MEETING])
    await redo()
    await expect.poll(quotes).toEqual(['The ministers met in Ankara on Monday.'])
  })

  it('are taken back by Ctrl+Z also before the pause after which they are saved', async () => {
    await marked(MEETING)
    await userEvent.keyboard('{Shift>}{Alt>}{ArrowLeft}{/Alt}{/Shift}{Control>}z{/Control}')
    await expect
      .poll(() => document.querySelector('[data-testid=announcer]')?.textContent)
      .toBe('Taken back: change of extent.')
    expect(await quotes()).toEqual([MEETING])
  })

  it('move by a line, and never past each other', async () => {
    await marked('What was agreed')
    await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}')
    expect(paintedWords('current')).toMatch(/^What was agreedA joint office/u)
    await userEvent.keyboard('{Escape}')
    await userEvent.keyboard('{Shift>}{Alt>}{ArrowLeft}{ArrowLeft}{ArrowLeft}{ArrowLeft}{/Alt}{/Shift}')
    await expect.poll(quotes).toEqual(['What'])
  })
})

describe('marks that overlap', () => {
  it('are selected by repeated clicks, the shortest first', async () => {
    await marked('A joint office opens in the ')
    await marked('joint office opens')
    await marked('office')
    await expect.poll(selected).toBe('office')
    await expect.element(page.getByRole('toolbar', { name: 'Mark the selection' })).not.toBeInTheDocument()
    await userEvent.keyboard('{Escape}')
    await expect.poll(selected).toBeUndefined()
    const place = document.createRange()
    const node = textNode(OFFICE)
    place.setStart(node, 9)
    place.setEnd(node, 10)
    const { left, top, height } = place.getBoundingClientRect()
    const article = document.querySelector('article')
    const seen: (string | undefined)[] = []
    for (let click = 0; click < 4; click += 1) {
      const at = { clientX: left + 2, clientY: top + height / 2, bubbles: true }
      article?.dispatchEvent(new MouseEvent('click', at))
      await expect.poll(selected).toBeDefined()
      await new Promise(requestAnimationFrame)
      seen.push(selected())
    }
    expect(seen).toEqual(['office', 'joint office opens', 'A joint office opens in the', 'office'])
    expect(await stored()).toHaveLength(3)
  })
})

describe('merging and splitting', () => {
  it('makes one mark of the selected and the next one, with all notes and tags, and two again', async () => {
    await marked('The ministers', '2')
    await marked('in Ankara', '4')
    await userEvent.keyboard('[[m')
    await expect.poll(quotes).toEqual(['The ministers met in Ankara'])
    await undo()
    await expect.poll(async () => (await stored()).map(({ color }) => color)).toEqual(['green', 'pink'])
    await redo()
    await expect.poll(stored).toMatchObject([{ color: 'green' }])
  })

  it('does not reach for a mark far away', async () => {
    await marked('The ministers')
    await marked('The plan')
    await userEvent.keyboard('[[m')
    await expect
      .poll(() => document.querySelector('[data-testid=announcer]')?.textContent)
      .toContain('Choose at least two')
    expect(await quotes()).toEqual(['The ministers', 'The plan'])
  })

  it('cuts a mark where a selection begins, as one change', async () => {
    await marked('The ministers met in Ankara')
    await selectWords('in Ankara')
    await userEvent.keyboard('x')
    await expect.poll(quotes).toEqual(['The ministers met', 'in Ankara'])
    await undo()
    await expect.poll(quotes).toEqual(['The ministers met in Ankara'])
    await redo()
    await expect.poll(quotes).toEqual(['The ministers met', 'in Ankara'])
  })
})

describe('a mark on a briefing that was closed and opened again', () => {
  it('is still taken back and made again', async () => {
    await marked(OFFICE)
    await open.reader.close(open.briefing)
    await open.reader.open(open.briefing)
    await expect.element(page.getByRole('complementary')).toHaveTextContent(OFFICE)
    await undo()
    await expect.poll(stored).toEqual([])
    await redo()
    await expect.poll(quotes).toEqual([OFFICE])
    await expect.element(page.getByRole('complementary')).toHaveTextContent(OFFICE)
  })
})
