import { chromium } from 'playwright'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findChromium } from '../runtime/chromium/find.mjs'
import { PROJECT_ROOT } from './setup/project-root.mjs'

/** Sizes in pixels: the packager makes Windows' and macOS' icons from the largest, Linux takes the others as they are. */
const SIZES = /** @type {const} */ ({
  'icon.png': 1024,
  'icon-512.png': 512,
  'icon-256.png': 256,
  'icon-64.png': 64
})

/** Draw resources/icon.svg in every size; run it by hand after the drawing has changed. */
const svg = readFileSync(join(PROJECT_ROOT, 'resources', 'icon.svg'), 'utf8')
const executablePath = findChromium()
if (executablePath === null) throw new Error('drawing the icon takes an installed Chromium')
const browser = await chromium.launch({
  executablePath,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : []
})
for (const [name, size] of Object.entries(SIZES)) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`
  )
  writeFileSync(join(PROJECT_ROOT, 'resources', name), await page.screenshot({ omitBackground: true }))
  await page.close()
}
await browser.close()
