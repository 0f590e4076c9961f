import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { outlineOf } from '../test/printing/outline-of'
import { readBack } from '../test/printing/read-back'
import { FRIENDSHIP, SEED } from './files'
import { expect, test, type Reader } from './launch'
import { selectWithMouse } from './page-geometry'
import { card, exportPdf, importByDialog, inLibrary, painted, saved } from './steps'

const TITLE = 'On the eve of the 100th anniversary of diplomatic ties between Türkiye and Japan'
const NOTE = 'Check with the desk: since when?'

test('a person brings in a briefing, marks it, comes back to it and hands it on', async ({ launch }) => {
  const reader = await launch()
  await bringIn(reader)
  await markWithNote(reader)
  await reader.app.close()

  const again = await launch({ home: reader.home })
  await inLibrary(again.window, TITLE).click()
  await expect(card(again.window, FRIENDSHIP)).toContainText(NOTE)
  await expect.poll(() => painted(again.window)).toMatchObject({ 'mark-green-0': [FRIENDSHIP] })

  const path = join(again.home.folder, 'friendship.pdf')
  await exportPdf(again, path)
  await checkPdf(path)
})

async function bringIn(reader: Reader): Promise<void> {
  const { window } = reader
  await importByDialog(reader, [SEED])
  const article = window.locator('article')
  await expect(article.getByRole('heading', { level: 1 })).toContainText(TITLE)
  await expect(article).toContainText('16 January 2024')
  await expect(article).not.toContainText('date 2024-01-16')
  await expect(article.getByRole('heading', { level: 2 })).toHaveText([
    'Historical Ties and Strategic Partnership',
    'Centennial Celebration and Future Collaborations',
    'Shared Commitments to Global Peace'
  ])
}

async function markWithNote({ window }: Reader): Promise<void> {
  await selectWithMouse(window, FRIENDSHIP)
  const popup = window.getByRole('toolbar', { name: 'Mark the selection' })
  await popup.getByRole('button', { name: 'Mark in green' }).click()
  await expect(card(window, FRIENDSHIP)).toContainText('§1 ¶1')
  await window.keyboard.press('n')
  await window.keyboard.type(NOTE)
  await window.keyboard.press('Control+Enter')
  await expect(card(window, FRIENDSHIP)).toContainText(NOTE)
  await saved(window)
}

async function checkPdf(path: string): Promise<void> {
  const pdf = await readBack(new Uint8Array(await readFile(path)))
  try {
    const text = (await pdf.poppler('pdftotext')).replace(/\s+/gu, ' ')
    expect(text).toContain('16 January 2024')
    expect(text).toContain(NOTE)
    expect(text).toContain('Page 1 of 2')
    expect(await pdf.poppler('pdfinfo')).toMatch(
      /Tagged: +yes[^]*Page size: +59\d\.\d* x 84\d\.\d* pts \(A4\)/u
    )
    expect(await pdf.complaints()).toBe('')
    expect(outlineOf(pdf.pdf).map(([, title]) => title)).toContain('Shared Commitments to Global Peace')
    const highlights = pdf.annotations.filter(({ subtype }) => subtype === 'Highlight')
    expect(highlights).toHaveLength(1)
    for (const highlight of highlights) {
      expect(highlight.contents).toBe(NOTE)
      expect(await pdf.textUnder(highlight)).toBe(FRIENDSHIP.replaceAll(' ', ''))
    }
  } finally {
    await pdf.close()
  }
}
