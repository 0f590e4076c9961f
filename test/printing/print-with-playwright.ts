import { chromium } from 'playwright'
import type { Browser } from 'playwright'
import { INDEX_NAME, PRINT_POLICY } from '../../src/main/pdf/print-page'
import type { PrintPage } from '../../src/main/pdf/print-page'
import { findChromium } from '../../runtime/chromium/find.mjs'

const ORIGIN = 'https://document.print.invalid'

/** A printing engine for tests: the same Chromium, driven by Playwright, with the same rules for the page. */
export interface TestEngine {
  readonly printPage: PrintPage
  /** What the page asked for and did not get. */
  readonly refused: readonly string[]
  close(): Promise<void>
}

/** Start the engine; a file that is not given is refused, and scripts do not run. */
export async function startTestEngine(): Promise<TestEngine> {
  const browser = await launch()
  const refused: string[] = []
  return {
    refused,
    async printPage(files, { isDraft = false } = {}) {
      const context = await browser.newContext({ javaScriptEnabled: false })
      try {
        const page = await context.newPage()
        await page.route('**/*', async (route) => {
          const url = route.request().url()
          const file = url.startsWith(`${ORIGIN}/`) ? files[url.slice(ORIGIN.length + 1)] : undefined
          if (file === undefined) {
            refused.push(url)
            await route.fulfill({ status: 404 })
            return
          }
          const headers = { 'Content-Type': file.type, 'Content-Security-Policy': PRINT_POLICY }
          await route.fulfill({ headers, body: Buffer.from(file.bytes) })
        })
        await page.goto(`${ORIGIN}/${INDEX_NAME}`)
        return await page.pdf({
          ...{ tagged: !isDraft, outline: !isDraft },
          ...{ preferCSSPageSize: true, printBackground: true }
        })
      } finally {
        await context.close()
      }
    },
    close: () => browser.close()
  }
}

function launch(): Promise<Browser> {
  const executablePath = findChromium()
  const isRoot = process.getuid?.() === 0
  return chromium.launch({
    ...(executablePath === null ? {} : { executablePath }),
    args: isRoot ? ['--no-sandbox'] : []
  })
}
