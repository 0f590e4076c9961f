import { FRIENDSHIP, SEED } from './files'
import { expect, test, type Home, type LaunchOptions, type Reader } from './launch'
import { selectWithMouse } from './page-geometry'
import { card, importByDialog, inLibrary, saved } from './steps'

async function writeHalfANote(reader: Reader): Promise<void> {
  await importByDialog(reader, [SEED])
  await selectWithMouse(reader.window, FRIENDSHIP)
  await reader.window.keyboard.press('n')
  await reader.window.keyboard.type('Half a sen')
}

async function expectNote(launch: (options: LaunchOptions) => Promise<Reader>, home: Home): Promise<void> {
  const { window } = await launch({ home })
  await inLibrary(window, 'On the eve').click()
  await expect(card(window, FRIENDSHIP)).toContainText('Half a sen')
}

test('a note that is being written when the window is closed is kept', async ({ launch }) => {
  const reader = await launch()
  await writeHalfANote(reader)
  await reader.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await reader.app.waitForEvent('close')
  await expectNote(launch, reader.home)
})

test('a note is kept at every pause, and writing goes on where it was', async ({ launch }) => {
  const reader = await launch()
  await writeHalfANote(reader)
  await saved(reader.window)
  await reader.window.keyboard.type('tence')
  await expect(reader.window.locator('textarea')).toHaveValue('Half a sentence')
  const ended = new Promise((resolve) => reader.main.once('exit', resolve))
  reader.main.kill('SIGKILL')
  await ended
  await expectNote(launch, reader.home)
})
