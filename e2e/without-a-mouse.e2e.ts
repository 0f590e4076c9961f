import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, type Reader } from './launch'
import { card, choose, pasteText, saved } from './steps'

const TEXT = [
  'date 2025-02-03 The ministers met in Ankara and agreed on a plan for the coming year.',
  'What was agreed',
  'A joint office opens in the spring, and both sides pay for it in equal parts.'
].join('\n\n')

test('a person pastes, marks, notes, changes and exports by keys alone', async ({ launch }) => {
  const reader = await launch()
  await pasteText(reader, TEXT)
  await expect(reader.window.locator('article')).toContainText('3 February 2025')
  await markParagraphs(reader)
  await walkAndChange(reader)
  await exportByKeys(reader)
})

async function markParagraphs({ window }: Reader): Promise<void> {
  await window.keyboard.press('j')
  await window.keyboard.press('3')
  await expect(card(window, 'The ministers met')).toHaveClass(/blue/u)
  await window.keyboard.press('Escape')
  for (const key of ['j', 'j', 'n']) await window.keyboard.press(key)
  await window.keyboard.type('Who pays if one side leaves?')
  await window.keyboard.press('Escape')
  await expect(card(window, 'A joint office')).toContainText('Who pays')
  await saved(window)
}

async function walkAndChange({ window }: Reader): Promise<void> {
  await window.keyboard.press('Escape')
  await window.keyboard.press('Alt+ArrowDown')
  await expect(card(window, 'The ministers met')).toHaveClass(/selected/u)
  await window.keyboard.press('6')
  await expect(card(window, 'The ministers met')).toHaveClass(/orange/u)
  await window.keyboard.press(']')
  await expect(card(window, 'A joint office')).toHaveClass(/selected/u)
  await window.keyboard.press('Delete')
  await expect(card(window, 'A joint office')).toHaveCount(0)
  await window.keyboard.press('Control+z')
  await expect(card(window, 'A joint office')).toContainText('Who pays')
}

async function exportByKeys({ app, window, home }: Reader): Promise<void> {
  const path = join(home.folder, 'pasted.pdf')
  await choose(app, { save: path })
  await window.keyboard.press('Control+Shift+E')
  await expect(window.getByRole('dialog')).toBeVisible()
  await window.keyboard.press('Enter')
  await expect(window.getByText(/^PDF saved/u)).toBeVisible({ timeout: 60_000 })
  expect((await readFile(path)).subarray(0, 5).toString()).toBe('%PDF-')
}
