import { describe, expect, it } from 'vitest'
import { borderAfter, borderBefore, type TextUnit } from './borders'

interface Case {
  readonly text: string
  readonly unit: TextUnit
  /** Places that one step after the other goes through. */
  readonly forward: readonly number[]
}

const cases: Readonly<Record<string, Case>> = {
  letters: { text: 'abc', unit: 'character', forward: [0, 1, 2, 3] },
  'a family is one character': { text: 'a👩‍👩‍👧b', unit: 'character', forward: [0, 1, 9, 10] },
  'an accent stays with its letter': { text: 'e\u0301x', unit: 'character', forward: [0, 2, 3] },
  'words end and begin': { text: 'Two words.', unit: 'word', forward: [0, 3, 4, 9, 10] },
  'Japanese words': { text: '東京で会議', unit: 'word', forward: [0, 2, 3, 5] },
  'Thai words': { text: 'สวัสดีครับ', unit: 'word', forward: [0, 6, 10] }
}

describe('stepping through a text', () => {
  for (const [name, { text, unit, forward }] of Object.entries(cases)) {
    it(`goes forward: ${name}`, () => {
      const places = [0]
      for (let at = 0; at < text.length; places.push(at)) at = borderAfter(text, at, unit)
      expect(places).toEqual(forward)
    })

    it(`comes back to the start: ${name}`, () => {
      const places: number[] = []
      for (let at = text.length; at > 0; places.push(at)) at = borderBefore(text, at, unit)
      expect(places.at(-1)).toBe(0)
      expect(forward).toEqual(expect.arrayContaining(places))
    })
  }
})
