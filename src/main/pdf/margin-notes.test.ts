import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PrintedPdf } from '#core/service/ports'
import { danglingReferences } from '../../../test/printing/dangling'
import { printWith } from '../../../test/printing/print-in-test'
import { startTestEngine } from '../../../test/printing/print-with-playwright'
import type { TestEngine } from '../../../test/printing/print-with-playwright'
import { readBack } from '../../../test/printing/read-back'
import type { ReadBack } from '../../../test/printing/read-back'
import { CROWDED, CROWDED_NOTES, countedWords } from '../../../test/printing/sample-margins'
import { PRESS } from '../../../test/printing/sample-briefings'
import { ARABIC } from '../../../test/printing/sample-scripts'
import { overlapping, wordsOnPages } from '../../../test/printing/words-on-pages'
import type { PageWord } from '../../../test/printing/words-on-pages'

/** Points: where the column of notes begins on A4, and the page's area. */
const NOTES_BEGIN = 418
const AREA = { top: 76, bottom: 769 }

interface Crowded {
  readonly printed: PrintedPdf
  readonly read: ReadBack
  readonly words: readonly PageWord[]
  /** The words of the notes, and those of them that stand beside the text. */
  readonly ofNotes: readonly PageWord[]
  readonly beside: readonly PageWord[]
}

let engine: TestEngine
let made: Promise<Crowded> | null = null
const crowded = (): Promise<Crowded> => (made ??= print())
beforeAll(async () => {
  engine = await startTestEngine()
})
afterAll(async () => {
  await (await made)?.read.close()
  await engine.close()
})

async function print(): Promise<Crowded> {
  const printed = await printWith(engine, [CROWDED], { notes: 'margin' })
  const read = await readBack(printed.bytes)
  const words = await wordsOnPages(read)
  const ofNotes = words.filter(({ text }) => /^n\d+w\d+$/u.test(text))
  return { printed, read, words, ofNotes, beside: ofNotes.filter(({ left }) => left > NOTES_BEGIN) }
}

describe('notes in the margin', () => {
  it('has every word of every note exactly once, and in order', async () => {
    const { ofNotes } = await crowded()
    const found = ofNotes.map(({ text }) => text)
    for (const [note, count] of CROWDED_NOTES.entries()) {
      expect(found.filter((text) => text.startsWith(`n${note}w`))).toEqual(countedWords(note, count))
    }
  })

  it('lets no note lie upon another, on the text or on a table', async () => {
    const { beside, words } = await crowded()
    expect(beside.length).toBeGreaterThan(200)
    expect(overlapping(beside, words)).toEqual([])
  })

  it('keeps them on the page', async () => {
    const { beside } = await crowded()
    expect(beside.filter(({ top, bottom }) => top < AREA.top || bottom > AREA.bottom)).toEqual([])
  })

  it('sets a note beside its line where there is room', async () => {
    const press = await readBack((await printWith(engine, [PRESS], { notes: 'margin' })).bytes)
    const words = await wordsOnPages(press)
    const line = words.find(({ text }) => text.startsWith('nations'))
    const note = words.find(({ text, left }) => text === 'Use' && left > NOTES_BEGIN)
    expect(Math.abs((line?.bottom ?? 0) - (note?.bottom ?? Number.NaN))).toBeLessThan(4)
    await press.close()
  })

  it('goes on behind the text where a note is cut, and leads there and back', async () => {
    const { ofNotes, read } = await crowded()
    const long = ofNotes.filter(({ text }) => text.startsWith('n12w'))
    expect(long.some(({ left }) => left > NOTES_BEGIN)).toBe(true)
    expect(long.some(({ left }) => left < NOTES_BEGIN)).toBe(true)
    const names = read.annotations.filter(({ subtype }) => subtype === 'Link').map(({ contents }) => contents)
    expect(names).toContain('Note 13, continued')
    expect(names.filter((name) => name === 'Note 13').length).toBeGreaterThanOrEqual(2)
  })

  it('says which form it has, and is in order for qpdf', async () => {
    const { printed, read } = await crowded()
    expect(printed.form).toBe('margin')
    expect(await read.complaints()).toBe('')
    expect(danglingReferences(read.pdf)).toEqual([])
  })

  it('leaves no address of a place in the file', async () => {
    const { read } = await crowded()
    expect(
      read.annotations.filter(({ address }) => address?.includes('annotation.invalid') === true)
    ).toEqual([])
  })

  it('stands on the left of a text that runs from right to left', async () => {
    const arabic = await readBack((await printWith(engine, [ARABIC], { notes: 'margin' })).bytes)
    const found = await wordsOnPages(arabic)
    expect(found.some(({ text, right }) => text === 'February' && right < 180)).toBe(true)
    await arabic.close()
  })
})
