import { readdir } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CHANGING, refusal, watchedFiles } from '../fixtures/watched-files'
import { generation, type Words, wordsDocument, type WordsDocument } from '../fixtures/words-document'
import { nodeFiles } from '../files/node-files'

let place: WordsDocument
beforeEach(async () => {
  place = await wordsDocument()
})
afterEach(() => place.remove())

const problem = (code: string): object => ({ problem: expect.objectContaining({ code }) })

describe('a document that is changed', () => {
  it('keeps fields that this version does not know', async () => {
    const later = { ...generation(1, 'one'), later: true, content: { words: 'one', also: [1] } }
    await place.file().write(later)
    await place.owned().update((content) => ({ ...content, words: 'two' }))
    expect(await place.file().read()).toEqual({ ...later, sequence: 2, content: { words: 'two', also: [1] } })
  })

  it('is changed in turn, each change on what the one before left', async () => {
    const document = place.owned()
    const letters = [...'abcdefgh']
    await Promise.all(letters.map((letter) => document.update(({ words }) => ({ words: words + letter }))))
    expect(await place.file().read()).toEqual(generation(8, 'abcdefgh'))
  })

  it('whose queued change fails keeps the one before, and takes the one after', async () => {
    let failing = false
    const files = watchedFiles(nodeFiles, ({ name }) => {
      if (failing && name === 'write') throw refusal('ENOSPC')
    })
    const document = place.owned(files)
    const first = document.update(() => ({ words: 'first' }))
    const second = document.update(({ words }) => {
      failing = true
      return { words: `${words} second` }
    })
    const third = second
      .catch(() => (failing = false))
      .then(() => document.update(({ words }) => ({ words: `${words} third` })))
    await expect(first).resolves.toBeUndefined()
    await expect(second).rejects.toMatchObject(problem('disk-full'))
    await third
    expect(await document.read()).toEqual({ words: 'first third' })
    expect(await place.file().read()).toEqual(generation(2, 'first third'))
  })

  it('is never written in a form that could not be read again', async () => {
    const document = place.owned()
    const unfit: Words = JSON.parse('[]')
    await expect(document.update(() => unfit)).rejects.toThrow('would be written but not read')
    expect(await readdir(place.folder)).toEqual([])
  })

  const codes = {
    ENOSPC: 'disk-full',
    EDQUOT: 'disk-full',
    EIO: 'library-not-saved',
    EMFILE: 'library-not-saved'
  }
  for (const [code, expected] of Object.entries({
    ...codes,
    EROFS: 'library-not-saved',
    EACCES: 'library-not-saved'
  })) {
    it(`loses nothing and says so when any one operation fails with ${code}`, async () => {
      await place.file().write(generation(1, 'one'))
      for (let failAt = 1; ; failAt += 1) {
        let count = 0
        let failed = false
        const document = place.owned(
          watchedFiles(nodeFiles, ({ name }) => {
            if (!CHANGING.has(name) || name === 'close' || ++count !== failAt) return
            failed = name !== 'removeFile'
            throw refusal(code)
          })
        )
        const before = (await place.file().read())?.content.words ?? ''
        const result = await document
          .update(({ words }) => ({ words: `${words}+` }))
          .catch((error: unknown) => error)
        if (!failed) break
        // A rename is tried again: then nothing has failed.
        if (result !== undefined) expect(result).toMatchObject(problem(expected))
        const after = (await document.read()).words
        expect([before, `${before}+`]).toContain(after)
        if (result === undefined) expect(after).toBe(`${before}+`)
        expect((await place.file().read())?.content.words).toBe(after)
        expect((await readdir(place.folder)).filter((name) => name.endsWith('.tmp'))).toEqual([])
      }
    })
  }
})
