import { describe, expect, it } from 'vitest'
import { daysInWords } from './dates'

const SPANS = {
  'in English, day first': { language: 'en', said: '13 January – 14 February 2024' },
  'where no language is known': { language: null, said: '13 January – 14 February 2024' },
  'in Turkish': { language: 'tr', said: '13 Ocak – 14 Şubat 2024' },
  'in Japanese, whose spans are numbers alone': {
    language: 'ja',
    said: '2024年1月13日 – 2024年2月14日'
  },
  'in Korean': { language: 'ko', said: '2024년 1월 13일~2월 14일' }
}

describe('a span of days in words', () => {
  for (const [name, { language, said }] of Object.entries(SPANS)) {
    it(`is written ${name}`, () => {
      const written = daysInWords('2024-01-13', '2024-02-14', language)
      expect(written.replace(/[\u2009\u00A0\u202F]/gu, ' ')).toBe(said)
    })
  }

  it('of one day says it once', () => {
    expect(daysInWords('2024-01-16', '2024-01-16', 'en')).toBe('16 January 2024')
  })

  it('that is none stands as it was given', () => {
    expect(daysInWords('spring', 'summer', 'en')).toBe('spring – summer')
  })
})
