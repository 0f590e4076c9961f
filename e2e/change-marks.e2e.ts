import { FRIENDSHIP, SEED } from './files'
import { expect, test, type Reader } from './launch'
import { clickWords, placeOf, selectWithMouse } from './page-geometry'
import { card, dropFiles, inLibrary, painted, saved } from './steps'

const LONGER = 'friendship between the two nations, a bond that has historical roots'

test('marks are selected, drawn out, cut and taken back by mouse', async ({ launch }) => {
  const reader = await launch()
  await dropFiles(reader.window, [SEED])
  await inLibrary(reader.window, 'On the eve').click()
  await cycle(reader)
  await dragAnEnd(reader)
  await splitWhereClicked(reader)
  await takeBackAfterReopening(reader)
})

test('the pen marks what is selected, and clicks select words and paragraphs', async ({ launch }) => {
  const { window } = await launch()
  await dropFiles(window, [SEED])
  await inLibrary(window, 'On the eve').click()
  const selection = (): Promise<string | undefined> => window.evaluate(() => getSelection()?.toString())
  const { from } = await placeOf(window, 'friendship between')
  await window.mouse.dblclick(from.x + 12, from.y)
  await expect.poll(selection).toBe('friendship')
  await expect(window.getByRole('toolbar', { name: 'Mark the selection' })).toBeVisible()
  await window.mouse.click(from.x + 12, from.y, { clickCount: 3 })
  await expect.poll(selection).toMatch(/^Fidan, in his address.*profound gratitude for\.\s*$/su)
  await window.keyboard.press('p')
  await selectWithMouse(window, 'iendship between the tw')
  await expect(card(window, 'friendship between the two')).toHaveClass(/yellow/u)
  await expect(window.getByRole('toolbar', { name: 'Mark the selection' })).toHaveCount(0)
  await window.getByRole('button', { name: 'Undo' }).click()
  await expect(card(window, 'friendship between the two')).toHaveCount(0)
})

async function cycle({ window }: Reader): Promise<void> {
  await selectWithMouse(window, FRIENDSHIP)
  await window.keyboard.press('2')
  await expect(card(window, FRIENDSHIP)).toHaveCount(1)
  await selectWithMouse(window, LONGER)
  await window.keyboard.press('4')
  await expect(card(window, LONGER)).toHaveClass(/selected/u)
  await expect(window.getByRole('toolbar', { name: 'Mark the selection' })).toHaveCount(0)
  await window.keyboard.press('Escape')
  await expect(card(window, LONGER)).not.toHaveClass(/selected/u)
  await clickWords(window, 'friendship between')
  await expect(card(window, FRIENDSHIP)).toHaveClass(/selected/u)
  await clickWords(window, 'friendship between')
  await expect(card(window, LONGER)).toHaveClass(/selected/u)
  await clickWords(window, 'friendship between')
  await expect(card(window, FRIENDSHIP)).toHaveClass(/selected/u)
}

async function dragAnEnd({ window }: Reader): Promise<void> {
  const { to } = await placeOf(window, 'two nations, a bond')
  const handle = await window.locator('.mark-handle.end').boundingBox()
  if (handle === null) throw new Error('no handle')
  await window.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2)
  await window.mouse.down()
  await window.mouse.move(to.x - 20, to.y, { steps: 5 })
  await window.mouse.move(to.x - 3, to.y, { steps: 3 })
  await window.mouse.up()
  await expect(card(window, `${FRIENDSHIP}, a bond`)).toHaveClass(/green/u)
  await saved(window)
  await window.keyboard.press('Control+z')
  await expect(card(window, `${FRIENDSHIP}, a bond`)).toHaveCount(0)
  await expect(card(window, FRIENDSHIP)).toHaveClass(/green/u)
}

async function splitWhereClicked({ window }: Reader): Promise<void> {
  await window.keyboard.press('Escape')
  await clickWords(window, 'bond that has')
  await expect(card(window, LONGER)).toHaveClass(/selected/u)
  await window.keyboard.press('x')
  await expect
    .poll(async () => Object.values(await painted(window)).flat())
    .toEqual(
      expect.arrayContaining(['friendship between the two nations, a', 'bond that has historical roots'])
    )
}

async function takeBackAfterReopening({ window }: Reader): Promise<void> {
  await inLibrary(window, 'Welcome').click()
  await expect(window.locator('article')).toContainText('Bringing briefings in')
  await inLibrary(window, 'On the eve').click()
  await expect(card(window, 'bond that has historical roots')).toHaveCount(1)
  await window.keyboard.press('Control+z')
  await expect(card(window, LONGER)).toHaveCount(1)
  await inLibrary(window, 'Welcome').click()
  await expect(window.locator('article')).toContainText('Bringing briefings in')
  await window.keyboard.press('Control+Shift+z')
  await expect(window.locator('article')).toContainText('deep-rooted')
  await expect(card(window, LONGER)).toHaveCount(0)
  await expect(card(window, 'bond that has historical roots')).toHaveCount(1)
}
