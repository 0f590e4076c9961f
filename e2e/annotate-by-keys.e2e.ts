import type { Page } from '@playwright/test'
import { expect, test, type Reader } from './launch'
import { announcement, card, painted, pasteText, saved, violations } from './steps'

const TEXT = [
  'date 2025-02-03 Dr. Aydın met the ministers in Ankara. They agreed on a plan. The U.S. Senate was told.',
  'What was agreed',
  'A joint office opens in the spring. Both sides pay for it 👩‍👩‍👧 in equal parts. Nobody objected.'
].join('\n\n')

/** What the cursor is painted on. */
const cursor = async (window: Page): Promise<string> => ((await painted(window))['cursor'] ?? []).join('')

test('a whole briefing is annotated by keys alone, and heard at every step', async ({ launch }) => {
  const reader = await launch()
  await pasteText(reader, TEXT)
  await expect(reader.window.locator('article')).toContainText('3 February 2025')
  await markSentences(reader)
  await writeAndTag(reader)
  await changeMarks(reader)
  await mergeAndSplit(reader)
})

async function markSentences(reader: Reader): Promise<void> {
  const { window } = reader
  const said = announcement(window)
  await window.keyboard.press('ArrowRight')
  await expect(said).toHaveText('“Dr. Aydın met the ministers in Ankara.” ¶1, sentence 1 of 3.')
  expect(await violations(reader)).toEqual([])
  await window.keyboard.press('1')
  await expect(said).toHaveText('Highlighted in yellow: “Dr. Aydın met the ministers in Ankara.”')
  await window.keyboard.press('ArrowRight')
  await window.keyboard.press('u')
  await expect(said).toHaveText('Underlined in yellow: “They agreed on a plan.”')
  await window.keyboard.press('ArrowDown')
  await expect(said).toHaveText('“What was agreed” Heading §1.')
  await window.keyboard.press('s')
  await expect(said).toHaveText('Struck through in yellow: “What was agreed”')
  await window.keyboard.press('ArrowRight')
  await window.keyboard.press('Shift+ArrowRight')
  await expect(said).toContainText('👩‍👩‍👧 in equal parts.” §1 ¶1.')
  await window.keyboard.press('5')
  await expect(card(window, 'A joint office')).toHaveClass(/purple/u)
}

async function writeAndTag(reader: Reader): Promise<void> {
  const { window } = reader
  await window.keyboard.press('Home')
  await expect(announcement(window)).toContainText('Highlight in yellow.')
  await window.keyboard.press('ArrowRight')
  await window.keyboard.press('ArrowRight')
  expect(await cursor(window)).toBe('The U.S. Senate was told.')
  await window.keyboard.press('n')
  await expect(window.getByRole('textbox', { name: 'Note' })).toBeFocused()
  expect(await violations(reader)).toEqual([])
  await window.keyboard.press('Escape')
  await expect(card(window, 'The U.S. Senate')).toHaveCount(0)
  await expect.poll(() => cursor(window)).toBe('The U.S. Senate was told.')
  await window.keyboard.press('n')
  await window.keyboard.type('Who told it?')
  await window.keyboard.press('Control+Enter')
  await expect(card(window, 'The U.S. Senate')).toContainText('Who told it?')
  await window.keyboard.press('End')
  await expect(announcement(window)).toContainText('Nobody objected.')
  await window.keyboard.press('t')
  await expect(window.getByRole('combobox', { name: 'Add a tag' })).toBeFocused()
  await window.keyboard.type('silence')
  await window.keyboard.press('Enter')
  await expect(announcement(window)).toHaveText('Tagged silence.')
  expect(await violations(reader)).toEqual([])
  await window.keyboard.press('Escape')
  await saved(window)
  await expect(window.getByRole('complementary')).toMatchAriaSnapshot(`
    - list:
      - listitem:
        - 'button /Highlight, yellow: “Dr\\. Aydın met/'
      - listitem:
        - 'button /Underline, yellow: “They agreed/'
      - listitem:
        - 'button /Note, purple: “The U\\.S\\. Senate/'
        - paragraph: Who told it?
      - listitem:
        - 'button /Strike, yellow: “What was agreed/'
      - listitem:
        - 'button /Strike, purple: “A joint office/'
      - listitem:
        - 'button /Strike, purple: “Nobody objected\\.”\\. Tagged silence/'
  `)
}

async function changeMarks(reader: Reader): Promise<void> {
  const { window } = reader
  const said = announcement(window)
  await window.getByRole('region', { name: 'Briefing' }).focus()
  await window.keyboard.press('Home')
  await window.keyboard.press('Enter')
  await expect(said).toContainText('Highlight, yellow: “Dr. Aydın met')
  await window.keyboard.press('2')
  await expect(said).toHaveText('Now green.')
  for (let word = 0; word < 3; word += 1) await window.keyboard.press('Shift+Alt+ArrowLeft')
  await expect(said).toHaveText('Now “Dr. Aydın met the ministers”')
  expect(await violations(reader)).toEqual([])
  await window.keyboard.press('Control+z')
  await expect(said).toHaveText('Taken back: change of extent.')
  await window.keyboard.press('Control+Shift+z')
  await expect(said).toHaveText('Made again: change of extent.')
  await expect(card(window, 'Dr. Aydın met the ministers')).not.toContainText('Ankara')
  await window.keyboard.press('Delete')
  await expect(card(window, 'Dr. Aydın')).toHaveCount(0)
  await window.keyboard.press('Control+z')
  await expect(card(window, 'Dr. Aydın')).toHaveClass(/green/u)
}

async function mergeAndSplit(reader: Reader): Promise<void> {
  const { window } = reader
  const said = announcement(window)
  await window.keyboard.press('Escape')
  await window.keyboard.press('Home')
  await window.keyboard.press('Enter')
  await window.keyboard.press('m')
  await expect(said).toHaveText('2 marks are one now.')
  await expect(card(window, 'Dr. Aydın met the ministers in Ankara. They agreed on a plan.')).toHaveCount(1)
  await window.keyboard.press('ArrowRight')
  expect(await cursor(window)).toBe('They agreed on a plan.')
  await window.keyboard.press('x')
  await expect(said).toHaveText('The mark is two marks now.')
  await expect(card(window, 'Dr. Aydın met the ministers in Ankara.')).not.toContainText('They agreed')
  await expect(card(window, 'They agreed on a plan.')).toHaveClass(/green/u)
}

const SCRIPTS = {
  Japanese: {
    text: '大臣は東京で会った。「行こう。」と言った。\n\nその後、帰国した。',
    steps: ['大臣は東京で会った。', '「行こう。」と言った。', 'その後、帰国した。'],
    forward: 'ArrowRight'
  },
  Arabic: {
    text: 'التقى د. أحمد بالوزير في أنقرة. هل وافق الجانبان؟\n\nنعم، وافقا على الخطة.',
    steps: ['التقى د. أحمد بالوزير في أنقرة.', 'هل وافق الجانبان؟', 'نعم، وافقا على الخطة.'],
    forward: 'ArrowLeft'
  },
  Thai: {
    text: 'รัฐมนตรีพบกันที่กรุงเทพเมื่อวันจันทร์ ทั้งสองฝ่ายตกลงกันในแผนใหม่\n\nสำนักงานร่วมจะเปิดในปีหน้า',
    steps: ['รัฐมนตรีพบกันที่กรุงเทพเมื่อวันจันทร์', 'ทั้งสองฝ่ายตกลงกันในแผนใหม่', 'สำนักงานร่วมจะเปิดในปีหน้า'],
    forward: 'ArrowRight'
  }
} as const

for (const [language, { text, steps, forward }] of Object.entries(SCRIPTS)) {
  test(`the cursor goes through ${language} sentence by sentence`, async ({ launch }) => {
    const reader = await launch()
    const { window } = reader
    await pasteText(reader, text)
    await expect(window.locator('article')).toContainText(steps[2])
    for (const step of steps) {
      await window.keyboard.press(forward)
      await expect.poll(() => cursor(window)).toBe(step)
      await expect(announcement(window)).toContainText(step)
    }
    await window.keyboard.press('h')
    await expect(card(window, steps[2])).toHaveCount(1)
  })
}
