import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { file, SEED } from './files'
import { expect, test, type Reader } from './launch'
import { runProgram } from './run-program'
import { dropFiles, inLibrary } from './steps'

/** What the program put on the clipboard. */
function copied({ app }: Reader): Promise<string> {
  return app.evaluate(({ clipboard }) => clipboard.readText())
}

/** Select words of the article as a double click and a drag would. */
async function selectWords({ window }: Reader, words: string): Promise<void> {
  await window.evaluate((wanted) => {
    const walker = document.createTreeWalker(
      document.querySelector('article') ?? document,
      NodeFilter.SHOW_TEXT
    )
    while (walker.nextNode() !== null) {
      const node = walker.currentNode
      const at = node.nodeValue?.indexOf(wanted) ?? -1
      if (at !== -1) return getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length)
    }
  }, words)
}

/** The paragraph of those words, and not what is said of it. */
function passage(window: Page): Locator {
  return window.locator('article p', { hasText: 'deep-rooted friendship' })
}

test('a passage is cited, and found again from a link by this and by a second start', async ({ launch }) => {
  const reader = await launch()
  const { window, home } = reader
  await dropFiles(window, [SEED, file('energy.md')])
  await inLibrary(window, 'On the eve').click()
  await window.keyboard.press('#')
  await expect(window.locator('.paragraph-number').first()).toBeVisible()
  const checked = await new AxeBuilder({ page: window }).setLegacyMode(true).include('article').analyze()
  expect(checked.violations.map(({ id }) => id)).toEqual([])
  await selectWords(reader, 'deep-rooted friendship')
  await window.keyboard.press('c')
  await expect(window.getByRole('log', { name: 'Notices' })).toContainText('Copied with its source:')
  await expect
    .poll(() => copied(reader))
    .toMatch(/^“deep-rooted friendship” \(.+ ¶\d+\) briefing-reader:\/\//u)
  const whole = await copied(reader)
  const link = /briefing-reader:\S+/u.exec(whole)?.[0] ?? ''

  // Pasted into Go to, as it was copied.
  await inLibrary(window, 'energy').click()
  await window.keyboard.press('Control+g')
  await window.getByRole('dialog').getByRole('textbox').fill(whole)
  await window.keyboard.press('Enter')
  await expect(passage(window)).toBeInViewport()

  // By another start, which hands it over and ends.
  await inLibrary(window, 'energy').click()
  await expect(passage(window)).toHaveCount(0)
  const again = await runProgram([link], { home })
  expect(again).toMatchObject({ code: 0, stderr: '' })
  await expect(passage(window)).toBeInViewport()
  await reader.app.close()

  // By the first argument of a start.
  const restarted = await launch({ home, args: [link] })
  await expect(passage(restarted.window)).toBeInViewport()
  await expect(restarted.window.locator('.paragraph-number').first()).toBeVisible()
})

test('a link that leads nowhere says so in one sentence', async ({ launch }) => {
  const { window } = await launch({ args: ['briefing-reader://briefing/nothing?at=3.2'] })
  await expect(window.getByRole('log', { name: 'Notices' })).toContainText('is not in your library')
})
