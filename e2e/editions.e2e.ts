import AxeBuilder from '@axe-core/playwright'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test, type Reader } from './launch'
import { selectWithMouse } from './page-geometry'
import { card, choose, dropFiles, inLibrary, painted } from './steps'

const FRONT = [
  '---',
  'title: Grain talks',
  'date: 2024-01-16',
  'source_url: https://example.org/talks',
  '---',
  ''
]
const FILLER = Array.from(
  { length: 6 },
  (_, at) => `Paragraph ${at + 1} of the annex lists the ships, the harbours and the days on which they left.`
)
const FIRST = [
  '# Ankara',
  'The ministers met in Ankara on Monday to speak about grain and about the price of transport.',
  'A joint office opens in the spring, and both sides pay for it.',
  'Observers were not admitted to the last session of the talks.',
  '| City | Day |\n| --- | --- |\n| Ankara | 12 |\n| Oslo | 14 |',
  '# Annex',
  ...FILLER
]
const SECOND = FIRST.map((line) =>
  line
    .replace('on Monday', 'on Tuesday')
    .replace('opens in the spring', 'opens in the early autumn')
    .replace(
      'Observers were not admitted to the last session of the talks.',
      'A declaration was read at the end.'
    )
    .replace('| 14 |', '| 15 |')
)

const text = (lines: readonly string[]): string => [...FRONT, lines.join('\n\n')].join('\n')

async function versions({ home }: Reader): Promise<readonly [string, string]> {
  const paths = [join(home.folder, 'talks.md'), join(home.folder, 'talks-corrected.md')] as const
  await writeFile(paths[0], text(FIRST))
  await writeFile(paths[1], text(SECOND))
  return paths
}

async function mark(window: Page, words: string): Promise<void> {
  await selectWithMouse(window, words)
  await window.keyboard.press('2')
  await expect(card(window, words)).toBeVisible()
}

async function violations(window: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page: window }).setLegacyMode(true).analyze()
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}

test('a corrected version is reviewed mark by mark, and the old one stays readable', async ({ launch }) => {
  const reader = await launch()
  const { window } = reader
  const [first, second] = await versions(reader)
  await dropFiles(window, [first])
  await expect(window.locator('article')).toContainText('on Monday')
  for (const words of ['price of transport', 'in the spring, and both', 'Observers were not admitted'])
    await mark(window, words)
  await dropFiles(window, [second])
  await expect(window.getByText('Marks: 0 exact, 1 moved, 1 changed, 1 without their words.')).toBeVisible()
  await expect(inLibrary(window, 'Grain talks')).toHaveCount(1)

  await window.getByRole('log').getByRole('button', { name: 'Review 3 marks' }).click()
  const review = window.getByRole('region', { name: 'Review of carried marks' })
  await expect(review).toContainText('1 of 3')
  await expect.poll(async () => (await painted(window))['flash']).toEqual(['price of transport'])
  await window.keyboard.press('a')
  await expect(review).toContainText('2 of 3')
  await expect(review.getByRole('insertion')).toContainText('early autumn')
  expect(await violations(window)).toEqual([])
  await window.keyboard.press('Enter')
  await expect(review).toContainText('Words gone')
  await window.keyboard.press('r')
  await selectWithMouse(window, 'A declaration was read')
  await window.keyboard.press('Enter')
  await expect(window.getByText('3 marks are looked at.')).toBeVisible()
  await expect(card(window, 'A declaration was read')).toBeVisible()

  await window.keyboard.press('Control+z')
  await expect(window.locator('li.card', { hasText: 'no longer stand' })).toBeVisible()
  await window.keyboard.press('v')
  await expect(review).toContainText('1 of 1')
  await window.keyboard.press('o')
  await expect(review).toBeHidden()

  await window.getByRole('combobox', { name: 'Edition that is shown' }).selectOption('1')
  await expect(window.locator('article')).toContainText('on Monday')
  await expect(window.getByText('Edition 1 of 2: not the newest')).toBeVisible()
  await expect(card(window, 'Observers were not admitted')).toBeVisible()
  expect(await violations(window)).toEqual([])
  await window.locator('.scroller').focus()
  await window.keyboard.press('Alt+ArrowLeft')
  await expect(window.locator('article')).toContainText('on Tuesday')
})

for (const theme of ['Light', 'Dark']) {
  test(`two editions are compared like tracked changes (${theme})`, async ({ launch }) => {
    const reader = await launch()
    const { app, window } = reader
    const [first, second] = await versions(reader)
    await window.getByRole('button', { name: 'Text and theme' }).click()
    await window.getByText(theme, { exact: true }).click()
    await window.keyboard.press('Escape')
    await dropFiles(window, [first])
    await mark(window, 'in the spring, and both')
    await choose(app, { open: [second] })
    await window.getByRole('button', { name: 'New edition of this briefing…' }).click()
    await expect(window.locator('article')).toContainText('on Tuesday')
    await window.getByRole('button', { name: 'Compare', exact: true }).click()
    const comparison = window.locator('section.comparison')
    await expect(comparison).toContainText('5 changes')
    await expect(comparison.locator('del', { hasText: 'Monday' })).toBeVisible()
    await expect(comparison.locator('td ins', { hasText: '15' })).toBeVisible()
    await expect(comparison.getByRole('button', { name: '6 unchanged paragraphs' })).toBeVisible()
    await window.keyboard.press('.')
    await window.keyboard.press('.')
    await expect(comparison).toContainText('2 of 5')
    expect(await violations(window)).toEqual([])
    await comparison.getByRole('button', { name: /^Mark: / }).click()
    await expect(comparison).toBeHidden()
    await expect(card(window, 'in the early autumn')).toBeVisible()
    await window.keyboard.press('Control+z')
    await expect(window.locator('article')).toContainText('on Monday')
  })
}
