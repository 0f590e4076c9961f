import fc from 'fast-check'
import { expect, it } from 'vitest'
import { countWords } from './count-words'

function bySegmenter(text: string): number {
  let words = 0
  for (const { isWordLike } of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)) {
    if (isWordLike === true) words += 1
  }
  return words
}

it('counts as Intl.Segmenter does', () => {
  const part = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    fc.constantFrom(
      'U.S.',
      "don't",
      '3.5%',
      'a-b',
      'x@y.example',
      '中文分词测试。',
      'ไทยไม่มีช่องว่าง',
      '日本語、です',
      '👍🏽',
      'e\u0301',
      '\u32d0\ufeff\u32d0',
      'A：À',
      '1，2；3',
      '1\u202f000'
    )
  )
  const space = fc.constantFrom(' ', '\n', '\t', '\u00a0', '\u3000', '')
  fc.assert(
    fc.property(fc.array(fc.tuple(part, space), { maxLength: 12 }), (parts) => {
      const text = parts.flat().join('')
      expect(countWords([text])).toBe(bySegmenter(text))
    }),
    { numRuns: 500, examples: [[[['\u32d0\ufeff\u32d0', ' ']]]] }
  )
})

it('counts a long text without spaces', () => {
  const sentence = '这是一个测试文本，用来看看有多快。'
  expect(countWords([sentence.repeat(3000), ''])).toBe(bySegmenter(sentence) * 3000)
})
