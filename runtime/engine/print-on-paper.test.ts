import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { printOnPaper } from './print-on-paper.mjs'

const opener = process.platform === 'darwin' ? 'open' : 'xdg-open'
const path = process.env['PATH']
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'desktop-'))
  const command = join(folder, opener)
  writeFileSync(command, `#!/bin/sh\nprintf %s "$1" > "${join(folder, 'opened')}"\n`)
  chmodSync(command, 0o755)
  process.env['PATH'] = folder
})
afterEach(() => {
  process.env['PATH'] = path
  rmSync(folder, { recursive: true, force: true })
})

async function printed(pages: string): Promise<string> {
  expect(await printOnPaper(new TextEncoder().encode(pages))).toBe('')
  return readFileSync(join(folder, 'opened'), 'utf8')
}

it('keeps the pages that were printed last and no others, and listens once for the end', async () => {
  const listeners = process.listenerCount('exit')
  const first = await printed('first')
  expect(readFileSync(first, 'utf8')).toBe('first')
  const second = await printed('second')
  expect(readFileSync(second, 'utf8')).toBe('second')
  expect(existsSync(first)).toBe(false)
  expect(process.listenerCount('exit')).toBe(listeners)
})
