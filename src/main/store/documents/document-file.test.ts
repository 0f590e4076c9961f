import { chmod, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SCHEMA } from '#core/store/document'
import { copyName } from '#core/store/file-name'
import { CHANGING, refusal, watchedFiles } from '../fixtures/watched-files'
import { generation, WORDS, type Words, wordsDocument, type WordsDocument } from '../fixtures/words-document'
import type { FileSystem } from '../files/file-system'
import { nodeFiles } from '../files/node-files'
import { DocumentFile, type Surroundings } from './document-file'
import { encodeDocument } from './encode-document'

let folder: string
let path: string
let told: readonly string[]
let words: WordsDocument
beforeEach(async () => {
  words = await wordsDocument()
  ;({ folder, path, told } = words)
})
afterEach(() => words.remove())

const around = (files?: FileSystem): Surroundings => words.around(files)
const file = (files?: FileSystem): DocumentFile<Words> => words.file(files)
const problem = (code: string): object => ({ problem: expect.objectContaining({ code }) })
const both = (): readonly [string, string] => [path, copyName(path)]

describe('a write', () => {
  it('is on the disk in both copies before it is acknowledged', async () => {
    const done: string[] = []
    const files = watchedFiles(nodeFiles, ({ name, path: at }) => {
      if (CHANGING.has(name)) done.push(`${name} ${basename(at).replace(/\.[0-9a-f]{12}\.tmp$/u, '.tmp')}`)
    })
    await file(files).write(generation(1, 'one'))
    done.push('acknowledged')
    for (const name of both().map((at) => basename(at))) {
      const steps = done.filter((step) => step.includes(` .${name}.tmp`) || step === `rename ${name}`)
      expect(steps.map((step) => step.split(' ')[0])).toEqual(['create', 'write', 'sync', 'close', 'rename'])
    }
    const folderName = basename(folder)
    expect(done.slice(-5)).toEqual([
      `rename ${basename(path)}`,
      `syncFolder ${folderName}`,
      `rename ${basename(copyName(path))}`,
      `syncFolder ${folderName}`,
      'acknowledged'
    ])
  })

  it('takes what the system leaves of a short write up again', async () => {
    const files: FileSystem = {
      ...nodeFiles,
      async create(at, mode) {
        const opened = await nodeFiles.create(at, mode)
        return { ...opened, write: (bytes) => opened.write(bytes.subarray(0, 7)) }
      }
    }
    await file(files).write(generation(1, 'a longer text than seven bytes'))
    expect(await file().read()).toEqual(generation(1, 'a longer text than seven bytes'))
  })

  it('keeps a file for this user only, and keeps the mode that a person gave it', async () => {
    await file().write(generation(1, 'one'))
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    await chmod(path, 0o640)
    await file().write(generation(2, 'two'))
    expect((await stat(path)).mode & 0o777).toBe(0o640)
  })

  it.each(['EPERM', 'EACCES', 'EBUSY'])(
    'waits when a rename is refused with %s for a moment',
    async (code) => {
      let refusals = 2
      const files = watchedFiles(nodeFiles, ({ name }) => {
        if (name === 'rename' && refusals-- > 0) throw refusal(code)
      })
      await file(files).write(generation(1, 'one'))
      expect(await file().read()).toEqual(generation(1, 'one'))
    }
  )
})

describe('damage', () => {
  it('of any one bit is found', async () => {
    await file().write(generation(1, 'ü'))
    const whole = await readFile(path)
    let flipped: Buffer = whole
    const quiet = new DocumentFile(path, WORDS, {
      ...around({ ...nodeFiles, read: () => Promise.resolve(flipped) }),
      mayWrite: () => false
    })
    expect(await quiet.read()).toEqual(generation(1, 'ü'))
    for (let bit = 0; bit < whole.length * 8; bit += 1) {
      flipped = Buffer.from(whole)
      flipped[bit >> 3] = (whole[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      await expect(quiet.read(), `bit ${bit}`).rejects.toMatchObject(problem('library-damaged'))
    }
    for (let length = 0; length < whole.length; length += 1) {
      flipped = whole.subarray(0, length)
      await expect(quiet.read(), `length ${length}`).rejects.toMatchObject(problem('library-damaged'))
    }
  })

  it.each([0, 1])('of copy %i is set aside, told once, and mended from the other copy', async (index) => {
    await file().write(generation(3, 'three'))
    const damaged = both()[index] ?? ''
    await writeFile(damaged, 'garbage')
    await writeFile(`${damaged}.damaged-1`, 'older garbage')
    expect(await file().read()).toEqual(generation(3, 'three'))
    expect(told).toEqual([expect.stringContaining('nothing was lost')])
    expect(await readFile(`${damaged}.damaged-1`, 'utf8')).toBe('older garbage')
    expect(await readFile(`${damaged}.damaged-2`, 'utf8')).toBe('garbage')
    expect(await readFile(damaged)).toEqual(Buffer.from(encodeDocument(generation(3, 'three'))))
    expect(await file().read()).toEqual(generation(3, 'three'))
    expect(told).toHaveLength(1)
  })

  it('of both copies is said, every time, and nothing is written over it', async () => {
    await file().write(generation(1, 'one'))
    for (const copy of both()) await writeFile(copy, 'garbage')
    for (let time = 0; time < 2; time += 1) {
      await expect(words.owned().read()).rejects.toMatchObject(problem('library-damaged'))
      await expect(words.owned().update(() => ({ words: 'new' }))).rejects.toMatchObject(
        problem('library-damaged')
      )
    }
    const names = both().map((copy) => `${basename(copy)}.damaged-1`)
    expect((await readdir(folder)).sort()).toEqual(names.sort())
  })

  it('is not what a missing copy is: it is written again without a word', async () => {
    await file().write(generation(2, 'two'))
    await rm(path)
    expect(await file().read()).toEqual(generation(2, 'two'))
    expect(await readFile(path)).toEqual(await readFile(copyName(path)))
    expect(told).toEqual([])
  })

  it('does not keep the whole copy from the reader when nothing can be written', async () => {
    await file().write(generation(1, 'one'))
    await writeFile(path, 'garbage')
    const files = watchedFiles(nodeFiles, ({ name }) => {
      if (CHANGING.has(name)) throw refusal('EROFS')
    })
    expect(await file(files).read()).toEqual(generation(1, 'one'))
    expect(await readFile(path, 'utf8')).toBe('garbage')
    expect(told).toEqual([expect.stringContaining('could not be replaced')])
  })
})

describe('of two copies', () => {
  it.each([0, 1])(
    'the newer generation wins when it is copy %i, and the other is brought up to it',
    async (index) => {
      const [newer = '', older = ''] = index === 0 ? both() : [...both()].reverse()
      await writeFile(newer, encodeDocument(generation(5, 'new')))
      await writeFile(older, encodeDocument(generation(4, 'old')))
      expect(await file().read()).toEqual(generation(5, 'new'))
      expect(await readFile(older)).toEqual(await readFile(newer))
    }
  )

  it('written by a newer program nothing is touched, also when one is damaged', async () => {
    const newer = { ...generation(1, 'one'), schema: SCHEMA + 1 }
    await writeFile(path, encodeDocument(newer))
    await writeFile(copyName(path), 'garbage')
    expect(await file().read()).toEqual(newer)
    await expect(words.owned().update(() => ({ words: 'two' }))).rejects.toMatchObject(
      problem('library-newer')
    )
    expect((await readdir(folder)).sort()).toEqual(
      both()
        .map((copy) => basename(copy))
        .sort()
    )
    expect(await readFile(copyName(path), 'utf8')).toBe('garbage')
  })
})
