import { file, FRIENDSHIP, SEED } from './files'
import { expect, test } from './launch'
import { selectWithMouse } from './page-geometry'
import { dropFiles, inLibrary, saved, violations } from './steps'

for (const theme of ['Light', 'Dark']) {
  test(`every screen can be used by everybody (${theme})`, async ({ launch }) => {
    const reader = await launch()
    const { window } = reader
    await expect(window.locator('article')).toContainText('Bringing briefings in')
    await window.getByRole('button', { name: 'Text and theme' }).click()
    await window.getByText(theme, { exact: true }).click()
    expect(await violations(reader)).toEqual([])
    await window.keyboard.press('Escape')
    await dropFiles(window, [SEED, file('energy.md'), file('not-text.txt')])
    await expect(window.getByRole('dialog')).toBeVisible()
    expect(await violations(reader)).toEqual([])
    await window.keyboard.press('Escape')
    await selectWithMouse(window, FRIENDSHIP)
    expect(await violations(reader)).toEqual([])
    await window.keyboard.press('n')
    await window.keyboard.type('A note.')
    expect(await violations(reader)).toEqual([])
    await window.keyboard.press('Control+Enter')
    await saved(window)
    for (const keys of ['Control+f', 'Control+g', 'Control+Shift+E', 'Shift+?']) {
      await window.keyboard.press(keys)
      expect(await violations(reader)).toEqual([])
      await window.keyboard.press('Escape')
    }
    await window.locator('li.card').getByRole('button', { name: 'History' }).click()
    await expect(window.getByRole('dialog', { name: 'History of this mark' })).toBeVisible()
    expect(await violations(reader)).toEqual([])
    await window.keyboard.press('Escape')
    await window.getByRole('button', { name: 'Backups' }).click()
    const backups = window.getByRole('dialog', { name: 'Backups' })
    await backups.getByRole('button', { name: 'Back up now' }).click()
    await expect(backups.getByRole('listitem')).toHaveCount(1, { timeout: 30_000 })
    expect(await violations(reader)).toEqual([])
    await window.keyboard.press('Escape')
    await inLibrary(window, 'Welcome').focus()
    await window.keyboard.press('Delete')
    await window.getByRole('button', { name: 'Trash', exact: true }).click()
    await expect(window.getByRole('dialog', { name: 'Trash' })).toBeVisible()
    expect(await violations(reader)).toEqual([])
    await window.keyboard.press('Escape')
    await window.getByRole('button', { name: 'Backups' }).click()
    await backups.getByRole('listitem').getByRole('button').click()
    await expect(backups.getByRole('button', { name: 'Restore', exact: true })).toBeVisible()
    expect(await violations(reader)).toEqual([])
    await window.keyboard.press('Escape')
    await window.keyboard.press('Escape')
    await inLibrary(window, 'Energy outlook').click()
    await window.getByRole('link', { name: 'the full report' }).click()
    expect(await violations(reader)).toEqual([])
  })
}
