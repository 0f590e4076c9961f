import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { highestMarking } from './highest-marking'

const LEVELS = ['PUBLIC', 'RESTRICTED', 'SECRET', 'ÇOK GİZLİ']

const cases = {
  'nothing where nothing is marked': { markings: [null, null], expected: null },
  'the highest that is known': { markings: ['PUBLIC', null, 'SECRET', 'RESTRICTED'], expected: 'SECRET' },
  'a known one in other letters': { markings: ['secret', 'Restricted'], expected: 'SECRET' },
  'a known one in Turkish letters': { markings: ['Çok gizli', 'SECRET'], expected: 'ÇOK GİZLİ' },
  'an unknown one behind the highest that is known': {
    markings: ['PUBLIC', 'Draft', 'SECRET'],
    expected: 'SECRET / Draft'
  },
  'an unknown one alone': { markings: [null, 'EYES ONLY'], expected: 'EYES ONLY' },
  'how many fit on no line': {
    markings: ['A', 'B', 'C', 'D'].map((letter) => letter.repeat(80)),
    expected: `${'A'.repeat(80)} / ${'B'.repeat(80)} / and 2 more`
  },
  'two unknown ones together': { markings: ['EYES ONLY', 'Nato', 'eyes only'], expected: 'EYES ONLY / Nato' }
}

describe('highestMarking', () => {
  for (const [name, { markings, expected }] of Object.entries(cases)) {
    it(`says ${name}`, () => expect(highestMarking(markings, LEVELS)).toBe(expected))
  }

  it('is never lower for one marking more', () => {
    const marking = fc.constantFrom(null, ...LEVELS, 'EYES ONLY')
    const rank = (found: string | null): number => {
      const [level = '', more] = found?.replace(/^EYES ONLY$/u, ' / EYES ONLY').split(' / ') ?? []
      return LEVELS.indexOf(level) + (more === undefined ? 0 : LEVELS.length)
    }
    fc.assert(
      fc.property(fc.array(marking), marking, (markings, more) => {
        const before = rank(highestMarking(markings, LEVELS))
        expect(rank(highestMarking([...markings, more], LEVELS))).toBeGreaterThanOrEqual(before)
      })
    )
  })
})
