import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { privateNote } from './private-note'
import { PrivateWords, isSearchable } from './private-words'

const NOTE =
  'Do not show this to the other delegation: their **minister** asked us to [keep it](https://x.example).'

function found(note: string, text: string, known: readonly string[] = []): boolean {
  return new PrivateWords([privateNote(note)], known).findIn(text) !== null
}

describe('PrivateWords', () => {
  const leaks = {
    'the whole note as it was typed': { note: NOTE, text: `before ${NOTE} after` },
    'the note as it is read': {
      note: NOTE,
      text: 'Do not show this to the other delegation: their minister asked us to keep it.'
    },
    'half of it': { note: NOTE, text: 'x the other delegation: their minister asked us x' },
    'a note broken over lines and hyphenated': {
      note: NOTE,
      text: 'Do not show\nthis to the other dele\u00ADgation:\r\n their mini-\nster asked'
    },
    'a short note': { note: 'Ask Mira.', text: 'notes: ask mira' },
    'a note in Turkish': { note: 'Iğdır’a söylenmesin', text: 'IĞDIR yok. Iğdır’a söylenmesin.' },
    'a note in Arabic, in presentation forms': { note: 'لا تخبر الوفد', text: 'ﻻ ﺗﺨﺒﺮ ﺍﻟﻮﻓﺪ' },
    'a note in Japanese': { note: '他の代表団に見せない', text: '…他の代表団に\n見せない…' }
  }
  for (const [name, { note, text }] of Object.entries(leaks)) {
    it(`finds ${name}`, () => expect(found(note, text)).toBe(true))
  }

  const nothings = {
    'other words': { note: NOTE, text: 'Show this to every delegation, and ask their minister.', known: [] },
    'a short note inside a word': { note: 'Ask Mira.', text: 'a task miracle', known: [] },
    'what the briefing itself says': {
      note: 'The minister spoke of the deep-rooted friendship between the two nations.',
      text: 'He spoke of the deep-rooted friendship between the two nations, a bond.',
      known: ['The minister spoke of the deep-rooted friendship between the two nations, a bond.']
    },
    'a note that is too short': { note: 'Why?', text: 'Why?', known: [] }
  }
  for (const [name, { note, text, known }] of Object.entries(nothings)) {
    it(`passes over ${name}`, () => expect(found(note, text, known)).toBe(false))
  }

  it('finds what a note says beyond what is known', () => {
    const known = ['the deep-rooted friendship between the two nations']
    const note = 'the deep-rooted friendship between the two nations is a lie that they agreed upon in secret'
    expect(found(note, 'a lie that they agreed upon in secret', known)).toBe(true)
  })

  it('looks for thousands of short notes in thousands of texts', () => {
    const numbered = (said: string): string[] =>
      Array.from({ length: 6_000 }, (_, index) => `${said} ${index + 1_000_000}`)
    const notes = [...numbered('Ask'), ...numbered('明日')].map(privateNote)
    const search = new PrivateWords(notes, [...numbered('Tell'), 'ask 1000007', '明日 1000008'])
    for (const text of numbered('Call')) expect(search.findIn(text)).toBeNull()
    expect(search.findIn('do ask 1000007, please')).toBeNull()
    expect(search.findIn('do ask 1000008, please')).toBe('Ask 1000008')
    expect(search.findIn('また明日1000009です')).toBe('明日 1000009')
    expect(search.findIn('また明日1000008です')).toBeNull()
  })

  it('finds every short note as a whole, and no other', () => {
    const word = fc.stringMatching(/^[ab日]{1,4}$/u)
    const phrase = fc.array(word, { minLength: 1, maxLength: 4 }).map((all) => all.join(' '))
    fc.assert(
      fc.property(fc.array(phrase, { maxLength: 20 }), phrase, phrase, (notes, before, after) => {
        const sought = notes.filter((note) => isSearchable(note) && note.replaceAll(' ', '').length < 24)
        const text = `${before} ${sought[0] ?? ''} ${after}`
        const holds = (note: string): boolean =>
          ` ${text} `.includes(` ${note} `) ||
          ((note.replaceAll(' ', '').length >= 12 || note.includes('日')) &&
            text.replaceAll(' ', '').includes(note.replaceAll(' ', '')))
        const expected = sought.some(holds)
        expect(new PrivateWords(sought.map(privateNote), []).findIn(text) !== null).toBe(expected)
      })
    )
  })

  it('finds every long note anywhere, however it is laid out', () => {
    const word = fc.stringMatching(/^[a-zà-öø-ÿА-яぁ-ん]{2,9}$/u)
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 8, maxLength: 30 }),
        fc.constantFrom('\n', '  ', ' - '),
        (all, gap) => {
          const note = all.join(' ')
          fc.pre(isSearchable(note))
          expect(found(note, `xyz ${all.join(gap)} xyz`)).toBe(true)
        }
      )
    )
  })
})
