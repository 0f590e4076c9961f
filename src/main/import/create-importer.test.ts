import { execFileSync } from 'node:child_process'
import { createServer, type Server } from 'node:net'
import { chmod, mkdtemp, open, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canonicalText } from '#core/text/canonical-text'
import type { ImportedFile } from '#core/import/imported-file'
import { problemOf } from '#core/problem/reader-error'
import { WorkerFailure } from '../worker/worker-client'
import { createImporter } from './create-importer'
import { importerInProcess } from './fixtures/in-process-importer'
import { NODE_DISK } from './import-disk'

const importer = importerInProcess()
let folder = ''
const at = (...names: readonly string[]): string => join(folder, ...names)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'importer-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function put(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(at(name), content)
  return at(name)
}

const readFile = (path: string): Promise<ImportedFile> => importer.read({ kind: 'file', path })
const problemIn = (reading: Promise<unknown>): Promise<unknown> => reading.then(() => null, problemOf)

describe('reading a file', () => {
  it('keeps its bytes, their checksum and its extension', async () => {
    const content = 'date 2024-01-16 Ministers met in Ankara today, and spoke.\r\n'
    const file = await readFile(await put('briefing.TXT', content))
    expect(Buffer.from(file.bytes).toString()).toBe(content)
    expect(file).toMatchObject({
      source: at('briefing.TXT'),
      sha256: createHash('sha256').update(content).digest('hex'),
      extension: 'txt',
      assets: [],
      document: { title: 'Ministers met in Ankara today', date: '2024-01-16', encoding: 'utf-8' }
    })
  })

  it('reads a file of several megabytes whole', async () => {
    const content = 'A sentence that is repeated.\n\n'.repeat(40_000)
    const file = await readFile(await put('long.txt', content))
    expect(file.bytes.length).toBe(content.length)
    expect(canonicalText(file.document.tree).length).toBe(content.length - 40_000 - 1)
  })

  it('reads a text whatever its name is, and Markdown by its marks where the name says nothing', async () => {
    expect((await readFile(await put('notes.log', 'plain words'))).extension).toBe('log')
    const file = await readFile(await put('README', '# Title\n\ntext'))
    expect([file.extension, file.document.title]).toEqual(['md', 'Title'])
  })

  it('follows a link to a file', async () => {
    await symlink(await put('target.txt', 'words'), at('link.txt'))
    expect(canonicalText((await readFile(at('link.txt'))).document.tree)).toBe('words')
  })
})

describe('a file that cannot be imported', () => {
  const files: Record<string, { content: string | Uint8Array; code: string }> = {
    'empty.txt': { content: '', code: 'file-empty' },
    'blank.md': { content: ' \n\u00a0\n', code: 'file-without-text' },
    'front.md': { content: '---\ntitle: T\n---\n', code: 'file-without-text' },
    'binary.txt': {
      content: Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919) % 256),
      code: 'file-binary'
    },
    'report.pdf': { content: '%PDF-1.7', code: 'format-unsupported' },
    'renamed.txt': { content: '%PDF-1.7\n1 0 obj', code: 'file-binary' },
    'deep.md': { content: `${'> '.repeat(400)}x`, code: 'nesting-too-deep' },
    'deeper.md': { content: `${'>'.repeat(2000)}x`, code: 'nesting-too-deep' },
    'line.txt': { content: 'word '.repeat(10_000_000), code: 'paragraph-too-long' },
    'lines.txt': { content: 'word\n'.repeat(450_000), code: 'paragraph-too-long' }
  }
  for (const [name, { content, code }] of Object.entries(files)) {
    it(`${name} is refused: ${code}`, async () => {
      const problem = await problemIn(readFile(await put(name, content)))
      expect(problem).toMatchObject({ code, path: at(name) })
    })
  }

  it('says the limit where there is one', async () => {
    const paragraph = readFile(await put('one.txt', 'x'.repeat(2_000_001)))
    await expect(paragraph).rejects.toThrow('2,000,000 characters')
    await writeFile(at('huge.txt'), '')
    await truncate(at('huge.txt'), 100_000_001)
    await expect(readFile(at('huge.txt'))).rejects.toThrow('100 MB')
  })

  it('does not read a byte of a file over 100 MB', async () => {
    await writeFile(at('sparse.txt'), '')
    await truncate(at('sparse.txt'), 3_000_000_000)
    const unread = importerInProcess({ disk: { ...NODE_DISK, open: (path) => brokenFile(path) } })
    const reading = unread.read({ kind: 'file', path: at('sparse.txt') })
    expect(await problemIn(reading)).toMatchObject({ code: 'file-too-large' })
  })

  it('is missing, a folder, a device or a pipe that nobody writes to', async () => {
    execFileSync('mkfifo', [at('pipe.txt')])
    expect(await problemIn(readFile(at('none.txt')))).toEqual({ code: 'file-missing', path: at('none.txt') })
    for (const path of [at('pipe.txt'), folder, '/dev/zero']) {
      expect(await problemIn(readFile(path))).toEqual({ code: 'file-not-regular', path })
    }
  })

  it('is a socket', async () => {
    const server = await listening(at('socket.txt'))
    expect(await problemIn(readFile(at('socket.txt')))).toMatchObject({ code: 'file-not-regular' })
    await new Promise((closed) => server.close(closed))
  })

  it('may not be opened by this person', async () => {
    const path = await put('locked.txt', 'words')
    await chmod(folder, 0o755)
    await chmod(path, 0)
    const reading = asNobody(() => problemIn(readFile(path)))
    expect(await reading).toEqual({ code: 'file-unreadable', path })
  })

  it('is refused by its disk, or fails while it is read', async () => {
    const path = await put('failing.txt', 'words')
    const refused = importerInProcess({
      disk: { ...NODE_DISK, open: () => Promise.reject(failure('EACCES')) }
    })
    expect(await problemIn(refused.read({ kind: 'file', path }))).toEqual({ code: 'file-unreadable', path })
    const broken = importerInProcess({ disk: { ...NODE_DISK, open: () => brokenFile(path) } })
    expect(await problemIn(broken.read({ kind: 'file', path }))).toEqual({ code: 'file-unreadable', path })
  })

  it('is being written while it is read', async () => {
    const path = await put('growing.txt', 'words')
    const growing = importerInProcess({ disk: { ...NODE_DISK, open: () => growingFile(path) } })
    expect(await problemIn(growing.read({ kind: 'file', path }))).toEqual({
      code: 'file-changed-while-reading',
      path
    })
  })
})

describe('bytes without a file', () => {
  const bytes = new TextEncoder().encode('# Pasted\n\nwords')

  it('are read by their marks and named in sentences', async () => {
    const file = await importer.read({ kind: 'bytes', name: 'Pasted text', bytes })
    expect(file).toMatchObject({ source: 'Pasted text', extension: 'md', document: { title: 'Pasted' } })
    const empty = importer.read({ kind: 'bytes', name: '-', bytes: new Uint8Array() })
    await expect(empty).rejects.toThrow('Standard input is empty')
  })

  it('never reach for pictures on the disk', async () => {
    await put('picture.png', PNG)
    const text = new TextEncoder().encode(`![a](picture.png) ![b](${at('picture.png')})`)
    const file = await importer.read({ kind: 'bytes', name: join(folder, 'x.md'), bytes: text })
    expect(file.assets).toEqual([])
  })
})

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64'
)

describe('a worker that gives no answer', () => {
  const failing = (reason: 'took-too-long' | 'process-ended' | 'bug'): ReturnType<typeof createImporter> =>
    createImporter({ worker: { run: () => Promise.reject(new WorkerFailure(reason, 'x')) }, timeoutMs: 1500 })
  const reasons = {
    'took-too-long': { code: 'import-took-too-long', limitSeconds: 2 },
    'process-ended': { code: 'import-out-of-memory', limitMegabytes: 512 },
    bug: { code: 'import-failed' }
  } as const
  for (const [reason, problem] of Object.entries(reasons)) {
    it(`is told of: ${reason}`, async () => {
      const path = await put('any.txt', 'words')
      const reading = failing(reason as keyof typeof reasons).read({ kind: 'file', path })
      expect(await problemIn(reading)).toEqual({ ...problem, path })
    })
  }
})

function failure(code: string): Error {
  return Object.assign(new Error(code), { code })
}

/** Permissions do not hold root back. */
async function asNobody<T>(work: () => Promise<T>): Promise<T> {
  const isRoot = process.geteuid?.() === 0
  if (isRoot) process.seteuid?.(65_534)
  try {
    return await work()
  } finally {
    if (isRoot) process.seteuid?.(0)
  }
}

async function brokenFile(path: string): ReturnType<typeof open> {
  const file = await open(path)
  file.read = () => Promise.reject(failure('EIO'))
  return file
}

/** A file that gets another word after it was found out how long it is. */
async function growingFile(path: string): ReturnType<typeof open> {
  const file = await open(path)
  const stat = file.stat.bind(file)
  file.stat = (async () => {
    const found = await stat()
    await writeFile(path, ' more', { flag: 'a' })
    return found
  }) as typeof file.stat
  return file
}

function listening(path: string): Promise<Server> {
  const server = createServer()
  return new Promise((resolve) => server.listen(path, () => resolve(server)))
}
