import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { ANKARA, openWindow, type OpenWindow } from '../testing/open-window'

let open: OpenWindow
beforeEach(async () => {
  open = await openWindow({ tree: ANKARA, marks: [{ quote: 'A joint office opens', note: 'When?' }] })
})
afterEach(() => open.close())

const dialog = () => page.getByRole('dialog', { name: 'Backups' })
const show = async (): Promise<void> => page.getByRole('button', { name: 'Backups' }).click()

describe('the backups', () => {
  it('say when the last was made, and make one', async () => {
    await show()
    await expect.element(dialog().getByText('No backup has been made yet.')).toBeVisible()
    await dialog().getByRole('button', { name: 'Back up now' }).click()
    await expect.element(dialog().getByText('Last backup: 16 January 2024')).toBeVisible()
    await expect.element(dialog().getByRole('listitem')).toHaveTextContent('1 briefing, 1 mark')
  })

  it('are restored with two clicks, and not with one', async () => {
    await open.api.makeBackup()
    open.host.backups.plan = {
      briefings: [{ id: 'x', title: 'Oslo talks' }],
      added: [{ briefing: 'x', id: 'y', quote: 'A joint office' }],
      changed: [{ briefing: 'x', id: 'z', quote: 'A joint office' }],
      titles: [],
      markings: [],
      left: [{ briefing: 'x', quote: 'both sides pay' }],
      damaged: ['briefings/x/original.txt']
    }
    await show()
    await dialog().getByRole('button', { name: 'Restore the backup of' }).click()
    await expect.element(dialog().getByText('Oslo talks')).toBeVisible()
    await expect.element(dialog().getByText('1 file in this backup cannot be read')).toBeVisible()
    await expect.element(dialog().getByText('import that edition again first')).toBeVisible()
    expect(open.host.backups.restored).toEqual([])
    await dialog().getByRole('button', { name: 'Restore', exact: true }).click()
    await expect.element(page.getByText('Restored.').first()).toBeVisible()
    expect(open.host.backups.restored).toEqual(['/backups/1.zip'])
  })

  it('that hold nothing else have nothing to restore', async () => {
    await open.api.makeBackup()
    await show()
    await dialog().getByRole('button', { name: 'Restore the backup of' }).click()
    await expect.element(dialog().getByText('nothing to restore')).toBeVisible()
    await expect
      .element(dialog().getByRole('button', { name: 'Restore', exact: true }))
      .not.toBeInTheDocument()
  })

  it('that cannot be made say why, and nothing is deleted for good without one', async () => {
    open.fail('makeBackup', { code: 'backup-failed', path: '/backups' })
    await show()
    await dialog().getByRole('button', { name: 'Back up now' }).click()
    await expect.element(page.getByText('could not be written').first()).toBeVisible()
    await expect.element(dialog().getByRole('button', { name: 'Back up now' })).toBeEnabled()
  })

  it('check the library and say that it is sound', async () => {
    await show()
    await dialog().getByRole('button', { name: 'Check and repair' }).click()
    await expect.element(dialog().getByText('The library is sound: 1 briefing, 1 mark')).toBeVisible()
  })
})
