import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { problemOf } from '#core/problem/reader-error'
import { canonicalText } from '#core/text/canonical-text'
import type { Importer } from '#core/service/ports'
import { createWorkerClient, type WorkerClient } from '../worker/worker-client'
import { createImporter } from './create-importer'
import { buildWorker, startBuiltWorker } from './fixtures/built-worker'

let folder = ''
let worker: WorkerClient
let importer: Importer

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-worker-'))
  const startWorker = startBuiltWorker(await buildWorker(folder))
  worker = createWorkerClient({ startWorker, idleMs: 60_000 })
  importer = createImporter({ worker })
})
afterAll(async () => {
  worker.close()
  await rm(folder, { recursive: true })
})

async function put(name: string, content: string | Uint8Array): Promise<{ kind: 'file'; path: string }> {
  await writeFile(join(folder, name), content)
  return { kind: 'file', path: join(folder, name) }
}

const problemIn = (reading: Promise<unknown>): Promise<unknown> => reading.then(() => null, problemOf)

describe('an importer with the worker as the program builds it', () => {
  it('gets whole documents and pictures from the other process', async () => {
    const picture =
      'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
    const file = await importer.read(await put('a.md', `---\ntitle: T\n---\nwords ![x](${picture})`))
    expect(file.document).toMatchObject({ title: 'T', words: 1 })
    expect(file.assets.map(({ bytes }) => bytes instanceof Uint8Array && bytes.length)).toEqual([70])
  })

  it('reads old encodings there, and finds the language', async () => {
    const turkish = 'Dışişleri bakanı, iki ülkenin işbirliğini güçlendireceğini söyledi.'
    const file = await importer.read(await put('tr.txt', iconv.encode(turkish, 'win1254')))
    expect(file.document).toMatchObject({ encoding: 'windows-1254', language: 'tr' })
    expect(canonicalText(file.document.tree)).toBe(turkish)
  })

  it('hears of the problem that the worker met', async () => {
    const source = await put('binary.txt', 'a\0b\0\0c')
    expect(await problemIn(importer.read(source))).toEqual({ code: 'file-binary', path: source.path })
  })

  it('refuses 50 MB in one line with the limit, and reads the next file', async () => {
    const source = await put('line.txt', 'word '.repeat(10_000_000))
    await expect(importer.read(source)).rejects.toThrow('2,000,000 characters')
    expect((await importer.read(await put('next.txt', 'words'))).document.words).toBe(1)
  })

  it('survives a file that takes all the memory of the worker', async () => {
    const source = await put('lines.txt', 'a\n\n'.repeat(4_000_000))
    expect(await problemIn(importer.read(source))).toMatchObject({ code: 'import-out-of-memory' })
    expect((await importer.read(await put('next.txt', 'words'))).document.words).toBe(1)
  })

  it('ends a job when whoever asked for it no longer wants it, and does the next one', async () => {
    const ending = new AbortController()
    const bytes = new TextEncoder().encode('word '.repeat(300_000))
    const input = { shown: 'a.txt', name: 'a.txt', folder: null, bytes }
    const reading = worker.run('readBriefing', input, { timeoutMs: 60_000, signal: ending.signal })
    ending.abort()
    await expect(reading).rejects.toMatchObject({ reason: 'cancelled' })
    expect((await importer.read(await put('after.txt', 'words'))).document.words).toBe(1)
  })

  it('stops a file that takes too long, and reads the next one', async () => {
    const hurried = createImporter({ worker, timeoutMs: 400 })
    // Repeated footnote definitions take the parser quadratic time.
    const source = await put('notes.md', `${'[^1]: a\n\n'.repeat(20_000)}x[^1]`)
    expect(await problemIn(hurried.read(source))).toMatchObject({
      code: 'import-took-too-long',
      limitSeconds: 1
    })
    expect((await importer.read(await put('next.txt', 'words'))).document.words).toBe(1)
  })
})
