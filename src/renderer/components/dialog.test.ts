import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { ANKARA, openWindow, type OpenWindow } from '../testing/open-window'

let open: OpenWindow
beforeEach(async () => {
  open = await openWindow({ tree: ANKARA })
})
afterEach(() => open.close())

const opener = () => page.getByRole('button', { name: 'Trash', exact: true })
const dialog = () => page.getByRole('dialog', { name: 'Trash' })

describe('a dialog gives the focus back to what opened it', () => {
  const closings: Readonly<Record<string, () => Promise<void>>> = {
    'by Esc': () => userEvent.keyboard('{Escape}'),
    'by its cross': () => dialog().getByRole('button', { name: 'Close' }).first().click(),
    'by a click beside it': () => dialog().click({ position: { x: -20, y: -20 } })
  }
  for (const [how, close] of Object.entries(closings)) {
    it(`when it is closed ${how}`, async () => {
      await opener().click()
      await expect.element(dialog()).toBeVisible()
      await close()
      await expect.element(dialog()).not.toBeInTheDocument()
      await expect.poll(() => document.activeElement).toBe(opener().element())
    })
  }
})
