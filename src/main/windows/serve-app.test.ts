import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Session } from 'electron'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { serveApp } from './serve-app'

vi.mock('electron', () => ({ protocol: {} }))

const BRIEFING = '72a8b29b-897b-801f-92e5-218b1526625f'
const PICTURE = `${'a'.repeat(64)}.png`

let folder: string
let ask: (url: string, method?: string) => Promise<Response>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'serve-app-'))
  await mkdir(join(folder, 'page', 'assets'), { recursive: true })
  await writeFile(join(folder, 'secret.txt'), 'secret')
  await writeFile(join(folder, 'page', 'index.html'), '<p>')
  await writeFile(join(folder, 'page', 'assets', 'index-1a.js'), 'x')
  let serve: (request: { url: string; method: string }) => Promise<Response> = () =>
    Promise.reject(new Error())
  const session = { protocol: { handle: (_scheme: string, handler: typeof serve) => void (serve = handler) } }
  const asset = async (briefing: string, name: string): Promise<Uint8Array | null> =>
    briefing === BRIEFING && name === PICTURE ? Uint8Array.of(1, 2) : null
  // The border to Electron: only what `serveApp` uses is there.
  serveApp(session as unknown as Session, join(folder, 'page'), { asset })
  ask = (url, method = 'GET') => serve({ url, method })
})
afterAll(() => rm(folder, { recursive: true }))

it('serves the built page with its type and its policy', async () => {
  const page = await ask('app://reader/index.html')
  expect(await page.text()).toBe('<p>')
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(page.headers.get('content-security-policy')).not.toMatch(
    /unsafe-eval|script-src[^;]*unsafe-inline|\*/u
  )
  expect((await ask('app://reader/assets/index-1a.js')).status).toBe(200)
})

it('serves the pictures of briefings', async () => {
  const picture = await ask(`app://reader/asset/${BRIEFING}/${PICTURE}`)
  expect([picture.headers.get('content-type'), (await picture.bytes()).length]).toEqual(['image/png', 2])
})

it.each([
  'app://reader/../secret.txt',
  'app://reader/..%2fsecret.txt',
  'app://reader/assets/..%2f..%2fsecret.txt',
  'app://reader/assets/../../secret.txt',
  'app://reader/secret.txt',
  'app://reader/',
  'app://other/index.html',
  `app://reader/asset/${BRIEFING}/${'b'.repeat(64)}.png`,
  `app://reader/asset/${BRIEFING}/..%2f..%2fmarks.json`,
  `app://reader/asset/${BRIEFING}/${PICTURE}.svg`
])('finds nothing at %s', async (url) => {
  expect((await ask(url)).status).toBe(404)
})

it('answers nothing but GET', async () => {
  expect((await ask('app://reader/index.html', 'POST')).status).toBe(404)
})
