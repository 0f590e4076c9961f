import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type EdgeMove, wholeCharacters, wholeWords, withMovedEdge } from './borders'

const FAMILY = '👩‍👩‍👧'
const FLAGS = '🇹🇷🇯🇵'.repeat(90)

/** A range of `text` by its words. */
function of(text: string, words: string): { start: number; end: number } {
  return { start: text.indexOf(words), end: text.indexOf(words) + words.length }
}

describe('whole characters', () => {
  const cases: Readonly<
    Record<string, readonly [text: string, start: number, end: number, expected: string]>
  > = {
    'a family is one': [`a${FAMILY}b`, 3, 4, FAMILY],
    'an accent stays with its letter': ['re\u0301sume', 0, 2, 're\u0301'],
    'flags are pairs, however many': [FLAGS, 400, 401, '🇹🇷'],
    'Hangul of parts': ['\u1112\u1161\u11ab글', 1, 2, '\u1112\u1161\u11ab'],
    'Hindi with a virama': ['क्षि नया', 0, 1, 'क्षि'],
    'white space goes': ['  two words ', 0, 12, 'two words']
  }
  for (const [name, [text, start, end, expected]] of Object.entries(cases)) {
    it(name, () => {
      const found = wholeCharacters(text, { start, end })
      expect(found === null ? null : text.slice(found.start, found.end)).toBe(expected)
    })
  }
  it('of white space there are none', () => expect(wholeCharacters('a  b', { start: 1, end: 3 })).toBeNull())
})

describe('whole words', () => {
  const cases: Readonly<Record<string, readonly [text: string, selected: string, expected: string]>> = {
    'a letter that was missed': ['The ministers met.', 'inisters me', 'ministers met'],
    'signs stay as they were chosen': ['(The office) opens.', '(The off', '(The office'],
    'a Turkish ending belongs to its word': ['Ankara’nın sesi', 'Ankara', 'Ankara’nın'],
    Arabic: ['التقى الوزير أمس', 'وزي', 'الوزير'],
    'Japanese has no words to be seen': ['東京都で会議', '京', '京'],
    'Thai has none either': ['สวัสดีครับ', 'สวัส', 'สวัส'],
    'nor is an emoji cut': [`x${FAMILY} y`, FAMILY.slice(0, 2), FAMILY]
  }
  for (const [name, [text, selected, expected]] of Object.entries(cases)) {
    it(name, () => {
      const found = wholeWords(text, of(text, selected))
      expect(found === null ? null : text.slice(found.start, found.end)).toBe(expected)
    })
  }
})

describe('an edge', () => {
  const TEXT = `One ${FAMILY} two.\nThree, four`
  const cases: readonly (readonly [words: string, move: EdgeMove, expected: string | null])[] = [
    ['One', { edge: 'end', by: 1, unit: 'character' }, `One ${FAMILY}`],
    [`One ${FAMILY}`, { edge: 'end', by: -1, unit: 'character' }, 'One'],
    ['two', { edge: 'start', by: -1, unit: 'character' }, `${FAMILY} two`],
    [`${FAMILY} two`, { edge: 'start', by: 1, unit: 'character' }, 'two'],
    ['two.', { edge: 'end', by: 1, unit: 'character' }, 'two.\nT'],
    ['One', { edge: 'end', by: 1, unit: 'word' }, `One ${FAMILY} two`],
    [`One ${FAMILY} two`, { edge: 'end', by: -1, unit: 'word' }, 'One'],
    ['two.\nThree', { edge: 'end', by: -1, unit: 'word' }, 'two'],
    ['two', { edge: 'start', by: -1, unit: 'word' }, `One ${FAMILY} two`],
    ['two.\nThree', { edge: 'start', by: 1, unit: 'word' }, 'Three'],
    ['Three, four', { edge: 'end', by: -1, unit: 'word' }, 'Three'],
    ['O', { edge: 'end', by: -1, unit: 'character' }, null],
    ['One', { edge: 'end', by: -1, unit: 'word' }, null],
    ['One', { edge: 'start', by: -1, unit: 'character' }, null],
    ['four', { edge: 'end', by: 1, unit: 'word' }, null]
  ]
  for (const [words, move, expected] of cases) {
    it(`of “${words}” moves: ${Object.values(move).join(' ')}`, () => {
      const found = withMovedEdge(TEXT, of(TEXT, words), move)
      expect(found === null ? null : TEXT.slice(found.start, found.end)).toBe(expected)
    })
  }

  it('never cuts a character, never stands in white space, and always gets further', () => {
    const parts = fc.constantFrom(
      'a',
      'word',
      ' ',
      '\n',
      'e\u0301',
      FAMILY,
      '🇹🇷',
      'क्षि',
      '글',
      '東京',
      'สวัสดี',
      '.'
    )
    const moves = fc.record({
      edge: fc.constantFrom('start', 'end'),
      by: fc.constantFrom(1, -1),
      unit: fc.constantFrom('character', 'word')
    })
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 30 }), fc.nat(), fc.nat(), moves, (words, from, to, move) => {
        const text = words.join('')
        const range = wholeCharacters(text, { start: from % (text.length + 1), end: to % (text.length + 1) })
        const moved = range === null ? null : withMovedEdge(text, range, move)
        if (range === null || moved === null) return
        expect(moved).toEqual(wholeCharacters(text, moved))
        expect(Math.sign(moved[move.edge] - range[move.edge])).toBe(move.by)
      }),
      { numRuns: 500 }
    )
  })
})
