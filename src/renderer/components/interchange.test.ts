import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { ANKARA, openWindow, type OpenWindow } from '../testing/open-window'

let open: OpenWindow
beforeEach(async () => {
  open = await openWindow({ tree: ANKARA, marks: [{ quote: 'published', note: 'Where?' }] })
})
afterEach(() => open.close())

const cards = () => page.getByRole('complementary').getByRole('listitem')

function passage(exact: string, note: string): object {
  const selector = { type: 'TextQuoteSelector', exact }
  return { type: 'Annotation', bodyValue: note, target: { source: `urn:uuid:${open.briefing}`, selector } }
}

function dropAnnotations(items: readonly unknown[]): void {
  const dataTransfer = new DataTransfer()
  dataTransfer.items.add(new File([JSON.stringify(items)], 'marks.jsonld'))
  for (const type of ['dragenter', 'dragover', 'drop']) {
    document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
  }
}

async function importDropped(items: readonly unknown[]): Promise<void> {
  dropAnnotations(items)
  await page.getByRole('button', { name: 'Import annotations', exact: true }).click()
}

describe('annotations that are dropped on an open briefing', () => {
  it('are offered, placed and told of, and one undo takes all of them back', async () => {
    await importDropped([
      passage('joint office', 'Who pays?'),
      passage('met in Ankara', ''),
      passage('nobody said this', ''),
      { type: 'Annotation', target: 9 }
    ])
    const report = page.getByRole('dialog', { name: 'Imported annotations' })
    await expect.element(report.getByText('3 marks taken over')).toBeVisible()
    await expect.element(report.getByText('“nobody said this” do not occur')).toBeVisible()
    await expect.element(report.getByText('its target is 9')).toBeVisible()
    await expect.element(report.getByRole('button', { name: 'Close' }).last()).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => cards().elements()).toHaveLength(4)
    await userEvent.keyboard('{Control>}z{/Control}')
    await expect.poll(() => cards().elements()).toHaveLength(1)
    expect(await open.api.listAnnotations({ briefing: open.briefing })).toHaveLength(1)
    await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}')
    await expect.poll(() => cards().elements()).toHaveLength(4)
  })

  it('are left alone when the person says no', async () => {
    dropAnnotations([passage('joint office', '')])
    await page.getByRole('button', { name: 'Cancel' }).click()
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
    expect(await open.api.listAnnotations({ briefing: open.briefing })).toHaveLength(1)
  })
})

describe('the annotations of a briefing', () => {
  it('are exported in the format that is chosen', async () => {
    await page.getByRole('button', { name: 'Annotations in and out' }).click()
    await page.getByText('Table (CSV)').click()
    await page.getByRole('button', { name: 'Export…' }).click()
    await expect.element(page.getByText('1 annotation exported.')).toBeVisible()
    const [written] = open.host.written
    expect(written?.target.path).toMatch(/Ankara talks\.csv$/u)
    expect(new TextDecoder().decode(written?.bytes)).toContain('published,Where?')
  })

  it('are copied as Markdown from the menu', async () => {
    open.tell('command', 'copy-annotations')
    await expect.poll(() => open.host.copied.join()).toContain('> published\n\n')
  })
})
