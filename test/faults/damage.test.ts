import { writeFileSync } from 'node:fs'
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
    writeFileSync('/tmp/p4.txt', findings.story)
    expect(findings.counts, findings.story).toEqual(held(SCALE.damages))
  })

  it.each([NO_CHECKSUM, ONE_COPY])('would be noticed to do harm when $name', async (subject) => {
    const findings = await proveDamage(subject, { damages: 1_000, seed: SEED, untilRed: true })
    console.info(findings.counts, findings.story)
    expect(findings.isRed).toBe(true)
  })
})
