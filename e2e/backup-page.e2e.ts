import { chromium, type Page } from '@playwright/test'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as v from 'valibot'
import yauzl from 'yauzl'
import { findChromium } from '../runtime/chromium/find.mjs'
import { ImportDocument } from '../src/core/documents/documents'
import { SEED } from './files'
import { expect, test, type Home } from './launch'
import { runProgram } from './run-program'

const HOSTILE = '</script><img src=x onerror="document.title=1"><b>Bold</b>'
const ARABIC = 'تقرير عن الطاقة في المنطقة'

test('a backup is read in any browser, without the program and without a network', async ({ newHome }) => {
  const home = await newHome()
  const seed = await imported(home, SEED)
  const hostile = await imported(home, await written(home, HOSTILE, 'A hostile text about pipelines.'))
  await imported(home, await written(home, ARABIC, 'نص قصير عن الطاقة.'))
  await annotate(home, seed, 'deep-rooted friendship', 'Check with the desk.\n\n<img src=x onerror="x()">')
  await annotate(home, hostile, 'pipelines', 'Şu satır: Çanakkale')
  const zip = join(home.folder, 'backup.zip')
  expect(await runProgram(['backup', '--to', zip], { home })).toMatchObject({ code: 0 })
  const unpacked = join(home.folder, 'unpacked')
  await unzip(zip, unpacked)

  await inBrowser(async (page) => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    const faults: string[] = []
    page.on('pageerror', ({ message }) => faults.push(message))
    const index = pathToFileURL(join(unpacked, 'index.html')).href
    await page.goto(index)
    await expect(page.getByRole('status')).toHaveText('3 briefings')
    await expect(page.getByText(HOSTILE, { exact: true })).toBeVisible()
    await expect(page.getByText(ARABIC)).toHaveCSS('direction', 'rtl')
    await page.getByText(HOSTILE, { exact: true }).click()
    await expect(page.locator('blockquote', { hasText: 'pipelines' })).toBeVisible()

    await page.getByRole('searchbox').fill('CANAKKALE pipel')
    await expect(page.getByRole('status')).toHaveText('1 briefing')
    await page.getByRole('searchbox').fill('desk')
    await page.locator('summary:visible').click()
    const mark = page.locator('article:visible')
    await expect(mark.locator('blockquote')).toHaveText('deep-rooted friendship')
    await expect(mark.locator('pre')).toContainText('<img src=x onerror="x()">')
    await expect(page.locator('img')).toHaveCount(0)
    expect(faults).toEqual([])
    expect(asked).toEqual([index])

    await page.locator('a:visible').click()
    await expect(page.locator('body')).toContainText('deep-rooted friendship')
  })
})

async function written({ folder }: Home, title: string, text: string): Promise<string> {
  const path = join(folder, `${text.length}.md`)
  await writeFile(path, `---\ntitle: ${JSON.stringify(title)}\n---\n\n${text}\n`)
  return path
}

async function imported(home: Home, path: string): Promise<string> {
  const { stdout, stderr } = await runProgram(['import', '--json', path], { home })
  const [first] = v.parse(ImportDocument, JSON.parse(stdout)).imported
  if (first === undefined) throw new Error(stderr)
  return first.id
}

async function annotate(home: Home, id: string, quote: string, note: string): Promise<void> {
  const args = ['annotate', id, '--quote', quote, '--note', note, '--color', 'green']
  expect(await runProgram(args, { home })).toMatchObject({ code: 0 })
}

/** Unpack a zip as anybody's tool does. */
async function unzip(path: string, folder: string): Promise<void> {
  const zip = await yauzl.openPromise(path)
  for await (const entry of zip.eachEntry()) {
    const pieces: Buffer[] = []
    for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(Buffer.from(piece))
    const target = join(folder, entry.fileName)
    await mkdir(join(target, '..'), { recursive: true })
    await writeFile(target, Buffer.concat(pieces))
  }
}

/** A browser that has nothing of ours, with whatever Chromium is on this machine. */
async function inBrowser(look: (page: Page) => Promise<void>): Promise<void> {
  const executablePath = findChromium()
  const browser = await chromium.launch({
    ...(executablePath === null ? {} : { executablePath }),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : []
  })
  try {
    await look(await browser.newPage())
  } finally {
    await browser.close()
  }
}
