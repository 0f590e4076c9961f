import AxeBuilder from '@axe-core/playwright'
import type { ElectronApplication, Locator, Page } from '@playwright/test'
import { expect, type Reader } from './launch'

/** What a person would choose in the system's dialogs, which no test can click. */
export async function choose(
  app: ElectronApplication,
  { open = [], save = '' }: { readonly open?: readonly string[]; readonly save?: string }
): Promise<void> {
  await app.evaluate(
    ({ dialog }, { paths, target }) => {
      dialog.showOpenDialog = async () => ({ canceled: paths.length === 0, filePaths: paths })
      dialog.showSaveDialog = async () => ({ canceled: target === '', filePath: target })
    },
    { paths: [...open], target: save }
  )
}

/** Import files by the button and the system's dialog. */
export async function importByDialog({ app, window }: Reader, paths: readonly string[]): Promise<void> {
  await choose(app, { open: paths })
  await window.getByRole('button', { name: 'Import', exact: true }).click()
}

/** Drop files on the window, as the system's file manager does: not before the window shows that it takes them. */
export async function dropFiles(window: Page, paths: readonly string[]): Promise<void> {
  const session = await window.context().newCDPSession(window)
  const data = { items: [], files: [...paths], dragOperationsMask: 1 }
  const drag = (type: 'dragEnter' | 'dragOver' | 'drop') =>
    session.send('Input.dispatchDragEvent', { type, x: 500, y: 400, data })
  await drag('dragEnter')
  await expect(async () => {
    await drag('dragOver')
    await expect(window.getByText('Drop to import')).toBeVisible({ timeout: 200 })
  }).toPass({ timeout: 15_000 })
  await drag('dragOver')
  await drag('drop')
  await session.detach()
}

/** Paste a text as a new briefing, as Ctrl+V does with the system's clipboard. */
export async function pasteText({ app, window }: Reader, text: string): Promise<void> {
  await expect(window.locator('article')).not.toBeEmpty()
  await app.evaluate(({ clipboard }, pasted) => clipboard.writeText(pasted), text)
  await window.evaluate((pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
  }, text)
}

/** What a screen reader is told now, in the window or in the dialog that lies over it. */
export function announcement(heard: Page | Locator): Locator {
  return heard.getByTestId('announcer')
}

/** Every rule of WCAG 2.2 that a machine can check, and axe's own best practices. */
export async function violations({ window }: Reader): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page: window }).setLegacyMode(true).analyze()
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`))
}

/** The briefing in the library whose title has these words. */
export function inLibrary(window: Page, title: string): Locator {
  return window.locator('.library-item', { hasText: title })
}

/** The card of the mark on these words. */
export function card(window: Page, words: string): Locator {
  return window.locator('li.card', { hasText: words })
}

/** Wait until the program says that the last change is on disk. */
export async function saved(window: Page): Promise<void> {
  await expect(window.locator('.save-mark')).toHaveText('Saved')
}

/** What is highlighted on the page: the words of each painted range, by the name of its highlight. */
export function painted(window: Page): Promise<Record<string, string[]>> {
  return window.evaluate(() => {
    const found: Record<string, string[]> = {}
    for (const [name, highlight] of CSS.highlights) {
      const words = [...highlight].map((range) => {
        const live = document.createRange()
        live.setStart(range.startContainer, range.startOffset)
        live.setEnd(range.endContainer, range.endOffset)
        const content = live.cloneContents()
        // What is there for the screen reader only is no text of the briefing.
        for (const outside of content.querySelectorAll('[data-outside]')) outside.remove()
        return content.textContent
      })
      if (words.length > 0) found[name] = words
    }
    return found
  })
}

/** Export the open briefing to a path by the button and the dialogs. */
export async function exportPdf({ app, window }: Reader, path: string): Promise<void> {
  await choose(app, { save: path })
  await window.getByRole('button', { name: 'Export PDF' }).click()
  await window.getByRole('button', { name: 'Save PDF…' }).click()
  await expect(window.getByText(/^PDF saved/u)).toBeVisible({ timeout: 60_000 })
}
