import { join } from 'node:path'
import { readFile } from 'node:fs/promises'
import { readBack } from '../test/printing/read-back'
import { FRIENDSHIP, SEED } from './files'
import { expect, test } from './launch'
import { selectWithMouse } from './page-geometry'
import { runProgram } from './run-program'
import { announcement, dropFiles, inLibrary, violations } from './steps'

const PRIVATE = 'Their minister told us this in confidence – “not for the file”.'

test('a briefing and a paragraph are marked by keys alone, and a private note stays at home', async ({
  launch
}) => {
  const reader = await launch()
  const { window, home } = reader
  await dropFiles(window, [SEED])
  await inLibrary(window, 'On the eve').click()
  await selectWithMouse(window, FRIENDSHIP)
  await window.keyboard.press('Control+Shift+H')
  const dialog = window.getByRole('dialog', { name: 'Handling' })
  await expect(dialog).toContainText('no protection')
  await expect(dialog.locator('.handling-quote')).toContainText(FRIENDSHIP)
  // The focus begins on what the paragraph is marked with now: nothing.
  for (let step = 0; step < 5; step += 1) await window.keyboard.press('Tab')
  await window.keyboard.press('Enter')
  await expect(announcement(dialog)).toHaveText('Marked SECRET.')
  expect(await violations(reader)).toEqual([])
  await dialog.getByRole('textbox', { name: 'This briefing: other words' }).fill('Embassy only')
  await window.keyboard.press('Tab')
  await expect(announcement(dialog)).toHaveText('Marked Embassy only.')
  await window.keyboard.press('Escape')
  await expect(window.getByRole('button', { name: 'Handling: SECRET / Embassy only. Change…' })).toBeVisible()
  await expect(window.locator('.paragraph-marking')).toHaveAttribute('data-marking', 'SECRET')

  const [{ id } = { id: '' }] = JSON.parse(
    (await runProgram(['list', '--query', 'eve', '--json'], { home })).stdout
  ) as {
    id: string
  }[]
  const quote = ['--quote', FRIENDSHIP, '--note', PRIVATE, '--tag', 'private']
  expect((await runProgram(['annotate', id, ...quote], { home })).stderr).toBe('')
  const exported = async (name: string, ...options: string[]): Promise<Uint8Array> => {
    const path = join(home.folder, name)
    const ran = await runProgram(['export', id, '--pdf', path, ...options], { home })
    expect(ran.stderr).toMatch(/mark/u)
    expect(ran.code).toBe(0)
    return new Uint8Array(await readFile(path))
  }
  const team = await readBack(await exported('team.pdf', '--profile', 'Team', '--attach'))
  const pages = (await team.poppler('pdftotext', '-layout')).split('\f').slice(0, -1)
  expect(pages.length).toBeGreaterThan(0)
  for (const page of pages) expect(page.match(/Embassy only/gu)?.length).toBeGreaterThanOrEqual(2)
  expect(pages.join('')).toMatch(/\(SECRET\)/u)
  expect(pages.join('')).not.toContain('in confidence')
  expect(await team.poppler('pdfdetach', '-list')).toContain('annotations.jsonld')
  expect(await team.complaints()).toBe('')
  const archive = await readBack(await exported('archive.pdf', '--profile', 'Archive'))
  expect(await archive.poppler('pdftotext')).toContain('in confidence')
  await Promise.all([team.close(), archive.close()])
})
