import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readableText } from './readable-text'

it('has LF at line ends, no mark, no control characters and no lone surrogates', () => {
  expect(readableText('\uFEFFa\r\nb\rc\vd\fe\u0085f\u2028g\u2029h')).toBe('a\nb\nc\nd\ne\nf\ng\n\nh')
  expect(readableText('a\0b\x07c\x1bd\x7fe\x9ff')).toBe('abcdef')
  expect(readableText('a\x1cb\x1fc')).toBe('a b c')
  expect(readableText('a\ud800b')).toBe('a\uFFFDb')
})

it('leaves a readable text as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const once = readableText(text)
      expect(readableText(once)).toBe(once)
    })
  )
})
