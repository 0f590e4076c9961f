import { file, SEED } from './files'
import { expect, test } from './launch'
import { dropFiles, inLibrary } from './steps'

test('the next start finds the theme, the title and the place where reading stopped', async ({ launch }) => {
  const first = await launch()
  const { window } = first
  await dropFiles(window, [SEED, file('energy.md')])
  await inLibrary(window, 'On the eve').click()
  await window.getByRole('button', { name: 'Text and theme' }).click()
  await window.getByText('Dark', { exact: true }).click()
  await window.getByRole('button', { name: 'Larger text' }).click()
  await window.keyboard.press('Escape')
  await window.getByRole('button', { name: 'Edit the title' }).click()
  await window.keyboard.type('Ankara, a century on')
  await window.keyboard.press('Enter')
  await expect(inLibrary(window, 'Ankara, a century on')).toBeVisible()
  const heading = window.getByRole('heading', { name: 'Shared Commitments to Global Peace' })
  await window.mouse.move(600, 400)
  await window.mouse.wheel(0, 900)
  await expect(heading).toBeInViewport()
  // Closed at once: the place is written on the way out.
  await first.app.close()

  const again = await launch({ home: first.home })
  await inLibrary(again.window, 'Ankara, a century on').click()
  await expect(
    again.window.getByRole('heading', { name: 'Shared Commitments to Global Peace' })
  ).toBeInViewport()
  await expect(again.window.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(again.window.locator('html')).toHaveCSS('--text-scale', '1.1')
  expect(await again.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark')
})
