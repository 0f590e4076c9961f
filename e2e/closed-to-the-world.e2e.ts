import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './launch'
import { dropFiles, inLibrary } from './steps'

test('nothing that a briefing holds reaches the network, and the page cannot either', async ({ launch }) => {
  const asked: string[] = []
  const server = createServer(({ url }, response) => {
    asked.push(url ?? '')
    response.end('x')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const address = `http://127.0.0.1:${port}`
  try {
    const { app, window: page, home } = await launch()
    const path = join(home.folder, 'spy.md')
    await writeFile(
      path,
      [
        '# A spying briefing',
        `![pixel](${address}/picture.png)`,
        `<img src="${address}/html.png"><iframe src="${address}/frame"></iframe>`,
        `<link rel="stylesheet" href="${address}/style.css"><style>@import "${address}/import.css"</style>`,
        `<p style="background: url(${address}/background.png)">Words.</p><script src="${address}/s.js"></script>`
      ].join('\n\n')
    )
    await dropFiles(page, [path])
    await expect(inLibrary(page, 'A spying briefing')).toBeVisible()
    await expect(page.locator('article')).toContainText('Words.')
    const tried = await page.evaluate(async (target) => {
      const fetched = await fetch(`${target}/fetch`).then(
        () => 'answered',
        () => 'refused'
      )
      window.open(`${target}/open`)
      const image = new Image()
      image.src = `${target}/image.png`
      location.href = `${target}/navigate`
      await new Promise((resolve) => setTimeout(resolve, 500))
      return {
        fetched,
        node: typeof Reflect.get(window, 'require'),
        process: typeof Reflect.get(window, 'process')
      }
    }, address)
    expect(tried).toEqual({ fetched: 'refused', node: 'undefined', process: 'undefined' })
    await expect(page.locator('article')).toContainText('Words.')
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
    expect(asked).toEqual([])
  } finally {
    server.close()
  }
})
