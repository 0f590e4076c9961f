import { describe, expect, it } from 'vitest'
import { held } from './findings'
import { proveKills } from './kills/prove-kills'
import { ACKNOWLEDGED_EARLY, WRITTEN_IN_PLACE } from './planted/for-kills'
import { SCALE } from './scale'
import { SEED } from './seeded'
import { REAL } from './subject'

describe('kill -9', () => {
  it(`loses nothing acknowledged, and leaves nothing half done, in ${SCALE.kills} kills`, async () => {
    const findings = await proveKills(REAL, { kills: SCALE.kills, seed: SEED })
    expect(findings.counts, findings.story).toEqual(held(SCALE.kills))
  })

  it.each([ACKNOWLEDGED_EARLY, WRITTEN_IN_PLACE])(
    'would be noticed to do harm when $name',
    async (subject) => {
      const findings = await proveKills(subject, { kills: 200, seed: SEED, untilRed: true })
      expect(findings.isRed).toBe(true)
    }
  )
})
