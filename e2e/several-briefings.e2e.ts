import { file, FRIENDSHIP, SEED } from './files'
import { expect, test, type Reader } from './launch'
import { clickWords, selectWithMouse } from './page-geometry'
import { card, dropFiles, inLibrary, painted, saved } from './steps'

const OVERLAPPING = 'friendship between the two nations, a bond that has historical roots'
const ACROSS = 'alliance.Shared Commitments to Global PeaceAmidst the convoluted'

test('a person drops several files, finds her way and marks with many colours', async ({ launch }) => {
  const reader = await launch()
  const { window } = reader
  await dropFiles(window, [SEED, file('energy.md'), file('tokyo.txt'), file('not-text.txt')])
  await readReport(reader)
  await inLibrary(window, 'On the eve').click()
  await markOverlapping(reader)
  await deleteAndTakeBack(reader)
  await find(reader)
  await inLibrary(window, 'Energy outlook').click()
  await readMarkdown(reader)
  await askBeforeLink(reader)
})

test('the same bytes again are recognised, and the title is hers to change', async ({ launch }) => {
  const { window } = await launch()
  await dropFiles(window, [SEED])
  await expect(inLibrary(window, 'On the eve')).toHaveCount(1)
  await window.getByRole('button', { name: 'Edit the title' }).click()
  await window.keyboard.type('Ankara, a century on')
  await window.keyboard.press('Enter')
  await expect(inLibrary(window, 'Ankara, a century on')).toHaveCount(1)
  await dropFiles(window, [SEED])
  await expect(window.getByText('is in the library already')).toBeVisible()
  await expect(inLibrary(window, 'Ankara, a century on')).toHaveCount(1)
})

async function readReport({ window }: Reader): Promise<void> {
  const report = window.getByRole('dialog')
  await expect(report).toContainText('does not hold text, so nothing was imported')
  await expect(report).toContainText('Energy outlook for the Black Sea')
  await report.getByRole('button', { name: 'Close' }).last().click()
  await expect(inLibrary(window, '東京')).toHaveCount(1)
}

async function markOverlapping({ window }: Reader): Promise<void> {
  await selectWithMouse(window, FRIENDSHIP)
  await window.keyboard.press('2')
  await selectWithMouse(window, OVERLAPPING)
  await window.keyboard.press('4')
  await selectWithMouse(window, ACROSS)
  await window.keyboard.press('h')
  await expect(card(window, 'Amidst the convoluted')).toBeVisible()
  await expect
    .poll(() => painted(window))
    .toMatchObject({ 'mark-green-0': [FRIENDSHIP], 'mark-pink-1': [OVERLAPPING], 'mark-pink-0': [ACROSS] })
  await saved(window)
}

async function deleteAndTakeBack({ window }: Reader): Promise<void> {
  await clickWords(window, 'Shared Commitments')
  await window.keyboard.press('Delete')
  await expect(card(window, 'Amidst the convoluted')).toHaveCount(0)
  await window.keyboard.press('Control+z')
  await expect(card(window, 'Amidst the convoluted')).toBeVisible()
}

async function find({ window }: Reader): Promise<void> {
  await window.keyboard.press('Control+f')
  await window.keyboard.type('turkiye')
  const bar = window.getByRole('search').filter({ has: window.locator('.find-count') })
  await expect(bar).toContainText('3 of 4')
  await window.keyboard.press('F3')
  await expect(bar).toContainText('4 of 4')
  await window.keyboard.press('Escape')
  await window.keyboard.press('Control+g')
  await window.keyboard.type('3.1')
  await window.keyboard.press('Enter')
  await expect(window.getByText('Amidst the convoluted').first()).toBeInViewport()
}

async function readMarkdown({ window }: Reader): Promise<void> {
  const article = window.locator('article')
  await expect(article.getByRole('cell', { name: '53.6' })).toBeVisible()
  const picture = article.getByRole('img', { name: 'The basin and its pipelines' })
  await expect
    .poll(() => picture.evaluate((img) => img instanceof HTMLImageElement && img.naturalWidth))
    .toBe(64)
  await expect(article).toContainText('https://example.org/tracker.png')
  await expect(article.locator('[onclick], script')).toHaveCount(0)
  await expect(article.getByRole('region', { name: 'Footnotes' })).toContainText('built after the first')
}

async function askBeforeLink({ app, window }: Reader): Promise<void> {
  await app.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    shell.openExternal = async (address) => void opened.push(address)
  })
  await window.getByRole('link', { name: 'usual address' }).click()
  const question = window.getByRole('dialog')
  await expect(question).toContainText('xn--exmple-cua.org')
  await question.getByRole('button', { name: 'Cancel' }).click()
  await window.getByRole('link', { name: 'the full report' }).click()
  await question.getByRole('button', { name: 'Open link' }).click()
  await expect
    .poll(() => app.evaluate((): unknown => Reflect.get(globalThis, 'opened')))
    .toEqual(['https://example.org/report'])
}
