import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeVersions, type Versioned } from './versioned'
import { compareVersions, nextVersion, type VersionVector } from './version-vector'

const DEVICES = ['000000000000000a', '000000000000000b', '000000000000000c']

const vectors = fc
  .array(fc.nat({ max: 3 }), { minLength: 3, maxLength: 3 })
  .map((counts): VersionVector =>
    Object.fromEntries(counts.flatMap((count, index) => (count === 0 ? [] : [[DEVICES[index] ?? '', count]])))
  )
/** Few times, so that equal and contradicting ones are common: clocks are not to be trusted. */
const times = fc.constantFrom(
  '2014-01-01T00:00:00Z',
  '2024-01-01T00:00:00Z',
  '2034-01-01T00:00:00Z',
  'no time'
)
const records = fc.record({ version: vectors, changed: times, words: fc.constantFrom('a', 'b') })
const sets = fc.array(records, { maxLength: 5 })
type Words = Versioned & { readonly words: string }
const merge = (...all: readonly (readonly Words[])[]): readonly Words[] => mergeVersions(all.flat())

describe('merging versions of one record', () => {
  it('does not depend on the order', () => {
    fc.assert(
      fc.property(sets, sets, (a, b) => {
        expect(merge(a, b)).toEqual(merge(b, a))
      })
    )
  })

  it('does not depend on what is merged first', () => {
    fc.assert(
      fc.property(sets, sets, sets, (a, b, c) => {
        expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c)))
      }),
      { numRuns: 2_000 }
    )
  })

  it('does not change when the same arrives again', () => {
    fc.assert(
      fc.property(sets, (a) => {
        expect(merge(merge(a), a)).toEqual(merge(a))
      })
    )
  })

  it('keeps every version that no other has seen, and no other', () => {
    fc.assert(
      fc.property(sets, (all) => {
        const kept = merge(all)
        const unseen = all.filter(
          (one) => !all.some((o) => compareVersions(one.version, o.version) === 'before')
        )
        expect(new Set(kept.map((one) => JSON.stringify(one)))).toEqual(
          new Set(unseen.map((one) => JSON.stringify(one)))
        )
      })
    )
  })

  it('shows the later of two that have not seen each other, and the overwriter whatever its clock says', () => {
    const first = { version: { [DEVICES[0] ?? '']: 1 }, changed: '2034-01-01T00:00:00Z', words: 'a' }
    const over = { version: { [DEVICES[0] ?? '']: 2 }, changed: '2014-01-01T00:00:00Z', words: 'b' }
    const apart = { version: { [DEVICES[1] ?? '']: 1 }, changed: '2024-01-01T00:00:00Z', words: 'a' }
    expect(merge([first, over])).toEqual([over])
    expect(merge([first, over, apart])).toEqual([apart, over])
  })

  it('lets the next change overwrite all that it has seen', () => {
    fc.assert(
      fc.property(sets, fc.constantFrom(...DEVICES), (all, device) => {
        const version = nextVersion(
          all.map((one) => one.version),
          device
        )
        const next = { version, changed: 'no time', words: 'a' }
        expect(merge(all, [next])).toEqual([next])
      })
    )
  })
})

describe('histories of three devices', () => {
  const steps = fc.array(
    fc.oneof(
      fc.record({ do: fc.constant('write' as const), on: fc.nat({ max: 2 }), time: times }),
      fc.record({ do: fc.constant('send' as const), on: fc.nat({ max: 2 }), to: fc.nat({ max: 2 }) })
    ),
    { maxLength: 30 }
  )

  it('converge once everything has arrived, in any order and twice', () => {
    fc.assert(
      fc.property(steps, (history) => {
        const held: (readonly Words[])[] = [[], [], []]
        const written: Words[] = []
        for (const [at, step] of history.entries()) {
          const here = held[step.on] ?? []
          if (step.do === 'send') held[step.to] = merge(held[step.to] ?? [], here)
          else {
            const version = nextVersion(
              here.map((one) => one.version),
              DEVICES[step.on] ?? ''
            )
            const record = { version, changed: step.time, words: String(at) }
            written.push(record)
            held[step.on] = merge(here, [record])
          }
        }
        const [a = [], b = [], c = []] = held
        const everywhere = [merge(a, b, c), merge(c, a, b, a), merge(merge(b, c), merge(a, c))]
        for (const result of everywhere) expect(result).toEqual(merge(written))
      }),
      { numRuns: 1_000 }
    )
  })
})
