import { file, SEED } from './files'
import { expect, test } from './launch'
import { runProgram } from './run-program'
import { card, importByDialog, inLibrary, saved } from './steps'

test('what was deleted comes back, from the trash and from a backup', async ({ launch }) => {
  const reader = await launch()
  const { window } = reader
  await importByDialog(reader, [SEED])
  await expect(window.getByRole('article')).toBeVisible()
  await window.keyboard.press('j')
  await window.keyboard.press('1')
  await expect(window.locator('li.card')).toHaveCount(1)
  await saved(window)

  await window.getByRole('button', { name: 'Backups' }).click()
  const backups = window.getByRole('dialog', { name: 'Backups' })
  await backups.getByRole('button', { name: 'Back up now' }).click()
  await expect(backups.getByText('Last backup:')).toBeVisible({ timeout: 30_000 })
  await expect(backups.getByRole('listitem')).toHaveCount(1)
  await window.keyboard.press('Escape')

  const seed = inLibrary(window, 'On the eve')
  const title = (await seed.locator('.library-title').textContent()) ?? ''
  await seed.focus()
  await window.keyboard.press('Delete')
  await expect(window.getByText(`“${title}” is in the trash, with its marks.`)).toBeVisible()
  await expect(window.getByRole('article')).toHaveCount(0)
  await window.getByRole('button', { name: 'Trash', exact: true }).click()
  const trash = window.getByRole('dialog', { name: 'Trash' })
  await expect(trash.getByText(title)).toBeVisible()
  await trash.getByRole('button', { name: 'Empty the trash…' }).click()
  await trash.getByRole('button', { name: 'Delete for good' }).click()
  await expect(trash.getByText('Nothing is in the trash.')).toBeVisible({ timeout: 30_000 })
  await window.keyboard.press('Escape')
  await expect(seed).toHaveCount(0)

  await window.getByRole('button', { name: 'Backups' }).click()
  await expect(backups.getByRole('listitem')).toHaveCount(2)
  await backups.getByRole('listitem').last().getByRole('button').click()
  await expect(backups.getByText('Briefing comes back')).toBeVisible({ timeout: 30_000 })
  await backups.getByRole('button', { name: 'Restore', exact: true }).click()
  await expect(backups.getByText('Restored.')).toBeVisible({ timeout: 30_000 })
  await window.keyboard.press('Escape')
  await seed.click()
  await expect(window.locator('li.card')).toHaveCount(1)
})

test('a mark that another device makes shows while the window is open', async ({ launch, newHome }) => {
  const reader = await launch()
  const { window, home } = reader
  await importByDialog(reader, [file('energy.md')])
  await expect(window.getByRole('article')).toBeVisible()

  const other = { ...(await newHome()), library: home.library }
  const list = await runProgram(['list', '--query', 'energy'], { home: other })
  const [briefing = ''] = list.stdout.split(' ')
  const text = (await runProgram(['show', briefing, '--format', 'text'], { home: other })).stdout
  const quote = text.split('\n').find((line) => line.length > 40) ?? ''
  const note = ['--note', 'from elsewhere']
  expect(await runProgram(['annotate', briefing, '--quote', quote, ...note], { home: other })).toMatchObject({
    code: 0
  })
  await expect(card(window, 'from elsewhere')).toBeVisible()
  await expect(inLibrary(window, 'energy')).toContainText('1 mark')
})
