import { describe, expect, it } from 'vitest'
import { proveClocks } from './clocks/prove-clocks'
import { held } from './findings'
import { LATER_CLOCK_WINS } from './planted/later-clock-wins'
import { SCALE } from './scale'
import { SEED } from './seeded'
import { REAL } from './subject'

describe('wrong clocks', () => {
  it(`lose nothing in ${SCALE.clocks} histories of two devices`, async () => {
    const findings = await proveClocks(REAL, { histories: SCALE.clocks, seed: SEED })
    expect(findings.counts, findings.story).toEqual(held(SCALE.clocks))
  })

  it('would be noticed to do harm when the change with the greater time wins', async () => {
    const findings = await proveClocks(LATER_CLOCK_WINS, { histories: 100, seed: SEED, untilRed: true })
    expect(findings.isRed).toBe(true)
    console.info(findings.counts)
  })
})
