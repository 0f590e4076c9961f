import { describe, expect, it } from 'vitest'
import { PARAGRAPH_LIMIT, refuseLongLines } from './limits'

const line = 'x'.repeat(PARAGRAPH_LIMIT)

describe('the limit of a line', () => {
  it('lets the longest one in, first, last or in the middle', () => {
    for (const text of [line, `a\n${line}`, `${line}\nb`, `a\n${line}\n${line}\nb`, '']) {
      expect(() => refuseLongLines(text, 'a.md')).not.toThrow()
    }
  })

  it('refuses one character more', () => {
    for (const text of [`${line}x`, `a\n${line}x`, `${line}x\nb`]) {
      expect(() => refuseLongLines(text, 'a.md')).toThrow('a.md has a paragraph of more than 2,000,000')
    }
  })

  it('does not count embedded pictures, which are no text', () => {
    const picture = `data:image/png;base64,${'QUJD'.repeat(PARAGRAPH_LIMIT)}`
    expect(() => refuseLongLines(`![a](${picture})`, 'a.md')).not.toThrow()
    expect(() => refuseLongLines(`![a](${picture})${line}`, 'a.md')).toThrow('2,000,000')
  })
})
