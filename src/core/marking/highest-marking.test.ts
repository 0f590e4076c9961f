import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { highestMarking } from './highest-marking'

const LEVELS = ['PUBLIC', 'RESTRICTED', 'SECRET', 'ÇOK GİZLİ']

const cases = {
  'nothing where nothing is marked': { markings: [null, null], expected: null },
  'the highest that is known': { markings: ['PUBLIC', null, 'SECRET', 'RESTRICTED'], expected: 'SECRET' },
  'a known one in other letters': { markings: ['secret', 'Restricted'], expected: 'SECRET' },
  'a known one in Turkish letters': { markings: ['Çok gizli', 'SECRET'], expected: 'ÇOK GİZLİ' },
  'an unknown one above all that are known': { markings: ['SECRET', 'EYES ONLY'], expected: 'EYES ONLY' },
  'two unknown ones together': { markings: ['EYES ONLY', 'Nato', 'eyes only'], expected: 'EYES ONLY / Nato' }
}

describe('highestMarking', () => {
  for (const [name, { markings, expected }] of Object.entries(cases)) {
    it(`says ${name}`, () => expect(highestMarking(markings, LEVELS)).toBe(expected))
  }

  it('is never lower for one marking more', () => {
    const marking = fc.constantFrom(null, ...LEVELS, 'EYES ONLY')
    const rank = (found: string | null): number =>
      found === null ? -1 : LEVELS.includes(found) ? LEVELS.indexOf(found) : LEVELS.length
    fc.assert(
      fc.property(fc.array(marking), marking, (markings, more) => {
        const before = rank(highestMarking(markings, LEVELS))
        expect(rank(highestMarking([...markings, more], LEVELS))).toBeGreaterThanOrEqual(before)
      })
    )
  })
})
