import { describe, expect, it } from 'vitest'
import { mergeVersions } from '#core/store/versioned'
import { proveClock } from './clocks/prove-clocks'
import { WRONG_CLOCKS } from './clocks/wrong-clocks'
import { mergesByClock } from './planted/merge-by-clock'
import { SEED } from './seeded'

describe('P15: a wrong clock does no harm', () => {
  for (const [name, clock] of Object.entries(WRONG_CLOCKS)) {
    it(`shows the last change of each mark with a clock ${name}`, async () => {
      const counts = await proveClock(clock, mergeVersions, SEED)
      expect(counts, `FAULTS_SEED=${SEED}`).toMatchObject({ overtaken: 0, lost: 0, faults: 0 })
    })
  }

  it('catches a merge that goes by the time of the change', async () => {
    const proofs = Object.values(WRONG_CLOCKS).map((clock) => proveClock(clock, mergesByClock, SEED))
    const overtaken = (await Promise.all(proofs)).filter((counts) => counts.overtaken > 0)
    expect(overtaken.length).toBeGreaterThan(0)
  })
})
