import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { element, text } from '#core/tree/elements'
import type { Root } from '#core/tree/tree'
import { type Beginning, openWindow, type OpenWindow, selectWords } from '../testing/open-window'
import { paintedWords } from '../testing/painted-words'

const PARAGRAPHS = ['Dr. Aydın met him. They agreed. Both pay.', 'It is done. Nobody left.']
const treeOf = (...paragraphs: readonly string[]): Root => ({
  type: 'root',
  children: paragraphs.map((words) => element('p', [text(words)]))
})

let open: OpenWindow
const begin = async (beginning: Beginning = {}) => {
  open = await openWindow({ tree: treeOf(...PARAGRAPHS), ...beginning })
  await expect.poll(() => document.activeElement?.className).toContain('scroller')
}
afterEach(() => open.close())

const cursor = () => paintedWords('cursor')
const said = () => document.querySelector('[data-testid=announcer]')?.textContent
const stored = async () => open.api.listAnnotations({ briefing: open.briefing })
const quotes = async () => (await stored()).map(({ quote }) => quote)

describe('the cursor', () => {
  beforeEach(() => begin())

  it('starts at the top, steps by sentences and paragraphs, and says where it is', async () => {
    await userEvent.keyboard('{ArrowRight}')
    expect(cursor()).toBe('Dr. Aydın met him.')
    await expect.poll(said).toBe('“Dr. Aydın met him.” ¶1, sentence 1 of 3.')
    await userEvent.keyboard('{ArrowRight}{ArrowDown}')
    expect(cursor()).toBe(PARAGRAPHS[1])
    await expect.poll(said).toBe(`“${PARAGRAPHS[1]}” ¶2.`)
    await userEvent.keyboard('{ArrowRight}{ArrowLeft}')
    expect(cursor()).toBe('Both pay.')
    await userEvent.keyboard('{Home}{ArrowLeft}')
    await expect.poll(said).toBe('Start of the text.')
    await userEvent.keyboard('{End}{ArrowRight}')
    await expect.poll(said).toBe('End of the text.')
    expect(cursor()).toBe('Nobody left.')
    expect(getSelection()?.isCollapsed).not.toBe(false)
  })

  it('reaches further with Shift, over paragraphs and backwards', async () => {
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}{Shift>}{ArrowRight}{/Shift}')
    expect(cursor()).toBe('Both pay.It is done.')
    await expect.poll(said).toBe('“Both pay. It is done.” ¶1–2.')
    await userEvent.keyboard('{Shift>}{ArrowLeft}{ArrowLeft}{/Shift}')
    expect(cursor()).toBe('They agreed. Both pay.')
    await userEvent.keyboard('{Shift>}{Home}{/Shift}h')
    await expect.poll(quotes).toEqual([PARAGRAPHS[0]])
  })

  it('marks in colours and styles, and goes on from the mark', async () => {
    await userEvent.keyboard('{ArrowRight}4')
    await expect.poll(stored).toMatchObject([{ color: 'pink', style: 'highlight' }])
    await userEvent.keyboard('{ArrowRight}')
    expect(cursor()).toBe('They agreed.')
    await userEvent.keyboard('u')
    await expect.poll(stored).toMatchObject([{}, { color: 'pink', style: 'underline' }])
    await expect.poll(said).toBe('Underlined in pink: “They agreed.”')
    await userEvent.keyboard('{ArrowRight}3')
    await expect.poll(stored).toMatchObject([{}, {}, { color: 'blue', style: 'underline' }])
    await userEvent.keyboard('{ArrowLeft}s')
    await expect
      .poll(async () => (await stored())[1])
      .toMatchObject({ quote: 'They agreed.', style: 'strike' })
    expect(await stored()).toHaveLength(3)
  })

  it('says which marks are there, and Enter takes them in hand, the shortest first', async () => {
    await userEvent.keyboard('{ArrowDown}2')
    await expect.poll(stored).toHaveLength(1)
    await userEvent.keyboard('{ArrowDown}{ArrowUp}{ArrowRight}h')
    await expect.poll(stored).toHaveLength(2)
    await userEvent.keyboard('{ArrowRight}{ArrowLeft}')
    await expect.poll(said).toContain('Highlight in green, Highlight in green.')
    const selected = () => document.querySelector('li.card.selected .card-quote')?.textContent
    await userEvent.keyboard('{Enter}')
    await expect.poll(selected).toBe('Dr. Aydın met him.')
    await userEvent.keyboard('{Enter}')
    await expect.poll(selected).toBe(PARAGRAPHS[0])
    await userEvent.keyboard('{Delete}')
    await expect.poll(quotes).toEqual(['Dr. Aydın met him.'])
    expect(cursor()).toBe('Dr. Aydın met him.')
  })

  it('is where it was after a note, and an empty note leaves nothing', async () => {
    await userEvent.keyboard('{ArrowRight}n')
    await expect.element(page.getByRole('textbox', { name: 'Note' })).toHaveFocus()
    await userEvent.keyboard('{Escape}')
    expect(await stored()).toEqual([])
    await expect.poll(cursor).toBe('Dr. Aydın met him.')
    await userEvent.keyboard('hn')
    await expect.element(page.getByRole('textbox', { name: 'Note' })).toHaveFocus()
    await userEvent.keyboard('{Escape}')
    await expect.poll(stored).toMatchObject([{ note: '', quote: 'Dr. Aydın met him.' }])
  })

  it('leaves the arrows to lists and fields', async () => {
    await userEvent.keyboard('{ArrowRight}h')
    await expect.poll(stored).toHaveLength(1)
    await userEvent.keyboard('{ArrowRight}n')
    await userEvent.keyboard('word{ArrowLeft}{ArrowUp}')
    expect(paintedWords('draft')).toBe('They agreed.')
    await userEvent.keyboard('{Escape}')
    const card = page.getByRole('complementary').getByRole('button', { name: 'Dr. Aydın' })
    await card.click()
    await userEvent.keyboard('{ArrowDown}')
    await expect.poll(() => document.activeElement?.textContent).toContain('They agreed.')
    expect(cursor()).toBe('')
  })

  it('begins at a click and at a selection, and a selection hides it', async () => {
    await userEvent.keyboard('{ArrowRight}')
    await selectWords('Both')
    await expect.poll(cursor).toBe('')
    await userEvent.keyboard('{ArrowRight}')
    expect(cursor()).toBe('It is done.')
    await page.getByText(PARAGRAPHS[0] ?? '').click({ position: { x: 20, y: 12 } })
    expect(cursor()).toBe('')
    await userEvent.keyboard('{ArrowRight}')
    expect(cursor()).toBe('Dr. Aydın met him.')
  })
})

describe('the cursor in other scripts', () => {
  const cases = {
    ja: {
      words: '大臣は会った。「行こう。」と言った。',
      steps: ['大臣は会った。', '「行こう。」と言った。']
    },
    zh: { words: '他说：“你好。”然后走了。完。', steps: ['他说：“你好。”', '然后走了。', '完。'] },
    th: {
      words: 'รัฐมนตรีพบกันที่กรุงเทพเมื่อวันจันทร์ ทั้งสองฝ่ายตกลงกันในแผนใหม่',
      steps: ['รัฐมนตรีพบกันที่กรุงเทพเมื่อวันจันทร์', 'ทั้งสองฝ่ายตกลงกันในแผนใหม่']
    }
  }
  for (const [language, { words, steps }] of Object.entries(cases)) {
    it(`steps through ${language}`, async () => {
      await begin({ tree: treeOf(words), language })
      for (const step of steps) {
        await userEvent.keyboard('{ArrowRight}')
        expect(cursor()).toBe(step)
      }
    })
  }

  it('goes forward to the left where the text runs to the left', async () => {
    await begin({ tree: treeOf('التقى د. أحمد بالوزير. هل وافق؟'), language: 'ar', dir: 'rtl' })
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}')
    expect(cursor()).toBe('هل وافق؟')
    await userEvent.keyboard('{ArrowRight}{Shift>}{ArrowLeft}{/Shift}')
    expect(cursor()).toBe('التقى د. أحمد بالوزير. هل وافق؟')
  })
})
