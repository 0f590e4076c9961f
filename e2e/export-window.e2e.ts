import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readBack } from '../test/printing/read-back'
import { file, FRIENDSHIP, SEED } from './files'
import { expect, test, type Reader } from './launch'
import { selectWithMouse } from './page-geometry'
import { choose, dropFiles, importByDialog, inLibrary, saved, violations } from './steps'

const exporting = ({ window }: Reader) => window.getByRole('dialog', { name: 'Export and print' })
const facts = (reader: Reader) => exporting(reader).locator('.preview-state')

async function openExport(reader: Reader): Promise<void> {
  await reader.window.keyboard.press('Control+Shift+E')
  await expect(facts(reader)).toHaveText(/^\d+ pages?/u, { timeout: 60_000 })
}

async function shownPages(reader: Reader): Promise<number> {
  return Number(/^\d+/u.exec((await facts(reader).textContent()) ?? '')?.[0])
}

test('a pack is composed, seen as it will print, and saved as it was seen', async ({ launch }) => {
  const reader = await launch()
  const { app, window, home } = reader
  await dropFiles(window, [SEED, file('energy.md')])
  await inLibrary(window, 'On the eve').click()
  await selectWithMouse(window, FRIENDSHIP)
  await window.keyboard.press('1')
  await saved(window)
  await openExport(reader)
  const alone = await shownPages(reader)
  await exporting(reader).getByRole('button', { name: 'Add briefings' }).click()
  await window.keyboard.type('energy')
  await window.keyboard.press('Enter')
  await expect(facts(reader)).toHaveText(/^\d+ pages/u, { timeout: 60_000 })
  await exporting(reader).locator('.pack-main', { hasText: 'Energy outlook' }).focus()
  await window.keyboard.press('Alt+ArrowUp')
  await expect(exporting(reader).locator('.pack-title').first()).toHaveText(/Energy outlook/u)
  await expect(facts(reader)).toHaveText(/^\d+ pages/u, { timeout: 60_000 })
  const pages = await shownPages(reader)
  expect(pages).toBeGreaterThan(alone)
  await expect(exporting(reader).locator('.preview-page')).toHaveCount(pages)
  await expect(exporting(reader).locator('.preview-page canvas').first()).toBeVisible()

  const path = join(home.folder, 'pack.pdf')
  await writeFile(path, 'an older file')
  await choose(app, { save: path })
  await exporting(reader).getByRole('button', { name: 'Save PDF…' }).click()
  await expect(window.getByText(/^PDF saved/u)).toBeVisible()
  const pdf = await readBack(new Uint8Array(await readFile(path)))
  expect(pdf.pdf.getPageCount()).toBe(pages)
  expect(await pdf.complaints()).toBe('')
  const text = (await pdf.poppler('pdftotext')).replace(/\s+/gu, ' ')
  expect(text.indexOf('Energy outlook')).toBeLessThan(text.indexOf('On the eve'))
  await pdf.close()
})

test('the pages go to the printer of the system as they were seen', async ({ launch }) => {
  const reader = await launch()
  const { app, window } = reader
  await importByDialog(reader, [SEED])
  await expect(window.locator('article')).toContainText('Türkiye and Japan')
  // What no test can click: the system's own dialog.
  await app.evaluate(({ app: program }) => {
    program.on('web-contents-created', (_event, contents) => {
      contents.print = (options, done) => {
        Reflect.set(globalThis, 'printedInTest', { options, title: contents.getTitle() })
        done?.(true, '')
      }
    })
  })
  await window.keyboard.press('Control+p')
  await expect(facts(reader)).toHaveText(/^\d+ pages?/u, { timeout: 60_000 })
  await window.keyboard.press('Enter')
  await expect(window.getByText('The pages are on their way to the printer.')).toBeVisible({
    timeout: 60_000
  })
  expect(await app.evaluate(() => Reflect.get(globalThis, 'printedInTest'))).toMatchObject({
    options: { pageSize: expect.stringMatching(/^(?:A4|Letter)$/u), printBackground: true, color: true }
  })
})

test('nothing is written when saving is called off or cannot be, and the window says why', async ({
  launch
}) => {
  const reader = await launch()
  const { app, window, home } = reader
  await importByDialog(reader, [SEED])
  await expect(window.locator('article')).toContainText('Türkiye and Japan')
  await openExport(reader)
  const save = exporting(reader).getByRole('button', { name: 'Save PDF…' })
  await choose(app, { save: '' })
  await save.click()
  await expect(save).toBeEnabled()
  await expect(exporting(reader).getByRole('alert')).toBeEmpty()

  const folder = join(home.folder, 'a-file')
  await writeFile(folder, '')
  await choose(app, { save: join(folder, 'out.pdf') })
  await save.click()
  await expect(exporting(reader).getByRole('alert')).toContainText('out.pdf')
  await expect(facts(reader)).toHaveText(/^\d+ pages/u)

  const path = join(home.folder, 'friendship.pdf')
  await choose(app, { save: path })
  await exporting(reader).getByRole('combobox', { name: 'Paper' }).selectOption('Letter')
  await save.click()
  await expect(window.getByText(/^PDF saved/u)).toBeVisible({ timeout: 60_000 })
  const pdf = await readBack(new Uint8Array(await readFile(path)))
  expect(await pdf.poppler('pdfinfo')).toContain('letter')
  await pdf.close()
})

for (const theme of ['light', 'dark']) {
  test(`the window of the export can be used by everybody (${theme})`, async ({ launch }) => {
    const reader = await launch()
    const { window } = reader
    await window.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme)
    await dropFiles(window, [SEED, file('energy.md')])
    // What comes in is opened once it is there.
    await expect(window.locator('article')).toContainText('Türkiye and Japan')
    await inLibrary(window, 'Welcome').click()
    await expect(window.locator('article')).toContainText('Bringing briefings in')
    await openExport(reader)
    await exporting(reader).getByRole('button', { name: 'Add briefings' }).click()
    for (const words of ['energy', 'eve']) {
      await window.keyboard.type(words)
      await window.keyboard.press('Enter')
    }
    await expect(exporting(reader).locator('.pack-row')).toHaveCount(3)
    await expect(facts(reader)).toHaveText(/^\d+ pages/u, { timeout: 60_000 })
    expect(await violations(reader)).toEqual([])
    for (const aside of ['What leaves…', 'Edit profiles…', 'Choose highlights…']) {
      await exporting(reader).getByRole('button', { name: aside }).click()
      await expect(exporting(reader).getByRole('button', { name: 'Back' })).toBeVisible()
      expect(await violations(reader)).toEqual([])
      await window.keyboard.press('Escape')
    }
  })
}
