import { describe, expect, it } from 'vitest'
import { proveDamage } from './damage/prove-damage'
import { held } from './findings'
import { NO_CHECKSUM, ONE_COPY } from './planted/damage'
import { SCALE } from './scale'
import { SEED } from './seeded'
import { REAL } from './subject'

describe('damage', () => {
  it(`is found, told and never overwritten in ${SCALE.damages} cases, and nothing else is touched`, async () => {
    const findings = await proveDamage(REAL, { damages: SCALE.damages, seed: SEED })
    expect(findings.counts, findings.story).toEqual(held(SCALE.damages))
  })

  it.each([NO_CHECKSUM, ONE_COPY])('would be noticed to lose something when $name', async (subject) => {
    const { counts } = await proveDamage(subject, { damages: 400, seed: SEED })
    expect(counts.lost + counts.unreadable).toBeGreaterThan(0)
  })
})
