import { FRIENDSHIP, SEED } from './files'
import { expect, test } from './launch'
import { selectWithMouse } from './page-geometry'
import { card, importByDialog, inLibrary, painted, saved } from './steps'

test('a mark that shows as saved survives kill -9 of the program', async ({ launch }) => {
  const reader = await launch()
  const { window, main } = reader
  await importByDialog(reader, [SEED])
  await selectWithMouse(window, FRIENDSHIP)
  await window.keyboard.press('n')
  await window.keyboard.type('Not lost.')
  await window.keyboard.press('Control+Enter')
  await saved(window)
  const ended = new Promise((resolve) => main.once('exit', resolve))
  main.kill('SIGKILL')
  await ended

  const again = await launch({ home: reader.home })
  await inLibrary(again.window, 'On the eve').click()
  await expect(card(again.window, FRIENDSHIP)).toContainText('Not lost.')
  await expect.poll(() => painted(again.window)).toMatchObject({ 'mark-yellow-0': [FRIENDSHIP] })
})
